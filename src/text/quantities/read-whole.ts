import { numberAt } from "../stated/read-number.ts";
import { meaningOf, type QuantityWords } from "./quantity-words.ts";

/** A number in words: its value, whether it is an ordinal, and how many words it takes. */
export type WholeRead = { value: number; ordinal: boolean; length: number };

/** The number in words that begins at `at`, up to billions; null if there is none. The words are folded. */
export function wholeAt(words: string[], at: number, own: QuantityWords): WholeRead | null {
  const { lexicon, scales, lone } = own;
  let total = 0;
  let length = 0;
  let limit = Number.POSITIVE_INFINITY;
  for (;;) {
    const joined = length > 0 && lexicon.joiners.has(words[at + length] ?? "") ? 1 : 0;
    const start = at + length + joined;
    const part = numberAt(words, start, lexicon);
    const next = start + (part?.length ?? 0);
    const scale = meaningOf(words[next] ?? "", scales);
    if (!part && (scale === undefined || meaningOf(words[next] ?? "", lone) === undefined)) break;
    if (own.bareThousand && part?.value === 1 && scale === 1000) break;
    const value = (part?.value ?? 1) * (scale ?? 1);
    if (value >= limit || (scale !== undefined && scale >= limit)) break;
    total += value;
    length = next - at + (scale === undefined ? 0 : 1);
    if (scale === undefined) return { value: total, ordinal: part?.ordinal ?? false, length };
    limit = scale;
  }
  return length === 0 ? null : { value: total, ordinal: false, length };
}
