import { inOneWord } from "../stated/figures-in.ts";
import type { Piece } from "./pieces.ts";
import { type Implied, meaningOf, type QuantityWords, type TimeUnit } from "./quantity-words.ts";
import { wholeAt } from "./read-whole.ts";

/** A number that begins at a piece, without what it counts. */
export type NumberRead = {
  kind: "number" | "ordinal" | "share" | "implied";
  value: number;
  written: "figures" | "words";
  /** The index of the piece behind it. */
  end: number;
  unit?: TimeUnit | undefined;
  /** The number of parts, of which one may be meant: a fifth. */
  parts?: number | undefined;
  /** A form that may be another word: neuf, семью. */
  unsure?: true | undefined;
};

/** Endings that make an ordinal of a figure. */
const endings =
  /^(?:st|nd|rd|th|er|re|e|eme|я|и|го|му|м|ыи|ои|ого|ому|ая|ую|шы|ші|ншы|нші|інші|ыншы)$/;

/**
 * The number at a piece, in figures or in words; null if there is none. Whole numbers in words are read by
 * `stated/read-number.ts`, through `read-whole.ts`; this adds figures, shares, scales and what a word means by itself.
 */
export function numberFrom(
  pieces: Piece[],
  at: number,
  own: QuantityWords | null,
): NumberRead | null {
  const piece = pieces[at];
  if (piece?.kind === "figure") return figure(pieces, at, own);
  if (piece?.kind !== "word" || !own || !mayBegin(piece.word, own)) return null;
  return shareFrom(pieces, at, own) ?? inWords(pieces, at, own) ?? lone(pieces, at, own);
}

const maxKnown = 20_000;

/** Whether a word can begin a number: most cannot, and texts repeat their words. */
function mayBegin(word: string, own: QuantityWords): boolean {
  const known = own.beginnings.get(word);
  if (known !== undefined) return known;
  const piece: Piece = { kind: "word", word, from: 0, to: 0 };
  const begins = [shareFrom, inWords, lone].some((read) => read([piece], 0, own) !== null);
  const made = begins || (own.partsFirst && meaningOf(word, own.parts) !== undefined);
  if (own.beginnings.size < maxKnown) own.beginnings.set(word, made);
  return made;
}

function figure(pieces: Piece[], at: number, own: QuantityWords | null): NumberRead {
  const { value = 0, to = 0 } = pieces[at] ?? {};
  const read: NumberRead = { kind: "number", value, written: "figures", end: at + 1 };
  const [next, after, last] = [pieces[at + 1], pieces[at + 2], pieces[at + 3]];
  if (next?.word === "/" && next.from === to && after?.kind === "figure" && last?.word !== "/") {
    const parts = after.value ?? 0;
    if (after.from === next.to && value < parts && parts <= 100) {
      return { ...read, kind: "share", value: value / parts, end: at + 3 };
    }
  }
  if (next?.kind === "word" && next.from === to && endings.test(next.word)) {
    return { ...read, kind: "ordinal", end: at + 2 };
  }
  if (next && /^[-‐‑]$/.test(next.word) && next.from === to && after?.from === next.to) {
    if (endings.test(after.word)) return { ...read, kind: "ordinal", end: at + 3 };
    const unit = own && (meaningOf(after.word, own.joined) ?? meaningOf(after.word, own.units));
    return unit ? { ...read, unit, end: at + 3 } : read;
  }
  const scale = next?.kind === "word" && own ? meaningOf(next.word, own.scales) : undefined;
  if (scale === undefined) return read;
  // The full stop of an abbreviation: 5 тыс. тонн.
  const stop = after?.word === "." && after.from === next?.to && last?.kind === "word" ? 1 : 0;
  return { ...read, value: value * scale, end: at + 2 + stop };
}

/** A share in words: two thirds, деux tiers, үштен екі, a half. */
function shareFrom(pieces: Piece[], at: number, own: QuantityWords): NumberRead | null {
  const words = wordsFrom(pieces, at);
  const share = (value: number, length: number): NumberRead => {
    return { kind: "share", value, written: "words", end: at + length };
  };
  if (own.partsFirst) {
    const parts = meaningOf(words[0] ?? "", own.parts);
    const number = parts ? wholeAt(words, 1, own) : null;
    if (!parts || !number || number.ordinal || number.value >= parts) return null;
    return share(number.value / parts, 1 + number.length);
  }
  const number = wholeAt(words, 0, own);
  if (!number || number.ordinal) return null;
  const parts = meaningOf(words[number.length] ?? "", own.parts);
  if (!parts || number.value >= parts) return null;
  return share(number.value / parts, number.length + 1);
}

const maxWords = 16;

function wordsFrom(pieces: Piece[], at: number): string[] {
  const words: string[] = [];
  for (let next = at; next < at + maxWords && pieces[next]?.kind === "word"; next += 1) {
    words.push(pieces[next]?.word ?? "");
  }
  return words;
}

function inWords(pieces: Piece[], at: number, own: QuantityWords): NumberRead | null {
  const word = pieces[at]?.word ?? "";
  if (meaningOf(word, own.oneAndHalf)) {
    return { kind: "number", value: 1.5, written: "words", end: at + 1 };
  }
  const within = inOneWord(word, own.lexicon);
  if (within) {
    const third = meaningOf(within.rest, own.parts);
    if (third) return { kind: "share", value: within.value / third, written: "words", end: at + 1 };
    const unit = meaningOf(within.rest, own.joined) ?? meaningOf(within.rest, own.units);
    return { kind: "number", value: within.value, written: "words", end: at + 1, unit };
  }
  const number = wholeAt(wordsFrom(pieces, at), 0, own);
  if (!number) return null;
  const { value, ordinal, length } = number;
  const alone = length === 1;
  const unsure = alone && meaningOf(word, own.unsure) ? true : undefined;
  const parts = ordinal && value <= 20 ? value : alone ? meaningOf(word, own.alsoParts) : undefined;
  const kind = ordinal ? "ordinal" : "number";
  return { kind, value, written: "words", end: at + length, unsure, parts };
}

/** A word that means a number or a period by itself: quarter, dozen, half. */
function lone(pieces: Piece[], at: number, own: QuantityWords): NumberRead | null {
  const word = pieces[at]?.word ?? "";
  const implied: Implied | undefined = meaningOf(word, own.implied);
  if (implied) return { kind: "implied", ...implied, written: "words", end: at + 1 };
  if (meaningOf(word, own.half))
    return { kind: "share", value: 0.5, written: "words", end: at + 1 };
  const parts = meaningOf(word, own.parts);
  return parts ? { kind: "implied", value: 1 / parts, written: "words", end: at + 1 } : null;
}
