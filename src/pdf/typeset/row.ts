import { aboveBaseline, type Cursor, type Frame, turnPage } from "./frame.ts";
import { drawArtifact, type Galley } from "./galley.ts";
import type { Paragraph } from "./lines.ts";
import { number, paint } from "./paint.ts";
import { drawLines } from "./spans.ts";
import type { StructureElement } from "./structure.ts";

export type Cell = { x: number; width: number; paragraph: Paragraph; owner: StructureElement };

/** A row of a table. `height` includes the padding of `padding` points on each side. */
export type Row = {
  kind: "row";
  cells: Cell[];
  height: number;
  /** The height of the row beside it in another table. */
  least?: number;
  before: number;
  heading: boolean;
  /** Keeps the row on the same page as the beginning of the next block. */
  keepNext?: boolean;
  /** The heading row, repeated as an artifact at the top of each further page. */
  header?: Row;
  /** Called for each drawn stretch: its sheet, upper edge and height. */
  drawn?: (sheet: number, top: number, height: number) => void;
};

export const padding = 4;

/** Draws a row; one that is higher than a page continues over as many pages as it needs. */
export function placeRow(galley: Galley, frame: Frame, cursor: Cursor, row: Row): void {
  if (cursor.y >= frame.top && cursor.sheet > 0 && row.header)
    repeatHeader(galley, frame, cursor, row.header);
  let from = row.cells.map(() => 0);
  for (;;) {
    const room = cursor.y - frame.bottom - 2 * padding;
    const to = row.cells.map(({ paragraph }, index) => {
      const fit = Math.floor((room + 0.01) / paragraph.leading);
      return Math.min(paragraph.lines.length, from[index]! + Math.max(fit, 0));
    });
    const height = drawPart(galley, frame, cursor, row, from, to);
    row.drawn?.(cursor.sheet, cursor.y, height);
    cursor.y -= height;
    from = to;
    if (row.cells.every(({ paragraph }, index) => from[index]! >= paragraph.lines.length)) return;
    turnPage(galley, frame, cursor);
    if (row.header) repeatHeader(galley, frame, cursor, row.header);
  }
}

function drawPart(
  galley: Galley,
  frame: Frame,
  cursor: Cursor,
  row: Row,
  from: number[],
  to: number[],
): number {
  const heights = row.cells.map(({ paragraph }, i) => (to[i]! - from[i]!) * paragraph.leading);
  const whole = row.cells.every(({ paragraph }, i) => to[i]! - from[i]! === paragraph.lines.length);
  const height = Math.max((whole && row.least) || 0, Math.max(0, ...heights) + 2 * padding);
  drawArtifact(galley, cursor.sheet, rules(row, frame, cursor.y, height));
  for (const [index, { paragraph, owner, x }] of row.cells.entries()) {
    if (to[index] === from[index]) continue;
    const baseline = cursor.y - padding - paragraph.leading * aboveBaseline;
    const left = frame.left + x + padding;
    drawLines(galley, cursor.sheet, owner, paragraph, left, baseline, from[index], to[index]);
  }
  return height;
}

function repeatHeader(galley: Galley, frame: Frame, cursor: Cursor, header: Row): void {
  const baselineOf = ({ leading }: Paragraph) => cursor.y - padding - leading * aboveBaseline;
  const isPlain = ({ paragraph }: Cell) => !paragraph.spanned;
  drawArtifact(galley, cursor.sheet, (out) => {
    out.add(rules(header, frame, cursor.y, header.height));
    for (const { paragraph, x } of header.cells.filter(isPlain)) {
      paint(out, galley.ink, paragraph, frame.left + x + padding, baselineOf(paragraph));
    }
  });
  // Struck-out text is struck out here too.
  for (const { paragraph, x } of header.cells.filter((cell) => !isPlain(cell))) {
    const left = frame.left + x + padding;
    drawLines(galley, cursor.sheet, null, paragraph, left, baselineOf(paragraph));
  }
  cursor.y -= header.height;
}

/** A hairline around each cell, and a tint behind a heading. */
function rules(row: Row, frame: Frame, top: number, height: number): string {
  const bottom = number(top - height);
  let out = "q\n";
  for (const { x, width } of row.cells) {
    const box = `${number(frame.left + x)} ${bottom} ${number(width)} ${number(height)} re`;
    if (row.heading) out += `0.94 g ${box} f\n`;
    out += `0.55 G 0.5 w ${box} S\n`;
  }
  return `${out}Q\n`;
}
