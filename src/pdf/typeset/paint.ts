import { fontOf, type Ink, strokesOf } from "./ink.ts";
import type { Paragraph, Piece } from "./paragraph.ts";

/**
 * The content stream operators of lines `from` to `to` of a paragraph. `x` is the left edge of its
 * setting and `y` the baseline of the first of these lines, in points from the page's lower left corner.
 */
export function paint(
  ink: Ink,
  paragraph: Paragraph,
  x: number,
  y: number,
  from = 0,
  to = paragraph.lines.length,
): string {
  let out = "BT\n";
  const pen: Pen = { font: "", size: 0 };
  for (let i = from; i < to; i++) {
    const line = paragraph.lines[i]!;
    const baseline = y - (i - from) * paragraph.leading;
    out += `1 0 0 1 ${number(x + line.left)} ${number(baseline)} Tm\n`;
    out += paintPieces(ink, line.pieces, paragraph.size, line.stretch, pen);
  }
  return `${out}ET\n`;
}

/** Points with two decimals: a seven-thousandth of a millimetre. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The font that is set, and its size. */
export type Pen = { font: string; size: number };

/** The operators of pieces side by side, from where the pen is. */
export function paintPieces(
  ink: Ink,
  pieces: Piece[],
  size: number,
  stretch: number,
  pen: Pen,
): string {
  let out = "";
  let array = "";
  const flush = () => {
    if (array) out += `[(${array})]TJ\n`;
    array = "";
  };
  for (const piece of pieces) {
    for (const part of piece.word.parts) {
      const font = fontOf(ink, part.face);
      const fontSize = size * part.face.family.scale;
      if (font.name !== pen.font || fontSize !== pen.size) {
        flush();
        out += `/${font.name} ${number(fontSize)} Tf\n`;
        pen.font = font.name;
        pen.size = fontSize;
      }
      array += strokesOf(font, part);
    }
    if (piece.space && stretch !== 0) {
      array += `)${Math.round((-stretch * 10_000) / pen.size) / 10}(`;
    }
  }
  flush();
  return out;
}
