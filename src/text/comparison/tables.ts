import { align } from "./align.ts";
import { emptyRun, type Run, runsBetween, wholeRuns } from "./runs.ts";
import { similarity, vocabularyOf } from "./similarity.ts";
import { keysOf, type Token, textOf } from "./tokens.ts";

export type TableChange = {
  /** The columns of both versions, including removed ones. */
  columns: ("same" | "added" | "removed")[];
  rows: RowChange[];
};

export type RowChange = {
  change: "same" | "changed" | "added" | "removed";
  /** Heads the table. */
  header: boolean;
  /** The words of each cell, one cell for each of the table's columns. */
  cells: Run[][];
};

type Cell = Token[];
type Row = Cell[];
/** A column's position in each version; one is missing if it was added or removed. */
type Column = { old?: number; young?: number };

const alike = 0.4;
/** Columns with the same name are the same, whatever the likeness of others. */
const certain = 100;

/** How many columns fit side by side on a page. */
const maxColumns = 20;

/**
 * Two versions of a table, row by row and cell by cell; an added or removed column leaves the others unchanged. Null if
 * no column stayed, or if both versions' columns would be too many to show side by side.
 */
export function tableBetween(from: Row[], to: Row[]): TableChange | null {
  const columns = alignColumns(from, to);
  const kept = columns.filter(({ old, young }) => old !== undefined && young !== undefined);
  const grown = columns.some((column) => changeOf(column) !== "same");
  if (kept.length === 0 || (grown && columns.length > maxColumns)) return null;
  const cut = (row: Row, side: "old" | "young") =>
    kept.map((column) => row[column[side] ?? 0] ?? []);
  const [header, ...body] = from.map((row) => ({ row, kept: cut(row, "old") }));
  const [newHeader, ...newBody] = to.map((row) => ({ row, kept: cut(row, "young") }));
  const aligned = align(body, newBody, {
    key: (one) => one.kept.map(keysOf).join("\u0002"),
    like: (old, young) => rowLikeness(old.kept, young.kept),
    least: alike,
  });
  const rows = [{ old: header, young: newHeader }, ...aligned].map(({ old, young }, at) =>
    rowBetween(old?.row, young?.row, columns, at === 0),
  );
  return { columns: columns.map(changeOf), rows: withEmptyColumns(rows, columns) };
}

/** A table that came or went as a whole. */
export function wholeTable(change: "added" | "removed", rows: Row[]): TableChange {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const kind = change === "added" ? "inserted" : "deleted";
  const made = rows.map((row, at): RowChange => {
    const cells = Array.from({ length: width }, (_, column) => wholeRuns(kind, row[column] ?? []));
    return { change, header: at === 0, cells: seen(cells, kind) };
  });
  return { columns: Array.from({ length: width }, () => change), rows: made };
}

function alignColumns(from: Row[], to: Row[]): Column[] {
  const [before, after] = [from, to].map((rows) => {
    const width = Math.max(0, ...rows.map((row) => row.length));
    return Array.from({ length: width }, (_, at) => ({
      at,
      cells: rows.map((row) => row[at] ?? []),
    }));
  });
  const vocabularies = new Map<object, Set<string>>();
  const vocabulary = (column: { cells: Cell[] }) => {
    const known = vocabularies.get(column) ?? vocabularyOf(column.cells.map(textOf).join(" "));
    vocabularies.set(column, known);
    return known;
  };
  const aligned = align(before ?? [], after ?? [], {
    key: ({ cells }) => cells.map(keysOf).join("\u0002"),
    like: (old, young) => {
      const [name, own] = [old, young].map(({ cells }) => textOf(cells[0] ?? []));
      return name === own && name?.trim()
        ? certain
        : similarity(vocabulary(old), vocabulary(young));
    },
    least: alike,
    byPlace: true,
  });
  return aligned.map(({ old, young }) => ({
    ...(old && { old: old.at }),
    ...(young && { young: young.at }),
  }));
}

function changeOf({ old, young }: Column): TableChange["columns"][number] {
  if (old === undefined) return "added";
  return young === undefined ? "removed" : "same";
}

/** A row is a new version of one with the same name, most of its cells, or its words. */
function rowLikeness(old: Row, young: Row): number {
  const words = ([old, young] as const).map((row) => row.map(textOf));
  const [before = [], after = []] = words;
  const equal = before.filter((text, at) => text.trim() !== "" && text === after[at]).length;
  const named = before[0]?.trim() && before[0] === after[0] ? 0.6 : 0;
  const [mine, theirs] = words.map((texts) => vocabularyOf(texts.join(" ")));
  const shared = mine && theirs ? similarity(mine, theirs) : 0;
  return Math.max(named, equal / Math.max(1, before.length), shared);
}

function rowBetween(
  old: Row | undefined,
  young: Row | undefined,
  columns: Column[],
  header: boolean,
): RowChange {
  const cells = columns.map((column) => {
    const before = column.old === undefined ? undefined : old?.[column.old];
    const after = column.young === undefined ? undefined : young?.[column.young];
    return runsBetween(before ?? [], after ?? []);
  });
  if (!old) return { change: "added", header, cells: seen(cells, "inserted") };
  if (!young) return { change: "removed", header, cells: seen(cells, "deleted") };
  const same =
    columns.every((column) => changeOf(column) === "same") &&
    cells.flat().every(({ kind }) => kind === "same");
  return { change: same ? "same" : "changed", header, cells };
}

/** Makes an added or removed row of empty cells visible. */
function seen(cells: Run[][], kind: "inserted" | "deleted"): Run[][] {
  if (cells.some((runs) => runs.length > 0)) return cells;
  return cells.map((runs, at) => (at === 0 ? [emptyRun(kind)] : runs));
}

/** Makes an added or removed empty column visible. */
function withEmptyColumns(rows: RowChange[], columns: Column[]): RowChange[] {
  const isEmpty = columns.map((_, at) => rows.every(({ cells }) => cells[at]?.length === 0));
  return rows.map((row, number) => {
    if (number > 0) return row;
    const cells = row.cells.map((runs, at) => {
      const change = changeOf(columns[at] ?? {});
      if (change === "same" || !isEmpty[at]) return runs;
      return [emptyRun(change === "added" ? "inserted" : "deleted")];
    });
    return { ...row, cells };
  });
}
