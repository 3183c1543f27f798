import type { Outline } from "./compact-font.ts";
import type { Face } from "./faces.ts";
import type { Sign } from "./sign.ts";

/** The fonts of one PDF, as far as used, and the characters that could not be printed. */
export type Ink = {
  fonts: Map<Face, InkFont>;
  /** Code point → the places where it occurs. */
  missing: Map<number, Set<string>>;
  miss(codePoint: number, place: string): void;
};

/** One font of the PDF: a character code (CID) for each pair of outline and source text. */
export type InkFont = {
  /** The name in the page's resources. */
  name: string;
  face: Face;
  codes: Map<string, number>;
  /** The same by the high and the low bits of a sign's number; 0 if not looked up yet. */
  codesById: Uint16Array[];
  /** By CID; the first is .notdef, which no text uses. */
  entries: (Outline & { text: string })[];
};

export function newInk(): Ink {
  const missing = new Map<number, Set<string>>();
  return {
    fonts: new Map(),
    missing,
    miss(codePoint, place) {
      const places = missing.get(codePoint);
      if (places) places.add(place);
      else missing.set(codePoint, new Set([place]));
    },
  };
}

export function fontOf(ink: Ink, face: Face): InkFont {
  const known = ink.fonts.get(face);
  if (known) return known;
  const font: InkFont = {
    name: `F${ink.fonts.size + 1}`,
    face,
    codes: new Map(),
    codesById: [],
    entries: [
      { parts: [{ glyph: 0, x: 0, y: 0 }], advance: face.advance(0) / face.unit, text: "" },
    ],
  };
  ink.fonts.set(face, font);
  return font;
}

/** The code of a sign in this PDF. */
export function codeOf(font: InkFont, sign: Sign): number {
  return font.codesById[sign.id >> 8]?.[sign.id & 0xff] || findCode(font, sign);
}

function findCode(font: InkFont, sign: Sign): number {
  const code = font.codes.get(sign.key) ?? newCode(font, sign);
  const shelf = font.codesById[sign.id >> 8] ?? new Uint16Array(256);
  font.codesById[sign.id >> 8] = shelf;
  shelf[sign.id & 0xff] = code;
  return code;
}

function newCode(font: InkFont, { key, text, glyph, parts, advance }: Sign): number {
  const { face, entries } = font;
  const code = entries.length;
  entries.push(
    parts
      ? { parts, advance, text }
      : { parts: [{ glyph, x: 0, y: 0 }], advance: face.advance(glyph) / face.unit, text },
  );
  font.codes.set(key, code);
  return code;
}
