import type { RootContent } from "mdast";
import { type Fault, Refusal } from "#src/errors.ts";
import type { Text } from "./articles.ts";
import { readBlocks } from "./blocks.ts";
import { readHeading } from "./inlines.ts";
import { piecesOf } from "./pieces.ts";
import { readPiece } from "./read-piece.ts";
import { fault, plain, type Reading } from "./reading.ts";
import { slugOf, slugsOf } from "./slug.ts";

export type * from "./articles.ts";

const maxArticles = 10_000;

/**
 * Reads CommonMark with tables as the text of an instrument: `#` its title, `##` an article, `[…](#slug)` or
 * `[…](#article-3)` a reference to an article, and each further `#` an annex. Raw HTML is text. Works in linear time.
 * Only a form that we filled ourselves may contain `isolates`.
 * @throws Refusal `invalid-text` with line and column of everything that cannot be printed as it is
 */
export function parseText(
  markdown: string,
  language: string,
  { isolates = false }: { isolates?: boolean } = {},
): Text {
  const nodes = nodesOf(markdown);
  const annexed = nodes.findIndex((node, at) => at > 0 && isHeading(node, 1));
  const headings = nodes.filter((node, at) => {
    return isHeading(node, 2) && (annexed < 0 || at < annexed);
  });
  const faults: Fault[] = [];
  const articleOf = slugsOf(headings.map(plain));
  const reading: Reading = { language, faults, articleOf, isolates };
  if (headings.length > maxArticles) {
    fault(reading, headings[maxArticles], `more than ${maxArticles} articles`);
    throw new Refusal("invalid-text", `The text has more than ${maxArticles} articles.`, {
      errors: faults,
    });
  }
  const text = divide(nodes, reading);
  if (faults.length > 0) {
    throw new Refusal("invalid-text", `The ${language} text cannot be printed as it stands.`, {
      errors: faults.slice(0, 100),
    });
  }
  return text;
}

/**
 * The nodes of CommonMark with tables, each with its line.
 * @throws Refusal `invalid-text` for text that is nested too deeply or would take too long to read
 */
export function nodesOf(markdown: string): RootContent[] {
  return piecesOf(markdown).flatMap(readPiece);
}

export function isHeading(node: RootContent, depth: number): boolean {
  return node.type === "heading" && node.depth === depth;
}

function divide(nodes: RootContent[], reading: Reading): Text {
  const [first, ...rest] = nodes;
  const titled = first?.type === "heading" && first.depth === 1;
  const title = titled ? readHeading(first, reading) : "";
  if (!title) fault(reading, first, "the text must begin with its title, # …");
  const text: Text = { language: reading.language, title, preamble: [], articles: [], annexes: [] };
  let begun: RootContent[] = [];
  const end = () => {
    const blocks = readBlocks(begun, reading);
    const part = text.annexes.at(-1) ?? text.articles.at(-1);
    if (part) part.blocks = blocks;
    else text.preamble = blocks;
    begun = [];
  };
  for (const node of titled ? rest : nodes) {
    const annex = node.type === "heading" && node.depth === 1;
    // Within an annex a second-level heading is the annex's own, not an article.
    const article = node.type === "heading" && node.depth === 2 && text.annexes.length === 0;
    if (!annex && !article) {
      begun.push(node);
      continue;
    }
    end();
    const heading = readHeading(node, reading);
    if (!heading) fault(reading, node, `an ${annex ? "annex" : "article"} without a heading`);
    if (annex) {
      text.annexes.push({ number: text.annexes.length + 1, heading, blocks: [] });
      continue;
    }
    const number = text.articles.length + 1;
    text.articles.push({ number, heading, slug: slugOf(plain(node)), blocks: [] });
  }
  end();
  return text;
}
