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

/** Each column gets what its longest word needs, and the rest is shared by length of text. */
function columnWidths(rows: Run[][][], columns: number, setting: TableSetting): number[] {
  if (columns * narrowest > setting.width) {
    throw new Refusal("invalid-source", `A table of ${columns} columns does not fit on the page.`, {
      errors: [{ detail: `${setting.place}: a table of ${columns} columns` }],
    });
  }
  const fair = setting.width / columns;
  const needs = new Array<number>(columns).fill(narrowest);
  const loads = new Array<number>(columns).fill(1);
  for (const row of rows) {
    for (let column = 0; column < columns; column++) {
      const text = (row[column] ?? []).map((run) => run.text).join("");
      loads[column] = Math.max(loads[column]!, text.length);
      const longest = text
        .split(/[\s\u00a0]+/)
        .reduce((max, word) => Math.max(max, word.length), 0);
      const need = Math.min(longest * setting.size * 0.62 + 2 * padding, fair);
      needs[column] = Math.max(needs[column]!, need);
    }
  }
  const free = setting.width - needs.reduce((sum, need) => sum + need, 0);
  const weights = loads.map((load) => Math.sqrt(Math.min(load, 400)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return needs.map((need, column) => need + (free * weights[column]!) / total);
}
