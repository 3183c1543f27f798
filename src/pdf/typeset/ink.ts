import type { Face } from "./faces.ts";
import type { Glyphs } from "./shape.ts";

/** The fonts of one PDF as far as they are used, and what could not be printed. */
export type Ink = {
  fonts: Map<Face, InkFont>;
  /** code point → the places where it stands. */
  missing: Map<number, Set<string>>;
  miss(codePoint: number, place: string): void;
};

/** One font of the PDF: a character code (CID) for each pair of glyph and source text. */
export type InkFont = {
  /** The name in the page's resources. */
  name: string;
  face: Face;
  codes: Map<string, number>;
  /** By CID; the first is .notdef, which no text uses. */
  entries: { glyph: number; text: string }[];
  strokes: Map<Glyphs, Stroke[]>;
};

/** Glyphs at one height: the inside of a TJ array, which holds at every size. */
export type Stroke = { rise: number; tj: string };

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
    entries: [{ glyph: 0, text: "" }],
    strokes: new Map(),
  };
  ink.fonts.set(face, font);
  return font;
}

/** The strokes of shaped glyphs in this PDF's codes. */
export function strokesOf(font: InkFont, glyphs: Glyphs): Stroke[] {
  const known = font.strokes.get(glyphs);
  if (known) return known;
  const strokes = drawStrokes(font, glyphs);
  font.strokes.set(glyphs, strokes);
  return strokes;
}

function drawStrokes(font: InkFont, glyphs: Glyphs): Stroke[] {
  const strokes: Stroke[] = [];
  let tj = "";
  let codes = "";
  let rise = 0;
  // Thousandths of the em to move left before the next glyph, as TJ counts them.
  let back = 0;
  const flush = () => {
    if (codes) tj += `<${codes}>`;
    codes = "";
  };
  for (let i = 0; i < glyphs.codes.length; i++) {
    const glyph = glyphs.codes[i]!;
    const shift = glyphs.shifts[i]!;
    if (glyphs.rises[i] !== rise) {
      flush();
      if (tj) strokes.push({ rise, tj });
      tj = "";
      rise = glyphs.rises[i]!;
    }
    back -= shift;
    if (Math.abs(back) >= 0.05) {
      flush();
      const rounded = Math.round(back * 10) / 10;
      tj += ` ${rounded}`;
      back -= rounded;
    }
    codes += codeOf(font, glyph, glyphs.texts[i]!);
    back += shift + font.face.advance(glyph) - glyphs.advances[i]!;
  }
  flush();
  if (Math.abs(back) >= 0.05) tj += ` ${Math.round(back * 10) / 10}`;
  if (tj) strokes.push({ rise, tj });
  return strokes;
}

function codeOf(font: InkFont, glyph: number, text: string): string {
  const key = `${glyph} ${text}`;
  let code = font.codes.get(key);
  if (code === undefined) {
    code = font.entries.length;
    font.entries.push({ glyph, text });
    font.codes.set(key, code);
  }
  return code.toString(16).padStart(4, "0");
}
