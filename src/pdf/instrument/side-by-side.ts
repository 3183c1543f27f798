import { Refusal } from "#src/errors.ts";
import { directionOf } from "#src/text/languages.ts";
import type { Text } from "#src/text/markdown.ts";
import type { Source } from "#src/text/source.ts";
import { type Block, heightOf, place, roomToBegin } from "../typeset/flow.ts";
import { type Cursor, type Frame, turnPage } from "../typeset/frame.ts";
import { type Galley, sheetAt } from "../typeset/galley.ts";
import { type Contents, contentsFrom } from "./contents.ts";
import { languageText } from "./language-text.ts";
import { type Column, frameFor, margin, pageRoom, textWidth } from "./page-design.ts";

/**
 * Sets two texts side by side, with each article and paragraph at the same height in both. A right-to-left text is on
 * the right. Chooses line breaks for each paragraph as a whole.
 *
 * @throws Refusal `invalid-source` if there are not exactly two texts
 */
export function setSideBySide(
  galley: Galley,
  source: Source,
  texts: Text[],
  wanted: Contents,
  signatures: () => Block[],
): boolean {
  const [first, second] = texts;
  if (!first || !second || texts.length > 2) {
    throw new Refusal("invalid-source", "The parallel layout takes exactly two languages.", {
      errors: [{ detail: `layout: parallel, with ${texts.length} languages`, pointer: "/layout" }],
    });
  }
  const mirrored = directionOf(first.language) === "rtl" && directionOf(second.language) === "ltr";
  const sides = mirrored ? [right, left] : [left, right];
  const frames = texts.map((text, index) => frameFor(text.language, sides[index]));
  const set = texts.map((text, index) => languageText(galley, source, text, sides[index]));
  const count = Math.max(...set.map(({ parts }) => parts.length));
  const head = set.map((one) => one.head);
  const rows = [
    ...rowsOf(set.map(({ preamble }) => preamble)),
    ...Array.from({ length: count }, (_, i) => rowsOf(set.map((one) => one.parts[i] ?? []))).flat(),
  ];
  const whole = frameFor(first.language);
  const cursor = { sheet: 0, y: whole.top };
  const signed = signatures();
  const height = [head, ...rows].reduce((sum, row) => sum + Math.max(...row.map(heightOf)), 0);
  const pages = Math.ceil((height + heightOf(signed)) / pageRoom);
  const contents = wanted === "if-long" ? pages >= contentsFrom : wanted;
  placeRow(galley, frames, cursor, head, 0);
  if (contents) {
    const tables = set.map((one) => one.contents());
    placeRow(galley, frames, cursor, tables, 0);
    turnPage(galley, whole, cursor);
  }
  for (const [index, row] of rows.entries()) {
    const last = index === rows.length - 1;
    placeRow(galley, frames, cursor, row, last ? roomToBegin(signed, 0, whole) : 0);
  }
  place(galley, whole, cursor, signed);
  return contents;
}

const gutter = 22;
const width = (textWidth - gutter) / 2;
const left: Column = { left: margin.side, width, align: "justify", even: true };
const right: Column = { ...left, left: margin.side + width + gutter };

/**
 * Puts paragraph beside paragraph if both texts have as many, as texts of one agreement should; otherwise the whole
 * article is one row. Keeps a block that must stay with the next in its row.
 */
function rowsOf(columns: Block[][]): Block[][][] {
  const length = columns[0]?.length ?? 0;
  if (columns.some((blocks) => blocks.length !== length)) return [columns];
  const rows: Block[][][] = [];
  let from = 0;
  for (let to = 1; to <= length; to++) {
    if (to < length && columns.some((blocks) => blocks[to - 1]?.keepNext)) continue;
    const row = columns.map((blocks) => blocks.slice(from, to));
    beginTogether(row, to - from);
    rows.push(row);
    from = to;
  }
  for (let i = 0; i < length; i++) levelRows(columns.map((blocks) => blocks[i]));
  return rows;
}

/** Makes the text after a shorter heading wait for the longer heading beside it. */
function beginTogether(columns: Block[][], length: number): void {
  for (let i = 1; i < length; i++) {
    const heights = columns.map((blocks) => heightOf(blocks.slice(i - 1, i)));
    const highest = Math.max(...heights);
    for (const [index, blocks] of columns.entries()) blocks[i]!.before += highest - heights[index]!;
  }
}

/** Makes rows of adjacent tables equally high. */
function levelRows(blocks: (Block | undefined)[]): void {
  const rows = blocks.filter((block) => block?.kind === "row");
  if (rows.length < blocks.length) return;
  const least = Math.max(...rows.map(({ height }) => height));
  for (const row of rows) {
    row.least = least;
    row.height = least;
  }
}

/** Begins both columns at one height; `tail` must stay free below, to keep some text with the signatures. */
function placeRow(
  galley: Galley,
  frames: Frame[],
  cursor: Cursor,
  row: Block[][],
  tail: number,
): void {
  const [frame] = frames;
  if (!frame) return;
  sheetAt(galley, cursor.sheet, frame.language);
  const needs = row.map((blocks, i) => roomToBegin(blocks, 0, frames[i] ?? frame));
  const whole = Math.max(...row.map(heightOf)) + tail;
  const page = frame.top - frame.bottom;
  const wanted = tail > 0 && whole <= page ? whole : Math.max(...needs);
  if (cursor.y < frame.top && wanted > cursor.y - frame.bottom) turnPage(galley, frame, cursor);
  const ends = row.map((blocks, index) => {
    const own = { ...cursor };
    place(galley, frames[index] ?? frame, own, blocks);
    return own;
  });
  for (const end of ends) {
    if (end.sheet > cursor.sheet || (end.sheet === cursor.sheet && end.y < cursor.y)) {
      cursor.sheet = end.sheet;
      cursor.y = end.y;
    }
  }
}
