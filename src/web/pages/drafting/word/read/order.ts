import { directionOf } from "#src/text/languages.ts";
import type { Flags } from "./word-blocks.ts";

const rightToLeft = "\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc";
const alone = new RegExp(`^[${rightToLeft}\\s]*$`);
const twoOfLeft = new RegExp(`[^\\s${rightToLeft}]{2}`);
const twoOfRight = new RegExp(`[${rightToLeft}]{2}`);
const latin = /^[A-Za-z](?:[\w .,:'’-]*\w)?$/;

/**
 * Whether words with an explicit direction would read in another order without it. Our text has no such marks; words
 * follow the direction of their letters (UAX #9).
 */
export function readsOtherwise(
  text: string,
  { how, to }: NonNullable<Flags["forced"]>,
  language: string,
): boolean {
  const words = text.trim();
  if (words.length < 2) return false;
  if (how === "letters") return (to === "rtl" ? twoOfLeft : twoOfRight).test(words);
  if (to === directionOf(language)) return false;
  return !(to === "rtl" ? alone : latin).test(words);
}
