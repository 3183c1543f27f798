import type { Text } from "../../articles.ts";
import { fold } from "../../fold.ts";
import { anyOf } from "../../quantities/amount-words.ts";
import { quantitiesOf, type ReadParagraph } from "../../quantities/in-text.ts";
import type { Quantity } from "../../quantities/quantity.ts";
import { type RestatedWords, restatedWords } from "../../quantities/restated-words.ts";
import type { Warning } from "../warning.ts";

type Restated = { paragraph: ReadParagraph; quantity: Quantity };
type Pair = { first: Restated; again: Restated };

/**
 * A number that a text says once more and otherwise: “ten days … the said fourteen-day period”, “consists of four
 * inspectors … the six inspectors”, the third instrument of ratification in one article and the fourth in another. Five
 * languages. It leaves out what may be a part, a sum or a multiple of the first number.
 */
export function restatedNumbers(text: Text): Warning[] {
  const words = restatedWords(text.language.split("-")[0] ?? "");
  if (!words) return [];
  const paragraphs = quantitiesOf(text);
  const pairs = [
    ...paragraphs.flatMap((paragraph) => [
      ...saidPeriods(paragraph, words),
      ...members(paragraph, words),
    ]),
    ...instruments(paragraphs, words),
  ];
  return pairs.map(({ first, again }) => {
    const [there, here] = [quoteOf(first), quoteOf(again)];
    return {
      rule: "restated-numbers",
      source: { key: "practice" },
      language: text.language,
      article: again.paragraph.article,
      paragraph: again.paragraph.label,
      detail: { key: "restated-unlike", values: { here, there } },
      found: [here],
      also: [
        {
          language: text.language,
          article: first.paragraph.article,
          paragraph: first.paragraph.label,
          found: [there],
        },
      ],
    };
  });
}

function quoteOf({ paragraph, quantity }: Restated): string {
  return paragraph.text.slice(quantity.from, quantity.to);
}

const near = 40;

/** The words around a quantity, as folded. */
function around(text: string, { from, to }: Quantity, behind = near): string[] {
  return fold(text.slice(Math.max(0, from - near), to + behind)).split(" ");
}

/** A period that is called the said one, and differs from the only one before it. */
function saidPeriods(paragraph: ReadParagraph, words: RestatedWords): Pair[] {
  const periods = paragraph.quantities.filter(({ unit, kind }) => {
    return unit !== undefined && unit !== "percent" && kind !== "implied" && kind !== "share";
  });
  const [first, again, ...others] = periods;
  if (!first || !again || others.length > 0 || first.unit !== again.unit) return [];
  if (first.kind !== again.kind || first.value === again.value) return [];
  if (!anyOf(around(paragraph.text, again), words.said)) return [];
  return [{ first: { paragraph, quantity: first }, again: { paragraph, quantity: again } }];
}

/** The number of members of a body, and a larger number of them later in the same paragraph. */
function members(paragraph: ReadParagraph, words: RestatedWords): Pair[] {
  const { text, quantities } = paragraph;
  const counts = quantities.filter(({ kind, unit, currency }) => {
    return kind === "number" && unit === undefined && currency === undefined;
  });
  const first = counts.find((one) => anyOf(around(text, one), words.consists));
  const noun = first && nounsBeside(text, first)[0];
  if (!first || !noun || noun.length < minLetters) return [];
  const later = counts.filter(({ from }) => from > first.to);
  const again = later.find((one) => {
    if (one.value <= first.value || one.value % first.value === 0) return false;
    if (isSum(one, later)) return false;
    return nounsBeside(text, one).some((word) => isSameNoun(word, noun));
  });
  return again
    ? [{ first: { paragraph, quantity: first }, again: { paragraph, quantity: again } }]
    : [];
}

const minLetters = 4;

/** The word behind a number and the word before it, without the Arabic article. */
function nounsBeside(text: string, { from, to }: Quantity): string[] {
  const before = fold(text.slice(Math.max(0, from - near), from))
    .split(" ")
    .slice(-1);
  const behind = fold(text.slice(to, to + near))
    .split(" ")
    .slice(0, 1);
  return [...behind, ...before].map((word) => word.replace(/^ال(?=\p{L}{3})/u, ""));
}

const stemLetters = 5;

/** Whether two words begin alike: a noun is declined, and the Arabic plural has one of two endings. */
function isSameNoun(one: string, other: string): boolean {
  const length = Math.min(stemLetters, Math.max(minLetters, other.length - 2));
  return one.slice(0, length) === other.slice(0, length);
}

/** Three of one Party and two of the other are five. */
function isSum({ value, from }: Quantity, counts: Quantity[]): boolean {
  const before = counts.filter((one) => one.from < from).map((one) => one.value);
  return before.some((one, at) => before.slice(at + 1).some((other) => one + other === value));
}

/** The third instrument of ratification in one paragraph, the fourth in another. */
function instruments(paragraphs: ReadParagraph[], words: RestatedWords): Pair[] {
  const named = paragraphs.flatMap((paragraph) => {
    const { text, quantities } = paragraph;
    const ordinals = quantities.filter(({ kind, value }) => kind === "ordinal" && value > 1);
    if (ordinals.length === 0) return [];
    const all = fold(text).split(" ");
    if (anyOf(all, words.amends) || !anyOf(all, words.deposit)) return [];
    return ordinals
      .filter((one) => isOfInstrument(text, one, words))
      .map((quantity) => ({ paragraph, quantity }));
  });
  const [first] = named;
  const again = named.find(({ quantity }) => quantity.value !== first?.quantity.value);
  return first && again ? [{ first, again }] : [];
}

function isOfInstrument(text: string, { from, to }: Quantity, words: RestatedWords): boolean {
  const before = fold(text.slice(Math.max(0, from - near), from))
    .split(" ")
    .slice(-1);
  const behind = fold(text.slice(to, to + near))
    .split(" ")
    .slice(0, 2);
  return anyOf([...before, ...behind], words.instrument);
}
