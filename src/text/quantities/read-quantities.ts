import { currencyAfter, currencyBefore } from "./currency.ts";
import { datesIn } from "./dates.ts";
import { erasIn } from "./eras.ts";
import { keysOf, shareKey } from "./keys.ts";
import { minLetters, nounAt, phraseAt } from "./noun.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import type { Placed, Quantity } from "./quantity.ts";
import { meaningOf, type QuantityWords, quantityWords } from "./quantity-words.ts";
import { type NumberRead, numberFrom } from "./read-number.ts";
import { romanValue } from "./roman.ts";
import { writtenTwice } from "./written-twice.ts";

const read = new Map<string, Quantity[]>();
const maxRead = 4000;

/** The numbers, amounts, shares and dates of a paragraph, in order. While one writes, most paragraphs stay the same. */
export function quantitiesIn(text: string, language: string): Quantity[] {
  const key = `${language}\n${text}`;
  const known = read.get(key);
  if (known) return known;
  if (read.size >= maxRead) read.clear();
  const made = readQuantities(text, language);
  read.set(key, made);
  return made;
}

function readQuantities(text: string, language: string): Quantity[] {
  const primary = language.split("-")[0] ?? "";
  const eras = erasIn(text, primary);
  const dates = datesIn(masked(text, eras), language);
  const numbers = numbersIn(masked(masked(text, eras), dates), quantityWords(primary));
  const told = dates.map(({ from, to, day, month, year, numeric }): Quantity => {
    const two = (part: number) => String(part).padStart(2, "0");
    const key = `d:${year ?? ""}-${two(month)}${day === undefined ? "" : `-${two(day)}`}`;
    const written = numeric ? "figures" : "words";
    return { kind: "date", from, to, value: 0, written, keys: [key], must: true };
  });
  return [...eras, ...told, ...numbers].sort((a, b) => a.from - b.from);
}

function masked(text: string, places: { from: number; to: number }[]): string {
  let read = text;
  for (const { from, to } of places) {
    read = read.slice(0, from) + "\ue001".repeat(to - from) + read.slice(to);
  }
  return read;
}

function numbersIn(text: string, own: QuantityWords | null): Quantity[] {
  const pieces = piecesOf(text);
  const placed: Placed[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const read =
      numberFrom(pieces, at, own) ?? timeAndHalf(pieces, at, own) ?? century(pieces, at, text);
    if (!read) continue;
    const one = withNoun(pieces, at, read, { text, own });
    placed.push(one);
    at = one.end - 1;
  }
  return writtenTwice(placed, pieces, text, own).map(({ start: _, end: __, ...one }) => one);
}

/** A year and a half. */
function timeAndHalf(pieces: Piece[], at: number, own: QuantityWords | null): NumberRead | null {
  if (!own || pieces[at]?.kind !== "word") return null;
  const unit = meaningOf(pieces[at]?.word ?? "", own.units);
  const length = unit ? phraseAt(pieces, at + 1, own.andHalf) : 0;
  if (!unit || !length) return null;
  return { kind: "number", value: 1.5, written: "words", end: at + 1 + length, unit };
}

/** A Roman numeral, which the other language may write in words: XXI век. */
function century(pieces: Piece[], at: number, text: string): NumberRead | null {
  const piece = pieces[at];
  const value = piece?.kind === "word" ? romanValue(text.slice(piece.from, piece.to)) : null;
  return value === null ? null : { kind: "implied", value, written: "figures", end: at + 1 };
}

type Context = { text: string; own: QuantityWords | null };

function withNoun(pieces: Piece[], at: number, read: NumberRead, { text, own }: Context): Placed {
  let { value, end, unit }: { value: number; end: number; unit?: Quantity["unit"] } = read;
  const addHalf = () => {
    const length = own ? phraseAt(pieces, end, own.andHalf) : 0;
    if (length) value += 0.5;
    end += length;
  };
  if (read.kind === "number") addHalf();
  const noun = unit ? null : nounAt(pieces, end, own, gapOf(read));
  if (noun) {
    unit = noun.unit;
    end = noun.end;
    if (read.kind === "number") addHalf();
  }
  const before = currencyBefore(pieces, at, text);
  const after = noun || before ? null : currencyAfter(pieces, end);
  if (after) end = after.end;
  const nounBefore = !unit && !after && !before ? unitBefore(pieces, at, own) : undefined;
  unit ??= nounBefore;
  const start = before ? before.start : nounBefore ? at - 1 : at;
  const currency = before?.code ?? after?.code;
  const [first, last] = [pieces[start], pieces[end - 1]];
  const minus = minusBefore(pieces, at, start, own);
  const one: Placed = {
    kind: read.kind,
    from: Math.min(minus ?? Number.POSITIVE_INFINITY, first?.from ?? 0),
    to: last?.to ?? 0,
    value,
    written: read.written,
    keys: [],
    must: false,
    start,
    end,
    ...(unit && { unit }),
    ...(currency && { currency }),
    ...(minus !== null && { negative: true }),
  };
  if (isYear(one, text)) one.kind = "year";
  const part = read.parts ? [shareKey(1 / read.parts)] : [];
  return { ...one, keys: [...keysOf(one, own), ...part], must: isNeeded(one, read) };
}

/** The letters that a word between a number and its noun has at least: thirty calendar days, half a year. */
function gapOf({ kind, unsure }: NumberRead): number {
  if (unsure) return Number.POSITIVE_INFINITY;
  return kind === "share" ? 1 : minLetters;
}

/** Arabic: اليوم السابع, السنوات السبع. */
function unitBefore(
  pieces: Piece[],
  at: number,
  own: QuantityWords | null,
): Quantity["unit"] | undefined {
  const piece = pieces[at - 1];
  if (!own?.nounFirst || piece?.kind !== "word") return undefined;
  return piece.word.startsWith("ال") ? meaningOf(piece.word, own.units) : undefined;
}

/** The place of a minus before the number, as a sign or a word; null if there is none. */
function minusBefore(
  pieces: Piece[],
  at: number,
  start: number,
  own: QuantityWords | null,
): number | null {
  const [sign, number] = [pieces[at - 1], pieces[at]];
  if (sign?.word === "-" && sign.to === number?.from) {
    const last = pieces[at - 2];
    // A dash within a range or a code is no minus.
    return !last || last.to < sign.from || last.word === "(" ? sign.from : null;
  }
  const word = pieces[start - 1];
  if (word?.kind !== "word" || !own || !meaningOf(word.word, own.minus)) return null;
  // Au moins dix: at least ten.
  if (/^(?:au|du|pas|ni|plus|ou|не)$/.test(pieces[start - 2]?.word ?? "")) return null;
  return word.from;
}

/** A figure of four digits alone. */
function isYear({ kind, value, written, unit, currency, from, to }: Placed, text: string): boolean {
  if (kind !== "number" || written !== "figures" || currency) return false;
  if (unit !== undefined && unit !== "years") return false;
  return (
    /^\p{Nd}{4}$/u.test(text.slice(from, from + 4)) && value >= 1000 && value < 2200 && to > from
  );
}

function isNeeded(
  { kind, value, unit, currency, written }: Quantity,
  { unsure }: NumberRead,
): boolean {
  if (kind === "implied" || kind === "year") return false;
  if (kind === "share") return value !== 0.5;
  if (unsure && unit === undefined && currency === undefined) return false;
  return kind === "ordinal" && written === "words" ? value > 3 : value > 2 || value === 1.5;
}
