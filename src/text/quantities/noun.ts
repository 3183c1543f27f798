import type { Piece } from "./pieces.ts";
import { meaningOf, type QuantityWords, type TimeUnit } from "./quantity-words.ts";

/** The length of the first of the phrases that stands at the place; 0 if none does. */
export function phraseAt(pieces: Piece[], at: number, phrases: string[][]): number {
  const found = phrases.find((words) => {
    return words.every((word, next) => word !== "" && pieces[at + next]?.word === word);
  });
  return found?.length ?? 0;
}

/** The letters that a word between a number and its noun has at least: thirty calendar days. */
export const minLetters = 4;

/** What a number counts, if it is a time or per cent; at most one word stands between. */
export function nounAt(
  pieces: Piece[],
  at: number,
  own: QuantityWords | null,
  letters = minLetters,
): { unit: TimeUnit | "percent"; end: number } | null {
  if (/^[%٪]$/.test(pieces[at]?.word ?? "")) return { unit: "percent", end: at + 1 };
  if (!own) return null;
  const percent = phraseAt(pieces, at, own.percent);
  if (percent) return { unit: "percent", end: at + percent };
  for (const skip of [0, 1]) {
    const [between, piece] = [pieces[at], pieces[at + skip]];
    if (piece?.kind !== "word") return null;
    if (skip === 1 && (between?.word.length ?? 0) < letters) return null;
    const unit = meaningOf(piece.word, own.units);
    if (unit) return { unit, end: at + skip + 1 };
  }
  return null;
}
