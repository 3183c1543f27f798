import { Refusal } from "#src/errors.ts";
import type { Galley } from "./galley.ts";
import type { Setting } from "./lines.ts";
import { atomsOf, type Run, setParagraph, widestOf } from "./paragraph.ts";
import { type Cell, padding, type Row } from "./row.ts";
import { element, type StructureElement } from "./structure.ts";

/** A table's position in points, and the language whose direction orders its columns. */
export type TableSetting = {
  left: number;
  width: number;
  size: number;
  language: string;
  direction: "ltr" | "rtl";
  before: number;
  place: string;
  /** The first cell of each row names the row. */
  rowHeadings?: boolean;
  /** In a narrow column: divides words if the language allows it. */
  even?: boolean;
};

/**
 * Sets a table as rows. Columns share the width by their content; in a right-to-left language the first is on the
 * right. The heading is repeated on each page.
 *
 * @throws Refusal `invalid-source` if the columns are too many for the page
 */
export function tableRows(
  galley: Galley,
  parent: StructureElement,
  header: Run[][],
  body: Run[][][],
  wanted: TableSetting,
): Row[] {
  const columns = Math.max(header.length, ...body.map((row) => row.length));
  const owner = element("Table", parent);
  const { widths, setting } = columnWidths(galley, [header, ...body], columns, wanted);
  const rows: Row[] = [];
  const add = (cells: Run[][], heading: boolean, first?: Row) => {
    const line = element("TR", owner);
    const made = setRow(galley, line, cells, heading, widths, setting);
    rows.push({
      ...made,
      before: rows.length === 0 ? setting.before : 0,
      ...(first && { header: first }),
    });
  };
  if (header.some((cell) => cell.length > 0)) add(header, true);
  // A heading that is itself long would leave no room below it.
  if (rows[0]) rows[0].keepNext = true;
  const heading = rows[0] && rows[0].height <= highestRepeated ? rows[0] : undefined;
  for (const row of body) add(row, false, heading);
  return rows;
}

const narrowest = 20;
const highestRepeated = 160;

function setRow(
  galley: Galley,
  line: StructureElement,
  cells: Run[][],
  heading: boolean,
  widths: number[],
  setting: TableSetting,
): Row {
  let offset = 0;
  const set = widths.map((width, column): Cell => {
    const x = setting.direction === "rtl" ? setting.width - offset - width : offset;
    offset += width;
    const names = heading ? "Column" : setting.rowHeadings && column === 0 ? "Row" : undefined;
    const owner = names
      ? element("TH", line, { attributes: { O: "Table", Scope: names } })
      : element("TD", line);
    const look = lookOf(setting, width - 2 * padding, names !== undefined);
    const paragraph = setParagraph(cells[column] ?? [], look, galley.ink, setting.place);
    return { x: setting.left + x, width, paragraph, owner };
  });
  const heights = set.map(({ paragraph }) => paragraph.lines.length * paragraph.leading);
  return {
    kind: "row",
    cells: set,
    heading,
    before: 0,
    height: Math.max(0, ...heights) + 2 * padding,
  };
}

function lookOf(setting: TableSetting, width: number, bold: boolean): Setting {
  const { size, language, direction, even = false } = setting;
  return {
    size,
    width,
    language,
    direction,
    even,
    align: "start",
    style: bold ? "bold" : "regular",
  };
}

/**
 * A column that needs less than its equal share gets what it needs; the others divide the rest by the square root of
 * their length, so that no column becomes too narrow. If the longest words do not fit side by side, the table is set
 * smaller, as long as it stays legible.
 */
function columnWidths(
  galley: Galley,
  rows: Run[][][],
  columns: number,
  wanted: TableSetting,
): { widths: number[]; setting: TableSetting } {
  if (columns * narrowest > wanted.width) {
    throw new Refusal("invalid-source", `A table of ${columns} columns does not fit on the page.`, {
      errors: [{ detail: `${wanted.place}: a table of ${columns} columns` }],
    });
  }
  const { loads, words } = measure(galley, rows, columns, wanted);
  const least = words.reduce((sum, word) => sum + word, 0);
  const room = wanted.width - columns * (2 * padding + 1);
  const scale = Math.max(Math.min(1, room / least), smallest / wanted.size);
  const even = wanted.even === true && least * scale > room;
  const setting = { ...wanted, even, size: wanted.size * Math.min(1, scale) };
  const needed = (points: number) => Math.max(points * scale + 2 * padding + 1, narrowest);
  return { widths: share(loads.map(needed), words.map(needed), wanted.width), setting };
}

/** Divides a width among columns by their longest cells (`loads`) and longest words. */
function share(loads: number[], words: number[], width: number): number[] {
  const widths = new Array<number>(loads.length).fill(0);
  let open = loads.map((_, column) => column);
  let rest = width;
  while (open.length > 1) {
    const fair = rest / open.length;
    const small = open.filter((column) => loads[column]! <= fair);
    const others = open.filter((column) => loads[column]! > fair);
    const left = rest - small.reduce((sum, column) => sum + loads[column]!, 0);
    // A small column must leave the others room for their longest words.
    const kept = others.reduce((sum, column) => sum + words[column]!, 0);
    if (small.length === 0 || others.length === 0 || left < kept) break;
    for (const column of small) widths[column] = loads[column]!;
    [open, rest] = [others, left];
  }
  const needed = open.reduce((sum, column) => sum + words[column]!, 0);
  const roomy = needed <= rest;
  const weights = open.map((column) => Math.sqrt(Math.min(loads[column]!, heaviest)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, column] of open.entries()) {
    const free = ((roomy ? rest - needed : rest) * weights[index]!) / total;
    widths[column] = (roomy ? words[column]! : 0) + free;
  }
  return widths;
}

/** By column, in points: its longest cell on one line, and the longest unbreakable stretch. */
function measure(
  galley: Galley,
  rows: Run[][][],
  columns: number,
  setting: TableSetting,
): { loads: number[]; words: number[] } {
  const loads = new Array<number>(columns).fill(1);
  const words = new Array<number>(columns).fill(1);
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const bold = index === 0 || (setting.rowHeadings === true && column === 0);
      const look = lookOf(setting, setting.width, bold);
      const atoms = atomsOf(cell, look, galley.ink, setting.place);
      const whole = atoms.reduce((sum, { points }) => sum + points, 0);
      loads[column] = Math.max(loads[column]!, whole);
      words[column] = Math.max(words[column]!, widestOf(atoms));
    }
  }
  return { loads, words };
}

/** Points; a smaller table would need a magnifying glass. */
const smallest = 7.5;
/** Points; the upper limit for the weight of a column's text. */
const heaviest = 5000;
