import type { Flags, Piece } from "./word-blocks.ts";

/** Codes that only a symbol font maps to characters, including codes of letters. */
const ownCodes = /[\ue000-\uf8ff]+/;
const anyCodes = /[!-\u00ff\ue000-\uf8ff]+/;

/** Returns the words. A character that exists only in its font is reported as lost, with font and code. */
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
