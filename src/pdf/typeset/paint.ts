import type { Content } from "./content.ts";
import { codeOf, fontOf, type Ink, type InkFont } from "./ink.ts";
import type { Paragraph, Piece } from "./lines.ts";
import type { Glyphs } from "./shape.ts";

/**
 * Writes the content stream operators of lines `from` to `to` of a paragraph. `x` is the left edge of its
 * setting and `y` the baseline of the first of these lines, in points from the page's lower left corner.
 */
export function paint(
  out: Content,
  ink: Ink,
  paragraph: Paragraph,
  x: number,
  y: number,
  from = 0,
  to = paragraph.lines.length,
): void {
  out.add("BT\n");
  const pen: Pen = { font: undefined, size: 0 };
  for (let i = from; i < to; i++) {
    const line = paragraph.lines[i]!;
    moveTo(out, x + line.left, y - (i - from) * paragraph.leading);
    paintPieces(out, ink, line.pieces, paragraph.size, line.stretch, pen);
  }
  out.add("ET\n");
}

export function moveTo(out: Content, x: number, y: number): void {
  out.add("1 0 0 1 ");
  out.number(x);
  out.add(" ");
  out.number(y);
  out.add(" Tm\n");
}

/** Points with two decimals: a seven-thousandth of a millimetre. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The current font, and its size. */
export type Pen = { font: InkFont | undefined; size: number };

/** Writes the operators of pieces side by side, from the pen's position. */
export function paintPieces(
  out: Content,
  ink: Ink,
  pieces: Piece[],
  size: number,
  stretch: number,
  pen: Pen,
): void {
  let open = false;
  for (const { word, space } of pieces) {
    for (const part of word.parts) {
      const font = pen.font?.face === part.face ? pen.font : fontOf(ink, part.face);
      const fontSize = size * part.face.family.scale;
      if (font !== pen.font || fontSize !== pen.size) {
        if (open) out.add(")]TJ\n");
        out.add(`/${font.name} `);
        out.number(fontSize);
        out.add(" Tf\n");
        pen.font = font;
        pen.size = fontSize;
        open = false;
      }
      if (part.signs.length === 0) continue;
      if (!open) out.add("[(");
      open = true;
      paintSigns(out, font, part);
    }
    if (space && stretch !== 0 && open) step(out, Math.round((-stretch * 10_000) / pen.size));
  }
  if (open) out.add(")]TJ\n");
}

/** The two bytes of each code inside a literal string (ISO 32000-1, 7.3.4.2), half as long as hexadecimal ones. */
function paintSigns(out: Content, font: InkFont, { signs }: Glyphs): void {
  if (out.length + signs.length * 4 > out.bytes.length) out.makeRoom(signs.length * 4);
  for (const sign of signs) {
    const code = codeOf(font, sign);
    byte(out, code >> 8);
    byte(out, code & 0xff);
    if (sign.back === 0) continue;
    step(out, sign.back);
    if (out.length + signs.length * 4 > out.bytes.length) out.makeRoom(signs.length * 4);
  }
}

function byte(out: Content, value: number): void {
  // Readers would convert a bare line end to another one.
  const escaped = value === 0x28 || value === 0x29 || value === 0x5c || value === 0x0d;
  if (escaped) out.bytes[out.length++] = 0x5c;
  out.bytes[out.length++] = value === 0x0d ? 0x72 : value;
}

/** Moves the pen back by tenths of thousandths of the em. */
function step(out: Content, back: number): void {
  out.add(")");
  out.tenths(back);
  out.add("(");
}
