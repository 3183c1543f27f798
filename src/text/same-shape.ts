import type { Fault } from "#src/errors.ts";
import type { Block, Text } from "./articles.ts";
import { inWords, type Sentence } from "./checks/sentence.ts";

/** Differences in structure between language versions: other articles, other paragraphs, other rows. */
export function sameShape(texts: Text[]): Fault[] {
  return otherShapes(texts).map(({ language, sentence }) => ({
    file: `${language}.md`,
    detail: inWords(sentence, "en"),
  }));
}

type Difference = { language: string; article: number | null; sentence: Sentence };

/** The same with the article's number: 0 for the preamble, null if the number of articles differs. */
export function otherShapes([first, ...others]: Text[]): Difference[] {
  if (!first) return [];
  const theirs = { language: first.language };
  return others.flatMap(({ language, preamble, articles, annexes }): Difference[] => {
    if (articles.length !== first.articles.length) {
      const values = { count: articles.length, other: first.articles.length, language: theirs };
      return [{ language, article: null, sentence: { key: "shape-articles", values } }];
    }
    if (annexes.length !== first.annexes.length) {
      const values = { count: annexes.length, other: first.annexes.length, language: theirs };
      return [{ language, article: null, sentence: { key: "shape-annexes", values } }];
    }
    const parts = [
      {
        article: 0,
        sentence: { key: "shape-preamble", values: { language: theirs } } as Sentence,
        mine: preamble,
        other: first.preamble,
      },
      ...articles.map(({ number, heading, blocks }, index) => ({
        article: number,
        sentence: {
          key: "shape-article",
          values: { number, heading, language: theirs },
        } as Sentence,
        mine: blocks,
        other: first.articles[index]?.blocks ?? [],
      })),
      ...annexes.map(({ number, heading, blocks }, index) => ({
        article: articles.length + number,
        sentence: {
          key: "shape-annex",
          values: { number, heading, language: theirs },
        } as Sentence,
        mine: blocks,
        other: first.annexes[index]?.blocks ?? [],
      })),
    ];
    return parts
      .filter(({ mine, other }) => outline(mine) !== outline(other))
      .map(({ article, sentence }) => ({ language, article, sentence }));
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
