import { quantile, type Row, type SuiteResult, type Table } from "../figures.ts";

/** One figure of both commits: the median of each turn. */
export type Compared = {
  table: string;
  what: string;
  unit: string;
  before: Side;
  after: Side;
  /** After divided by before. */
  ratio: number;
  verdict: string;
};

type Side = { median: number; low: number; high: number };

/**
 * Compares the turns of two commits row by row. Rows that one side lacks are left out and named in `lacking`. A difference
 * counts only if the worst turn of one side is better than the best of the other.
 */
export function compareTurns(
  before: SuiteResult[],
  after: SuiteResult[],
): { rows: Compared[]; lacking: string[] } {
  const [old, now] = [seriesOf(before), seriesOf(after)];
  const rows: Compared[] = [];
  const lacking: string[] = [];
  for (const [key, { table, row, medians }] of now) {
    const was = old.get(key);
    if (!was) {
      lacking.push(`${table.title}: ${row.what} (not before)`);
      continue;
    }
    const [first, second] = [sideOf(was.medians), sideOf(medians)];
    rows.push({
      table: table.title,
      what: row.what,
      unit: table.unit,
      before: first,
      after: second,
      ratio: second.median / first.median,
      verdict: verdictOf(table.better, was.medians, medians),
    });
  }
  for (const [key, { table, row }] of old) {
    if (!now.has(key)) lacking.push(`${table.title}: ${row.what} (not after)`);
  }
  return { rows, lacking };
}

/**
 * How likely all turns of one side lie on one side of all others although nothing differs: two of all ways in which the turns
 * could be ordered.
 */
export function chanceOfSeparation(before: number, after: number): number {
  let ways = 1;
  for (let n = 1; n <= before; n++) ways = (ways * (after + n)) / n;
  return Math.min(1, 2 / ways);
}

function verdictOf(better: Table["better"], before: number[], after: number[]): string {
  const [was, is] = [sideOf(before), sideOf(after)];
  const lower = is.high < was.low;
  if (!lower && is.low <= was.high) return "within the spread";
  const chance = (chanceOfSeparation(before.length, after.length) * 100).toPrecision(1);
  return `${lower === (better === "less") ? "better" : "WORSE"}, beyond the spread (by chance: ${Number(chance)} %)`;
}

function sideOf(medians: number[]): Side {
  return { median: quantile(medians, 0.5), low: Math.min(...medians), high: Math.max(...medians) };
}

type Series = Map<string, { table: Table; row: Row; medians: number[] }>;

/** The medians of each row, one a turn, by the titles of table and row. */
function seriesOf(turns: SuiteResult[]): Series {
  const all: Series = new Map();
  for (const table of turns.flatMap(({ tables }) => tables)) {
    for (const row of table.rows) {
      const key = JSON.stringify([table.title, row.what]);
      const one = all.get(key) ?? { table, row, medians: [] };
      one.medians.push(row.median);
      all.set(key, one);
    }
  }
  return all;
}
