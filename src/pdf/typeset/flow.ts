import { aboveBaseline, type Cursor, type Frame, turnPage } from "./frame.ts";
import { type Galley, sheetAt } from "./galley.ts";
import type { Paragraph } from "./lines.ts";
import { placeRow, type Row } from "./row.ts";
import { drawLines } from "./spans.ts";
import type { StructureElement } from "./structure.ts";

export type TextBlock = {
  kind: "text";
  paragraph: Paragraph;
  owner: StructureElement;
  /** Points from the frame's left edge. */
  x: number;
  /** Space above, not used at the top of a page. */
  before: number;
  /** Keeps the block on the same page as the beginning of the next. */
  keepNext?: boolean;
  /** A number or bullet on the first line. */
  label?: { paragraph: Paragraph; owner: StructureElement; x: number };
  /** Called with the block's start position. */
  placed?: (cursor: Cursor) => void;
  /** Called for each drawn stretch: its sheet, upper edge and height. */
  drawn?: (sheet: number, top: number, height: number) => void;
  /** Called with the baseline of the last line. */
  ended?: (baseline: Cursor) => void;
};

/** Content that is drawn as it is and never split. */
export type WholeBlock = {
  kind: "whole";
  height: number;
  before: number;
  keepNext?: boolean;
  draw: (cursor: Cursor) => void;
};

export type Block = TextBlock | WholeBlock | Row;

/**
 * Fills pages with blocks from the cursor on and moves the cursor past the last. Headings stay with their text, and a
 * page neither begins nor ends with a single line of a paragraph.
 */
export function place(galley: Galley, frame: Frame, cursor: Cursor, blocks: Block[]): void {
  sheetAt(galley, cursor.sheet, frame.language);
  for (const [index, block] of blocks.entries()) {
    const atTop = cursor.y >= frame.top;
    if (!atTop && roomToBegin(blocks, index, frame) > cursor.y - frame.bottom) {
      turnPage(galley, frame, cursor);
    }
    if (cursor.y < frame.top) cursor.y -= block.before;
    if (block.kind === "text") {
      const tail = block.keepNext
        ? Math.min(
            roomToBegin(blocks, index + 1, frame),
            frame.top - frame.bottom - 4 * block.paragraph.leading,
          )
        : 0;
      placeText(galley, frame, cursor, block, tail);
    } else if (block.kind === "row") placeRow(galley, frame, cursor, block);
    else {
      block.draw(cursor);
      cursor.y -= block.height;
    }
  }
}

/** The height that must be free for a block to begin on a page. */
export function roomToBegin(blocks: Block[], index: number, frame: Frame): number {
  const page = frame.top - frame.bottom;
  let height = 0;
  for (let i = index; i < blocks.length; i++) {
    const block = blocks[i]!;
    height += block.before;
    if (block.kind !== "text") {
      height += Math.min(block.height, page);
      if (!block.keepNext) return Math.min(height, page);
    } else {
      const { lines, leading } = block.paragraph;
      if (lines.length > shortest) return height + 2 * leading;
      height += lines.length * leading;
      if (!block.keepNext) return height;
    }
    // Do not hold back blocks that cannot fit together.
    if (height > page) return 0;
  }
  return height;
}

/** The height of blocks on an endless page. */
export function heightOf(blocks: Block[]): number {
  return blocks.reduce((sum, block) => {
    const own =
      block.kind === "text" ? block.paragraph.lines.length * block.paragraph.leading : block.height;
    return sum + block.before + own;
  }, 0);
}

/** Shorter paragraphs are not divided. */
const shortest = 3;

/** Sets the lines; `tail` is the height that must stay free after the last of them. */
function placeText(
  galley: Galley,
  frame: Frame,
  cursor: Cursor,
  block: TextBlock,
  tail: number,
): void {
  const { paragraph, owner, label } = block;
  const { lines, leading } = paragraph;
  block.placed?.(cursor);
  const x = frame.left + block.x;
  let from = 0;
  while (from < lines.length) {
    const room = cursor.y - frame.bottom;
    const count = linesThatFit(lines.length - from, room, leading, from === 0, tail);
    // A line always fits on its own page.
    if (count === 0 && cursor.y < frame.top) {
      turnPage(galley, frame, cursor);
      continue;
    }
    const to = from + Math.max(count, 1);
    const baseline = cursor.y - leading * aboveBaseline;
    if (label && from === 0) {
      const left = frame.left + label.x;
      drawLines(galley, cursor.sheet, label.owner, label.paragraph, left, baseline);
    }
    drawLines(galley, cursor.sheet, owner, paragraph, x, baseline, from, to);
    block.drawn?.(cursor.sheet, cursor.y, (to - from) * leading);
    cursor.y -= (to - from) * leading;
    from = to;
    if (from < lines.length) turnPage(galley, frame, cursor);
    else block.ended?.({ sheet: cursor.sheet, y: cursor.y + leading * (1 - aboveBaseline) });
  }
}

/** How many of the remaining lines go on this page without leaving a single line on either. */
function linesThatFit(
  left: number,
  room: number,
  leading: number,
  beginning: boolean,
  tail: number,
): number {
  const fit = Math.max(0, Math.floor((room + 0.01) / leading));
  // If the following block has no room below, the last two lines move with it.
  const together = left * leading + tail <= room + 0.01 || left <= shortest;
  if (fit >= left && together) return left;
  const count = left - fit < 2 ? left - 2 : fit;
  return beginning && count < 2 ? 0 : Math.max(count, 0);
}
