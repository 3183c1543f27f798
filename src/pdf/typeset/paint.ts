import { fontOf, type Ink, strokesOf } from "./ink.ts";
import type { Line, Paragraph } from "./paragraph.ts";

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
    out += paintLine(ink, line, paragraph.size, pen);
  }
  return `${out}ET\n`;
}

/** Points with two decimals: a seven-thousandth of a millimetre. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

type Pen = { font: string; size: number };

function paintLine(ink: Ink, line: Line, size: number, pen: Pen): string {
  let out = "";
  let array = "";
  const flush = () => {
    if (array) out += `[(${array})]TJ\n`;
    array = "";
  };
  for (const piece of line.pieces) {
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
    if (piece.space && line.stretch !== 0) {
      array += `)${Math.round((-line.stretch * 10_000) / pen.size) / 10}(`;
    }
  }
  flush();
  return out;
}
