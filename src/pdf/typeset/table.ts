import { Refusal } from "#src/errors.ts";
import type { Galley } from "./galley.ts";
import { type Run, setParagraph } from "./paragraph.ts";
import { type Cell, padding, type Row } from "./row.ts";
import { element, type StructureElement } from "./structure.ts";

/** Where a table stands: points, and the language whose direction orders its columns. */
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
};

/**
 * Sets a table as rows. Columns share the width by what they hold; in a right-to-left language the first
 * stands on the right. The heading is repeated on each page.
 *
 * @throws Refusal `invalid-source` where the columns are too many for the page
 */
export function tableRows(
  galley: Galley,
  parent: StructureElement,
  header: Run[][],
  body: Run[][][],
  setting: TableSetting,
): Row[] {
  const columns = Math.max(header.length, ...body.map((row) => row.length));
  const owner = element("Table", parent);
  const widths = columnWidths([header, ...body], columns, setting);
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
    const paragraph = setParagraph(
      cells[column] ?? [],
      {
        size: setting.size,
        width: width - 2 * padding,
        language: setting.language,
        direction: setting.direction,
        align: "start",
        style: names ? "bold" : "regular",
      },
      galley.ink,
      setting.place,
    );
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

/**
 * A column that needs less than its equal share gets what it needs; the others divide the rest by the
 * square root of their length, so that no column starves.
 */
function columnWidths(rows: Run[][][], columns: number, setting: TableSetting): number[] {
  if (columns * narrowest > setting.width) {
    throw new Refusal("invalid-source", `A table of ${columns} columns does not fit on the page.`, {
      errors: [{ detail: `${setting.place}: a table of ${columns} columns` }],
    });
  }
  const points = (letters: number) => letters * setting.size * letterWidth + 2 * padding + 1;
  const { loads, words } = measure(rows, columns);
  const widths = new Array<number>(columns).fill(0);
  let open = loads.map((_, column) => column);
  let rest = setting.width;
  for (let settled = true; settled && open.length > 1; ) {
    const fair = rest / open.length;
    const small = open.filter((column) => points(loads[column]!) <= fair);
    settled = small.length > 0 && small.length < open.length;
    if (!settled) break;
    for (const column of small) {
      widths[column] = Math.max(points(loads[column]!), narrowest);
      rest -= widths[column]!;
    }
    open = open.filter((column) => !small.includes(column));
  }
  // First what the longest words need, where there is room for them, then by weight.
  const needs = open.map((column) => Math.max(points(words[column]!), narrowest));
  const needed = needs.reduce((sum, need) => sum + need, 0);
  const free = needed <= rest ? rest - needed : rest;
  const weights = open.map((column) => Math.sqrt(Math.min(loads[column]!, 900)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, column] of open.entries()) {
    widths[column] = (needed <= rest ? needs[index]! : 0) + (free * weights[index]!) / total;
  }
  return widths;
}

/** By column: the letters of its longest cell and of its longest word. */
function measure(rows: Run[][][], columns: number): { loads: number[]; words: number[] } {
  const loads = new Array<number>(columns).fill(1);
  const words = new Array<number>(columns).fill(1);
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      const text = cell.map((run) => run.text).join("");
      loads[column] = Math.max(loads[column]!, text.length);
      for (const word of text.split(" ")) words[column] = Math.max(words[column]!, word.length);
    }
  }
  return { loads, words };
}

/** A little more than a letter's average advance, in ems. */
const letterWidth = 0.6;
