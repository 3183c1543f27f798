import type { RootContent } from "mdast";
import { Refusal } from "#src/errors.ts";
import type { Inline } from "../articles.ts";
import { readBlocks } from "../blocks.ts";
import { type Around, formsOf } from "../forms.ts";
import { readHeading } from "../inlines.ts";
import { isHeading, nodesOf } from "../markdown.ts";
import { plain, type Reading } from "../reading.ts";
import { slugsOf } from "../slug.ts";
import { type Piece, piecesOf, wordsOf } from "./pieces.ts";
import { readable } from "./readable.ts";

/** The title with the preamble, an article or an annex, as displayed. */
export type Part = {
  /** 0 is the title and the preamble; annexes are numbered after the articles. */
  number: number;
  kind: "head" | "article" | "annex";
  /** Its name in the language: `Article 3`; empty for the title and the preamble. */
  name: string;
  heading: string;
  /** With its heading, if it has one. */
  pieces: Piece[];
  /** Its words, for searches: a line for each piece. */
  text: string;
  /** As written. */
  source: string;
};

/**
 * Divides two versions of a text into their parts, as displayed. A text that would take too long to parse is divided at
 * its headings and lines, and so is the other, so that both have the same form. Nothing is lost and the time stays
 * bounded. `around` is what the agreement says of its headings.
 */
export function divideBoth(
  from: string,
  to: string,
  language: string,
  around?: Around,
): [Part[], Part[]] {
  const [old, young] = [read(from), from === to ? null : read(to)];
  const saying = { language, around };
  if (old && from === to) return [partsOf(from, old, saying), partsOf(from, old, saying)];
  if (old && young) return [partsOf(from, old, saying), partsOf(to, young, saying)];
  return [byLines(from, saying), byLines(to, saying)];
}

/** Divides one text into its parts, as displayed. */
export function divide(markdown: string, language: string, around?: Around): Part[] {
  const nodes = read(markdown);
  const saying = { language, around };
  return nodes ? partsOf(markdown, nodes, saying) : byLines(markdown, saying);
}

function read(markdown: string): RootContent[] | null {
  try {
    return nodesOf(markdown);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The language of a text, and what its agreement says of its headings. */
type Saying = { language: string; around?: Around | undefined };

type Begun = { kind: Part["kind"]; line: number; heading: string; pieces: Piece[] };

function partsOf(markdown: string, nodes: RootContent[], saying: Saying): Part[] {
  const { language } = saying;
  const annexed = nodes.findIndex((node, at) => at > 0 && isHeading(node, 1));
  const isAnnexed = (at: number) => annexed >= 0 && at >= annexed;
  const headings = nodes.filter((node, at) => isHeading(node, 2) && !isAnnexed(at));
  const articleOf = slugsOf(headings.map(plain));
  const reading: Reading = { language, articleOf, faults: [] };
  const legible = readable(markdown, reading);
  const begun: Begun[] = [{ kind: "head", line: 1, heading: "", pieces: [] }];
  for (const [at, node] of nodes.entries()) {
    const kind = isAnnexed(at) && isHeading(node, 1) ? "annex" : "article";
    const opens = kind === "annex" || (isHeading(node, 2) && !isAnnexed(at));
    const titles = at === 0 && isHeading(node, 1);
    if (node.type !== "heading" || !(opens || titles)) {
      const blocks = readBlocks(legible(node), reading);
      begun.at(-1)?.pieces.push(...piecesOf(blocks, language));
      continue;
    }
    const [mended] = legible(node, { heading: true });
    const heading = readHeading(mended?.type === "heading" ? mended : node, reading);
    const words: Inline[] = [{ kind: "text", text: heading }];
    const piece: Piece = { kind: titles ? "title" : kind, level: 0, quotes: 0, words };
    if (opens) {
      begun.push({ kind, line: node.position?.start.line ?? 1, heading, pieces: [piece] });
    } else Object.assign(begun[0] ?? {}, { heading, pieces: [piece] });
  }
  return named(markdown, begun, saying);
}

/** A text that takes too long to parse: its lines as written, except for heading marks. */
function byLines(markdown: string, saying: Saying): Part[] {
  const begun: Begun[] = [{ kind: "head", line: 1, heading: "", pieces: [] }];
  let [annexed, line] = [false, 0];
  for (const text of markdown.split("\n")) {
    line++;
    if (text.trim() === "") continue;
    const [, marks = "", heading = ""] = /^(##?) (.*)$/.exec(text) ?? [];
    const title = marks === "#" && line === 1;
    const kind = marks === "#" && !title ? "annex" : "article";
    annexed ||= kind === "annex" && marks !== "";
    const opens = marks !== "" && !title && (kind === "annex" || !annexed);
    const head = title || opens;
    const words: Inline[] = [{ kind: "text", text: head ? heading.trim() : text.trimEnd() }];
    const named = title ? "title" : kind;
    const piece: Piece = { kind: head ? named : "source", level: 0, quotes: 0, words };
    if (opens) begun.push({ kind, line, heading: heading.trim(), pieces: [piece] });
    else begun.at(-1)?.pieces.push(piece);
    if (title) Object.assign(begun[0] ?? {}, { heading: heading.trim() });
  }
  return named(markdown, begun, saying);
}

/** Numbers the parts as printed, and gives each its words and its lines. */
function named(markdown: string, begun: Begun[], { language, around }: Saying): Part[] {
  const forms = formsOf(language, around);
  const lines = [0, ...[...markdown.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const articles = begun.filter(({ kind }) => kind === "article").length;
  const annexes = begun.filter(({ kind }) => kind === "annex").length;
  return begun.map(({ kind, line, heading, pieces }, number) => {
    const numbered = kind === "article" ? forms.article(number) : "";
    const name = kind === "annex" ? forms.annex(number - articles, annexes) : numbered;
    const text = pieces.map((piece) => wordsOf(piece, language, forms)).join("\n");
    const end = begun[number + 1]?.line;
    const source = markdown.slice(lines[line - 1], end === undefined ? undefined : lines[end - 1]);
    return { number, kind, name, heading, pieces, text, source };
  });
}
