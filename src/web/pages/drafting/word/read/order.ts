import { directionOf } from "#src/text/isolate.ts";
import type { Flags } from "./word-blocks.ts";

const rightToLeft = "\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc";
const alone = new RegExp(`^[${rightToLeft}\\s]*$`);
const twoOfLeft = new RegExp(`[^\\s${rightToLeft}]{2}`);
const twoOfRight = new RegExp(`[${rightToLeft}]{2}`);
const latin = /^[A-Za-z](?:[\w .,:'’-]*\w)?$/;

/**
 * Whether words to which the document gave a direction are read in another order without it. A text of ours holds no such
 * marks: its words stand in the order of their own letters (UAX #9).
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
