import type { Fault } from "#src/errors.ts";
import type { Block, Text } from "./articles.ts";

/** Where language versions are not built alike: other articles, other paragraphs, other rows. */
export function sameShape(texts: Text[]): Fault[] {
  const [first, ...others] = texts;
  if (!first) return [];
  return others.flatMap((text) => {
    const file = `${text.language}.md`;
    if (text.articles.length !== first.articles.length) {
      const counts = `${text.articles.length} articles, ${first.language} has ${first.articles.length}`;
      return [{ file, detail: `has ${counts}` }];
    }
    const parts = [
      { name: "the preamble", mine: text.preamble, theirs: first.preamble },
      ...text.articles.map((article, index) => ({
        name: `article ${article.number} (${article.heading})`,
        mine: article.blocks,
        theirs: first.articles[index]?.blocks ?? [],
      })),
    ];
    return parts
      .filter(({ mine, theirs }) => outline(mine) !== outline(theirs))
      .map(({ name }) => ({ file, detail: `${name} is not built as in ${first.language}` }));
  });
}

/** A block's kind and, within it, its parts': `paragraph list(paragraph,paragraph) table(4x3)`. */
function outline(blocks: Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === "list") return `list(${block.items.map(outline).join(",")})`;
      if (block.kind === "table") return `table(${block.rows.length}x${block.header.length})`;
      return block.kind === "quote" ? `quote(${outline(block.blocks)})` : block.kind;
    })
    .join(" ");
}
