import { wordsOf } from "./words.ts";

const maxWords = 2000;

/** The distinct words of a text, without spaces and signs; only the first ones of a very long text. */
export function vocabularyOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const word of wordsOf(text)) {
    if (words.size === maxWords) break;
    if (/[\p{L}\p{N}]/u.test(word)) words.add(word);
  }
  return words;
}

/** How much two vocabularies share, from 0 to 1 (Dice's coefficient). */
export function similarity(a: Set<string>, b: Set<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (large.size === 0) return 0;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return (2 * shared) / (small.size + large.size);
}
