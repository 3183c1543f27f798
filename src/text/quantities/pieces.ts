import { foldWord } from "../stated/tokens.ts";
import { plain } from "./plain.ts";

/** A figure, a word or a sign of a paragraph, and where it stands in the text. */
export type Piece = {
  kind: "figure" | "word" | "sign";
  /** A word as folded, a sign as it is. */
  word: string;
  /** The value of a figure. */
  value?: number | undefined;
  from: number;
  to: number;
};

/** A comma, a point or a space before three digits separates thousands; any other comma or point is decimal. */
const piece =
  /\d{1,3}(?:[ ,.]\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?|[\p{L}\p{M}\p{Cf}ـ]+(?:[’ʼ'][\p{Script=Cyrillic}]+)?|\ue001+|[^ ]/gu;

/** The pieces of a text. The hyphens within words are left out: thirty-one is two words. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const read = plain(text);
  for (const { 0: found, index: from } of read.matchAll(piece)) {
    const to = from + found.length;
    if (/^\d/.test(found)) {
      pieces.push({ kind: "figure", word: "", value: figureValue(found), from, to });
    } else if (/^[\p{L}\p{M}\p{Cf}ـ]/u.test(found)) {
      const word = foldWord(text.slice(from, to)).replaceAll(" ", "");
      if (word) pieces.push({ kind: "word", word, from, to });
    } else if (!isHyphen(found) || !withinWord(read, from, to)) {
      pieces.push({ kind: "sign", word: found, from, to });
    }
  }
  return pieces;
}

function figureValue(digits: string): number {
  const grouped = /^(\d{1,3}(?:[ ,.]\d{3})+)(?:[.,](\d+))?$/.exec(digits);
  if (!grouped) return Number(digits.replace(",", "."));
  return Number(`${grouped[1]?.replaceAll(/[ ,.]/g, "")}.${grouped[2] ?? 0}`);
}

function isHyphen(sign: string): boolean {
  return /^[-‐‑’']$/.test(sign);
}

function withinWord(text: string, from: number, to: number): boolean {
  return /[\p{L}\p{M}]/u.test(text[from - 1] ?? "") && /\p{L}/u.test(text[to] ?? "");
}
