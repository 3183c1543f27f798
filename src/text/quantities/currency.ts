import table from "../../../templates/currencies.json" with { type: "json" };
import { fold } from "../fold.ts";
import type { Piece } from "./pieces.ts";

/** Names and beginnings of names by currency; a name that several currencies share has the code of the best known. */
const names = Object.entries(table.currencies).flatMap(([code, names]) =>
  names.map((name) => [name, code] as const),
);
const signs = new Map(names.filter(([name]) => /^\p{Sc}$/u.test(name)));
const codes = new Map(
  names.filter(([name]) => /^[A-Z]{3}$/.test(name)).map(([name, code]) => [name, code]),
);
const words = new Map(
  names
    .filter(([name]) => !signs.has(name) && !/^US\$$/.test(name))
    .map(([name, code]) => [fold(name), code] as const),
);
const spoken = new RegExp(
  `^(?:${[...words.keys()]
    .sort((a, b) => b.length - a.length)
    .map(pattern)
    .join("|")})`,
  "u",
);

/** A short name is not the beginning of any longer word. */
function pattern(name: string): string {
  if (name.length > 3) return name;
  const ending = /\p{Script=Cyrillic}/u.test(name) ? "\\p{L}{0,3}" : "s?";
  return /\p{Script=Han}/u.test(name) ? name : `${name}${ending}(?!\\p{L})`;
}

/** Words that may stand between a sum and its currency: российских рублей. */
const maxBetween = 1;
const minLetters = 4;

export type CurrencyRead = {
  code: string;
  /** The index of the piece behind it. */
  end: number;
};

/** The currency that follows a number whose last piece is before `at`. */
export function currencyAfter(pieces: Piece[], at: number): CurrencyRead | null {
  for (let skip = 0; skip <= maxBetween; skip += 1) {
    const first = pieces[at + skip];
    if (!first || first.kind === "figure") return null;
    if (first.kind === "sign") {
      const code = skip === 0 ? signs.get(first.word) : undefined;
      return code ? { code, end: at + 1 } : null;
    }
    if (skip === 0 && /^(?:of|de|d)$/.test(first.word)) {
      return currencyAfter(pieces, at + 1);
    }
    const line = following(pieces, at + skip);
    const found = spoken.exec(line)?.[0];
    if (found !== undefined) {
      const code = codeOf(found);
      const end = at + skip + found.split(" ").length;
      if (code) return { code, end };
    }
    if (first.word.length < minLetters) return null;
  }
  return null;
}

function following(pieces: Piece[], at: number): string {
  const words: string[] = [];
  for (let next = at; next < at + 3 && pieces[next]?.kind === "word"; next += 1) {
    words.push(pieces[next]?.word ?? "");
  }
  return words.join(" ");
}

function codeOf(found: string): string | undefined {
  for (let length = found.length; length > 0; length -= 1) {
    const code = words.get(found.slice(0, length));
    if (code) return code;
  }
  return undefined;
}

/** The currency whose sign or code stands before the piece, and the index of its first piece. */
export function currencyBefore(
  pieces: Piece[],
  at: number,
  text: string,
): { code: string; start: number } | null {
  // A minus may stand between: EUR -25,000.
  const last = pieces[at - 1]?.word === "-" ? at - 2 : at - 1;
  const piece = pieces[last];
  if (!piece) return null;
  const written = text.slice(piece.from, piece.to);
  const code =
    piece.kind === "sign" ? signs.get(piece.word) : (codes.get(written) ?? yuan(written));
  if (!code) return null;
  const letters = piece.word === "$" && pieces[last - 1]?.to === piece.from ? 1 : 0;
  return { code, start: last - letters };
}

function yuan(written: string): string | undefined {
  return written.endsWith("人民币") ? "CNY" : undefined;
}
