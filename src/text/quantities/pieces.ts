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
  /(?<figure>\d{1,3}(?:[ ,.]\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?)|(?<word>[\p{L}\p{M}\p{Cf}ـ]+)|(?<sign>\ue001+|[^ ])/gu;

/** The pieces of a text. The hyphens within words are left out: thirty-one is two words. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const read = plain(text);
  for (const match of read.matchAll(piece)) {
    const { figure, word, sign = "" } = match.groups ?? {};
    const [from, to] = [match.index, match.index + match[0].length];
    if (figure !== undefined) {
      pieces.push({ kind: "figure", word: "", value: figureValue(figure), from, to });
    } else if (word !== undefined) {
      const folded = foldWord(text.slice(from, to));
      if (folded) pieces.push({ kind: "word", word: folded, from, to });
    } else if (!isHyphen(sign) || !withinWord(read, from, to)) {
      pieces.push({ kind: "sign", word: sign, from, to });
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
