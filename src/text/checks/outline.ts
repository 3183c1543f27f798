import type { Article, Block, Inline, Text } from "../articles.ts";
import { referenceMark } from "../stated/tokens.ts";

/** A paragraph's words; a reference to an article is its number after `referenceMark`. */
export type Passage = { label: string | undefined; words: string };

/** What a reference to an article can mean. */
export type Part = {
  /** 0 is the title and the preamble; annexes are numbered after the articles. */
  article: number;
  heading: string;
  /** Without block quotes, which are another text's words. */
  passages: Passage[];
  /** The numbers of its paragraphs, `2` or `2.1`, printed or typed. */
  labels: Set<string>;
  /** The letters and numbers in brackets at the beginning of a sub-paragraph, typed. */
  letters: Set<string>;
  /** How many paragraphs it has, numbered or not. */
  paragraphs: number;
  /** How many items its longest list has. */
  items: number;
};

/** The preamble, the articles and the annexes, in this order. */
export function partsOf({ preamble, articles, annexes }: Text): Part[] {
  return [
    partOf({ number: 0, heading: "", blocks: preamble }),
    ...articles.map(partOf),
    ...annexes.map(({ number, ...annex }) =>
      partOf({ ...annex, number: articles.length + number }),
    ),
  ];
}

function partOf({ number, heading, blocks }: Pick<Article, "number" | "heading" | "blocks">): Part {
  const part: Part = {
    article: number,
    heading,
    passages: [],
    labels: new Set(),
    letters: new Set(),
    paragraphs: 0,
    items: 0,
  };
  put(part, blocks);
  part.paragraphs = Math.max(
    blocks.filter(({ kind }) => kind === "paragraph").length,
    ...blocks.map((block) => (block.kind === "list" ? block.items.length : 0)),
  );
  for (const { words } of part.passages) {
    const typed = /^ ?\(?(\d{1,2}(?:\.\d{1,2})?)[.)]/.exec(words)?.[1];
    if (typed) part.labels.add(typed);
    if (!words.includes(")")) continue;
    for (const [, letter = ""] of words.matchAll(
      /(?<![\p{L}\p{N}])[(«“"]?(\p{L}{1,2}|[ivx]{1,4}|\d{1,2})[»”"]?\)/gu,
    )) {
      part.letters.add(letter.toLowerCase());
    }
  }
  return part;
}

function put(part: Part, blocks: Block[], label?: string): void {
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      part.passages.push({ label, words: block.inlines.map(worded).join("") });
    } else if (block.kind === "table") {
      for (const cell of [block.header, ...block.rows].flat()) {
        part.passages.push({ label, words: cell.map(worded).join("") });
      }
    } else if (block.kind === "list") {
      part.items = Math.max(part.items, block.items.length);
      for (const [index, item] of block.items.entries()) {
        const own = block.ordered ? String(block.start + index) : undefined;
        const path = label && own ? `${label}.${own}` : (own ?? label);
        if (own && path) part.labels.add(path);
        put(part, item, path);
      }
    }
  }
}

function worded(inline: Inline): string {
  if (inline.kind === "text") return inline.text;
  return inline.kind === "reference" ? `${referenceMark}${inline.article}` : " ";
}
