import { aboveBaseline, type Cursor, type Frame, turnPage } from "./frame.ts";
import { draw, type Galley, sheetAt } from "./galley.ts";
import { paint } from "./paint.ts";
import type { Paragraph } from "./paragraph.ts";
import { placeRow, type Row } from "./row.ts";
import type { StructureElement } from "./structure.ts";

export type TextBlock = {
  kind: "text";
  paragraph: Paragraph;
  owner: StructureElement;
  /** Points from the frame's left edge. */
  x: number;
  /** Space above, not used at the top of a page. */
  before: number;
  /** Stands on the same page as the beginning of the next block. */
  keepNext?: boolean;
  /** A number or bullet on the first line. */
  label?: { paragraph: Paragraph; owner: StructureElement; x: number };
  /** Told where the block begins. */
  placed?: (cursor: Cursor) => void;
};

/** Something that is drawn as it is and never split. */
export type WholeBlock = {
  kind: "whole";
  height: number;
  before: number;
  keepNext?: boolean;
  draw: (cursor: Cursor) => void;
};

export type Block = TextBlock | WholeBlock | Row;

/**
 * Fills pages with blocks from the cursor on and moves the cursor behind the last. Headings stay with
 * what follows, and a page neither begins nor ends with a single line of a paragraph.
 */
export function place(galley: Galley, frame: Frame, cursor: Cursor, blocks: Block[]): void {
  sheetAt(galley, cursor.sheet, frame.language);
  for (const [index, block] of blocks.entries()) {
    const atTop = cursor.y >= frame.top;
    if (!atTop && least(blocks, index, frame) > cursor.y - frame.bottom) {
      turnPage(galley, frame, cursor);
    }
    if (cursor.y < frame.top) cursor.y -= block.before;
    if (block.kind === "text") placeText(galley, frame, cursor, block);
    else if (block.kind === "row") placeRow(galley, frame, cursor, block);
    else {
      block.draw(cursor);
      cursor.y -= block.height;
    }
  }
}

/** The height that must be free for a block to begin on a page. */
function least(blocks: Block[], index: number, frame: Frame): number {
  let height = 0;
  for (let i = index; i < blocks.length; i++) {
    const block = blocks[i]!;
    height += block.before;
    if (block.kind === "row") return height + Math.min(block.height, frame.top - frame.bottom);
    if (block.kind === "whole") {
      height += block.height;
      if (!block.keepNext) return height;
      continue;
    }
    const { lines, leading } = block.paragraph;
    if (!block.keepNext)
      return height + Math.min(lines.length <= 3 ? lines.length : 2, 3) * leading;
    height += lines.length * leading;
    if (height > frame.top - frame.bottom) return frame.top - frame.bottom;
  }
  return height;
}

function placeText(galley: Galley, frame: Frame, cursor: Cursor, block: TextBlock): void {
  const { paragraph, owner, label } = block;
  const { lines, leading } = paragraph;
  block.placed?.(cursor);
  const x = frame.left + block.x;
  let from = 0;
  while (from < lines.length) {
    const count = linesThatFit(lines.length - from, cursor.y - frame.bottom, leading, from === 0);
    if (count === 0) {
      turnPage(galley, frame, cursor);
      continue;
    }
    const baseline = cursor.y - leading * aboveBaseline;
    if (label && from === 0) {
      const operators = paint(galley.ink, label.paragraph, frame.left + label.x, baseline);
      draw(galley, cursor.sheet, label.owner, operators);
    }
    draw(
      galley,
      cursor.sheet,
      owner,
      paint(galley.ink, paragraph, x, baseline, from, from + count),
    );
    cursor.y -= count * leading;
    from += count;
  }
}

/** How many of the remaining lines go on this page without leaving one of them alone on either. */
function linesThatFit(left: number, room: number, leading: number, beginning: boolean): number {
  const fit = Math.max(0, Math.floor((room + 0.01) / leading));
  if (fit >= left) return left;
  const count = left - fit === 1 ? fit - 1 : fit;
  return beginning && count < 2 ? 0 : Math.max(count, 0);
}
