import { shippedMarks } from "#languages/marks";
import type { Marks } from "./data.ts";
import { findKey } from "./find-key.ts";
import { chineseNumber, romanCapitals } from "./numerals.ts";

const byTag = new Map<string, Marks | undefined>();
const maxTags = 1000;

/** What a language prints around its text; undefined if we have nothing in it. */
export function marksOf(tag: string): Marks | undefined {
  if (byTag.has(tag)) return byTag.get(tag);
  const key = findKey(tag, (one) => shippedMarks(one) !== undefined);
  const marks = key === undefined ? undefined : shippedMarks(key);
  if (byTag.size < maxTags) byTag.set(tag, marks);
  return marks;
}

/** Writes a number into a pattern, in the language's own digits if it has them. The spaces do not break. */
export function numbered(pattern: string, n: number, digits?: string): string {
  return pattern
    .replaceAll(" ", "\u00a0")
    .replace("{n}", inDigits(n, digits))
    .replace("{roman}", romanCapitals(n))
    .replace("{chinese}", chineseNumber(n));
}

function inDigits(n: number, digits: string | undefined): string {
  if (digits === undefined) return String(n);
  const own = [...digits];
  return [...String(n)].map((digit) => own[Number(digit)]).join("");
}
