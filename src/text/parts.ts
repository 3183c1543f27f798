import { Refusal } from "#src/errors.ts";
import type { Block } from "./articles.ts";
import { readBlocks } from "./blocks.ts";
import { readHeading } from "./inlines.ts";
import { isHeading, nodesOf } from "./markdown.ts";
import { plain, type Reading } from "./reading.ts";

/** A piece of a text that drafters edit separately: the title with the preamble, an article, an annex. */
export type Part = { kind: "head" | "article" | "annex"; markdown: string };

/**
 * Cuts a text where its articles and annexes begin. The pieces joined are the text, byte for byte; the first is always
 * the title with the preamble, even if empty. An unreadable text is one piece.
 */
export function partsOf(markdown: string): Part[] {
  const lines = startsOfLines(markdown);
  const parts: Part[] = [];
  let [kind, begun]: [Part["kind"], number] = ["head", 0];
  for (const begin of beginningsOf(markdown)) {
    const at = lines[begin.line - 1] ?? 0;
    parts.push({ kind, markdown: markdown.slice(begun, at) });
    [kind, begun] = [begin.kind, at];
  }
  return [...parts, { kind, markdown: markdown.slice(begun) }];
}

type Beginning = { kind: "article" | "annex"; line: number };

function beginningsOf(markdown: string): Beginning[] {
  try {
    let annexed = false;
    return nodesOf(markdown).flatMap((node, at): Beginning[] => {
      const line = node.position?.start.line ?? 1;
      if (isHeading(node, 1) && at > 0) {
        annexed = true;
        return [{ kind: "annex", line }];
      }
      return isHeading(node, 2) && !annexed ? [{ kind: "article", line }] : [];
    });
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function startsOfLines(markdown: string): number[] {
  return [0, ...[...markdown.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

export type ReadPart = { heading: string; blocks: Block[]; faults: Reading["faults"] };

/** One piece as displayed while it is edited: its readable content, and the faults that would refuse it. */
export function readPart(
  markdown: string,
  { language, articleOf }: Pick<Reading, "language" | "articleOf">,
): ReadPart {
  const faults: Reading["faults"] = [];
  const reading: Reading = { language, articleOf, faults };
  try {
    const [first, ...rest] = nodesOf(markdown);
    const headed = first?.type === "heading" && first.depth < 3 ? first : null;
    const heading = headed ? readHeading(headed, reading) : "";
    const blocks = readBlocks(headed || !first ? rest : [first, ...rest], reading);
    return { heading, blocks, faults };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const words: Block = { kind: "paragraph", inlines: [{ kind: "text", text: markdown }] };
    return { heading: "", blocks: [words], faults: error.extra.errors ?? [] };
  }
}

/** The words of a piece's heading, which references use to find it. */
export function headingOf(markdown: string): string {
  const [line = ""] = markdown.trimStart().split("\n", 1);
  const [node] = nodesOf(line);
  return node?.type === "heading" ? plain(node) : "";
}
