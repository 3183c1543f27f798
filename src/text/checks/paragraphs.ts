import type { Block, Inline, Text } from "../articles.ts";

export type Paragraph = {
  /** 0 is the title and the preamble; annexes are numbered after the articles. */
  article: number;
  /** The printed number, `2` or `2.1`. */
  label?: string | undefined;
  text: string;
  /** The articles it refers to. */
  references: number[];
};

const known = new WeakMap<Text, Paragraph[]>();

/** A text's words, heading by heading, paragraph by paragraph and cell by cell. */
export function paragraphsOf(text: Text): readonly Paragraph[] {
  const made = known.get(text) ?? readParagraphs(text);
  known.set(text, made);
  return made;
}

function readParagraphs({ title, preamble, articles, annexes }: Text): Paragraph[] {
  return [
    { article: 0, text: title, references: [] },
    ...inBlocks(preamble, 0),
    ...articles.flatMap(({ number, heading, blocks }) => [
      { article: number, text: heading, references: [] },
      ...inBlocks(blocks, number),
    ]),
    ...annexes.flatMap(({ number, heading, blocks }) => [
      { article: articles.length + number, text: heading, references: [] },
      ...inBlocks(blocks, articles.length + number),
    ]),
  ];
}

function inBlocks(blocks: Block[], article: number, label?: string): Paragraph[] {
  return blocks.flatMap((block): Paragraph[] => {
    switch (block.kind) {
      case "list":
        return block.items.flatMap((item, index) => {
          const own = block.ordered ? String(block.start + index) : undefined;
          return inBlocks(item, article, label && own ? `${label}.${own}` : (own ?? label));
        });
      case "quote":
        return inBlocks(block.blocks, article, label);
      case "table":
        return [block.header, ...block.rows].flat().map((cell) => worded(cell, article, label));
      default:
        return [worded(block.inlines, article, label)];
    }
  });
}

function worded(inlines: Inline[], article: number, label: string | undefined): Paragraph {
  return {
    article,
    label,
    text: inlines.map((one) => (one.kind === "text" ? one.text : " ")).join(""),
    references: inlines.flatMap((one) => (one.kind === "reference" ? [one.article] : [])),
  };
}
