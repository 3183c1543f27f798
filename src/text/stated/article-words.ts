import type { Article, Block, Inline } from "../articles.ts";
import { figuresIn } from "./figures-in.ts";
import { type Figure, referenceMark, tokensOf } from "./tokens.ts";

type Unit = { label: string | undefined; text: string };

/** The words of an article in one line, ` . this agreement shall … #6 months . `, and where each of them was written. */
export type ArticleWords = {
  number: number;
  line: string;
  /** The place in the line of each token, ascending. */
  places: number[];
  tokens: (Figure & { unit: Unit })[];
};

/** Words quoted at length are another text's: those that an amendment puts into it. */
const quoted = /[“«„][^“”«»„]{80,}[”»]/gu;

/** What was read of the last articles. In a text that is being written, most stay as they were. */
const known = new Map<string, Omit<ArticleWords, "number">>();
const maxKnown = 400;

/** Reads an article's heading and blocks, without block quotes and long quotations, which are another text's words. */
export function articleWords({ number, heading, blocks }: Article, language: string): ArticleWords {
  const units = [{ label: undefined, text: heading }, ...unitsIn(blocks)];
  const key = JSON.stringify([language, units]);
  const read = known.get(key) ?? readUnits(units, language);
  // The map keeps the order in which its entries were used.
  known.delete(key);
  known.set(key, read);
  if (known.size > maxKnown) known.delete(known.keys().next().value ?? "");
  return { ...read, number };
}

function readUnits(units: Unit[], language: string): Omit<ArticleWords, "number"> {
  const words = { line: " . ", places: [], tokens: [] };
  for (const unit of units) {
    const text = unit.text.replaceAll(quoted, (found) => " ".repeat(found.length));
    for (const token of figuresIn(tokensOf(text), language)) put(words, { ...token, unit });
    if (!words.line.endsWith(" . ")) {
      const end = unit.text.length;
      put(words, { word: ".", from: end, to: end, before: "", unit });
    }
  }
  return words;
}

function put(words: Omit<ArticleWords, "number">, token: Figure & { unit: Unit }): void {
  words.places.push(words.line.length);
  words.tokens.push(token);
  words.line += `${token.word} `;
}

function unitsIn(blocks: Block[], label?: string): Unit[] {
  return blocks.flatMap((block): Unit[] => {
    switch (block.kind) {
      case "list":
        return block.items.flatMap((item, index) => {
          const own = block.ordered ? String(block.start + index) : undefined;
          return unitsIn(item, label && own ? `${label}.${own}` : (own ?? label));
        });
      case "paragraph":
        return [{ label, text: block.inlines.map(worded).join("") }];
      default:
        return [];
    }
  });
}

function worded(inline: Inline): string {
  if (inline.kind === "text") return inline.text;
  return inline.kind === "reference" ? `${referenceMark}${inline.article} ` : " ";
}

/** What was written between two places of the line, and the paragraph's number. */
export function writtenAt(
  { places, tokens }: ArticleWords,
  from: number,
  to: number,
): { found: string; paragraph: string | undefined; differ: Figure["differ"] } {
  const first = places.findIndex((place) => place >= from);
  const next = places.findIndex((place) => place >= to);
  const within = tokens.slice(first, next < 0 ? undefined : next);
  const { unit, from: start = 0 } = within[0] ?? {};
  const end = within.findLast((token) => token.unit === unit && token.word !== ".")?.to ?? start;
  return {
    found: (unit?.text.slice(start, end) ?? "")
      .replaceAll(referenceMark, "")
      .replaceAll(/\s+/g, " ")
      .trim(),
    paragraph: unit?.label,
    differ: within.find((token) => token.differ)?.differ,
  };
}
