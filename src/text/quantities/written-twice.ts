import { currencyAfter } from "./currency.ts";
import { keysOf } from "./keys.ts";
import { nounAt, phraseAt } from "./noun.ts";
import type { Piece } from "./pieces.ts";
import type { Placed, Quantity } from "./quantity.ts";
import type { QuantityWords } from "./quantity-words.ts";

/** Words that may stand between a share and its percentage in brackets. */
const maxBetween = 6;

/**
 * Joins a number that is written twice, `thirty (60) days`, `7.50 euros, that is seven hundred euros`: the first stays,
 * and has the other as `unlike` if they differ.
 */
export function writtenTwice(
  placed: Placed[],
  pieces: Piece[],
  text: string,
  own: QuantityWords | null,
): Placed[] {
  const joined: Placed[] = [];
  for (const second of placed) {
    const first = joined.at(-1);
    const how = first && howJoined(first, second, pieces, own);
    if (!first || !how) {
      joined.push(second);
      continue;
    }
    if (!says(first, second)) first.unlike = strip(second);
    if (how === "that-is") {
      joined.push(second);
      continue;
    }
    adopt(first, second, pieces, own);
  }
  return joined.filter(({ to }) => to <= text.length);
}

function howJoined(
  first: Placed,
  second: Placed,
  pieces: Piece[],
  own: QuantityWords | null,
): "brackets" | "that-is" | null {
  const between = pieces.slice(first.end, second.start);
  const closes = pieces[second.end]?.word === ")" || pieces[second.end]?.word === "]";
  const opens = /^[([]$/.test(between.at(-1)?.word ?? "");
  const shared = first.kind === "share" && second.unit === "percent";
  if (opens && between.length === 1 && closes) {
    if (shared || first.written !== second.written) return "brackets";
  }
  if (opens && shared && between.length <= maxBetween) {
    if (between.slice(0, -1).every(({ kind }) => kind === "word")) return "brackets";
  }
  return own && isThatIs(first, second, between, pieces, own) ? "that-is" : null;
}

function isThatIs(
  first: Placed,
  second: Placed,
  between: Piece[],
  pieces: Piece[],
  own: QuantityWords,
): boolean {
  const words = between.filter(({ word }) => !/^[,.(،]$/.test(word));
  if (words.length === 0 || phraseAt(words, 0, own.thatIs) !== words.length) return false;
  // Soit 5 euros, soit 10 euros: either one or the other.
  if (phraseAt(pieces, first.start - words.length, [words.map(({ word }) => word)])) return false;
  if (first.currency) return first.currency === second.currency && first.written !== second.written;
  const kinds = [first, second].map(({ keys }) => keys.find((key) => /^[hm]:/.test(key))?.[0]);
  return kinds[0] !== undefined && kinds[0] === kinds[1];
}

/** Whether two writings of a number say the same. */
function says(first: Quantity, second: Quantity): boolean {
  if (first.keys.some((key) => second.keys.includes(key))) return true;
  const share = second.unit === "percent" ? second.value / 100 : second.value;
  return first.kind === "share" && Math.abs(first.value - share) < 0.01;
}

/** The noun may stand in the brackets or behind them: six thousand (600) liras. */
function adopt(first: Placed, second: Placed, pieces: Piece[], own: QuantityWords | null): void {
  const closed = pieces[second.end]?.word === ")" ? second.end + 1 : second.end;
  const noun = (first.unit ?? second.unit) ? null : nounAt(pieces, closed, own);
  first.unit ??= second.unit ?? noun?.unit;
  first.currency ??= second.currency ?? currencyAfter(pieces, closed)?.code;
  first.keys = [...keysOf(first, own), ...(first.unlike ? [] : second.keys)];
  first.must ||= second.must;
  first.end = closed;
}

function strip({ start: _, end: __, ...one }: Placed): Quantity {
  return one;
}
