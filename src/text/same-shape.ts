import type { Fault } from "#src/errors.ts";
import type { Block, Text } from "./articles.ts";

/** Differences in structure between language versions: other articles, other paragraphs, other rows. */
export function sameShape(texts: Text[]): Fault[] {
  return otherShapes(texts).map(({ language, detail }) => ({ file: `${language}.md`, detail }));
}

type Difference = { language: string; article: number | null; detail: string };

/** The same with the article's number: 0 for the preamble, null if the number of articles differs. */
export function otherShapes([first, ...others]: Text[]): Difference[] {
  if (!first) return [];
  return others.flatMap(({ language, preamble, articles, annexes }): Difference[] => {
    if (articles.length !== first.articles.length) {
      const counts = `${articles.length} articles, ${first.language} has ${first.articles.length}`;
      return [{ language, article: null, detail: `has ${counts}` }];
    }
    if (annexes.length !== first.annexes.length) {
      const counts = `${annexes.length} annexes, ${first.language} has ${first.annexes.length}`;
      return [{ language, article: null, detail: `has ${counts}` }];
    }
    const parts = [
      { article: 0, name: "the preamble", mine: preamble, theirs: first.preamble },
      ...articles.map(({ number, heading, blocks }, index) => ({
        article: number,
        name: `article ${number} (${heading})`,
        mine: blocks,
        theirs: first.articles[index]?.blocks ?? [],
      })),
      ...annexes.map(({ number, heading, blocks }, index) => ({
        article: articles.length + number,
        name: `annex ${number} (${heading})`,
        mine: blocks,
        theirs: first.annexes[index]?.blocks ?? [],
      })),
    ];
    return parts
      .filter(({ mine, theirs }) => outline(mine) !== outline(theirs))
      .map(({ article, name }) => {
        return { language, article, detail: `${name} is not built as in ${first.language}` };
      });
  });
}

/** A block's kind, with the kinds of its parts: `paragraph list(paragraph,paragraph) table(4x3)`. */
function outline(blocks: Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === "list") return `list(${block.items.map(outline).join(",")})`;
      if (block.kind === "table") return `table(${block.rows.length}x${block.header.length})`;
      return block.kind === "quote" ? `quote(${outline(block.blocks)})` : block.kind;
    })
    .join(" ");
}
