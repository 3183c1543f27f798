import type { Outline } from "./compact-font.ts";
import type { Face } from "./faces.ts";
import type { Glyphs, Sign } from "./shape.ts";

/** The fonts of one PDF as far as they are used, and what could not be printed. */
export type Ink = {
  fonts: Map<Face, InkFont>;
  /** code point → the places where it stands. */
  missing: Map<number, Set<string>>;
  miss(codePoint: number, place: string): void;
};

/** One font of the PDF: a character code (CID) for each pair of outline and source text. */
export type InkFont = {
  /** The name in the page's resources. */
  name: string;
  face: Face;
  codes: Map<string, string>;
  /** By CID; the first is .notdef, which no text uses. */
  entries: (Outline & { text: string })[];
  strokes: Map<Glyphs, string>;
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
    entries: [
      { parts: [{ glyph: 0, x: 0, y: 0 }], advance: face.advance(0) / face.unit, text: "" },
    ],
    strokes: new Map(),
  };
  ink.fonts.set(face, font);
  return font;
}

/**
 * Shaped glyphs in this PDF's codes: what stands between `[(` and `)]` of a TJ array, which holds at every
 * size. The strings are binary (one character per byte), half as long as hexadecimal ones.
 */
export function strokesOf(font: InkFont, glyphs: Glyphs): string {
  const known = font.strokes.get(glyphs);
  if (known !== undefined) return known;
  const strokes = drawStrokes(font, glyphs);
  font.strokes.set(glyphs, strokes);
  return strokes;
}

function drawStrokes(font: InkFont, glyphs: Glyphs): string {
  let tj = "";
  for (const sign of glyphs.signs) {
    tj += codeOf(font, sign);
    if (sign.parts) continue;
    // What kerning takes from the advance, in thousandths of the em, moves the pen back.
    const back = font.face.advance(sign.glyph) - sign.advance * font.face.unit;
    if (Math.abs(back) >= 0.05) tj += `)${Math.round(back * 10) / 10}(`;
  }
  return tj;
}

/** The two bytes of a code inside a literal string (ISO 32000-1, 7.3.4.2). */
function codeOf(font: InkFont, { text, glyph, parts, advance, key }: Sign): string {
  const known = font.codes.get(key);
  if (known !== undefined) return known;
  const { face, entries } = font;
  const number = entries.length;
  entries.push(
    parts
      ? { parts, advance, text }
      : { parts: [{ glyph, x: 0, y: 0 }], advance: face.advance(glyph) / face.unit, text },
  );
  const code = byte(number >> 8) + byte(number & 0xff);
  font.codes.set(key, code);
  return code;
}

function byte(value: number): string {
  const character = String.fromCharCode(value);
  if (character === "\r") return "\\r";
  return character === "(" || character === ")" || character === "\\"
    ? `\\${character}`
    : character;
}
