import type { Flags, Piece } from "./word-blocks.ts";

/** Codes that only a font gives a sign to; and those of letters, where the font gives them another. */
const ownCodes = /[\ue000-\uf8ff]+/;
const anyCodes = /[!-\u00ff\ue000-\uf8ff]+/;

/** Words as they stand; what only its font makes a sign is lost, and named by font and code. */
export function symbolsIn(text: string, flags: Flags): Piece[] {
  const codes = flags.symbols ? anyCodes : ownCodes;
  return text.split(new RegExp(`(${codes.source})`)).flatMap((part, at): Piece[] => {
    if (part === "") return [];
    if (at % 2 === 0) return [{ ...flags, kind: "words", text: part }];
    const words = [flags.symbols, ...[...part].map(codeOf)].filter(Boolean).join(" ");
    return [{ ...flags, kind: "lost", what: "symbol", words }];
  });
}

const codeOf = (sign: string) =>
  `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
