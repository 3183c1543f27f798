import { writeFileSync } from "node:fs";
import { rounded, type Samples, type SuiteResult, type Table, tableOf } from "./figures.ts";
import { watchLoad } from "./load.ts";

/** The runner sets it: where a suite writes its figures as JSON. A suite that is run alone only prints. */
const resultFile = process.env.BENCH_RESULT;

export type Report = {
  /** Prints a table and keeps it. `better` is "less" unless it says otherwise. */
  table(
    title: string,
    head: { unit: string; better?: "less" | "more"; reference?: string },
    rows: Samples[],
  ): void;
  /** A sentence that belongs to the figures: what was not present, how large the data were. */
  note(sentence: string): void;
  /** Hands the figures over. Call it last, when what the suite started has ended, so that its work counts as its own. */
  close(): void;
};

/** Opens the report of a suite, first of all: the load is watched from here on. */
export function openReport(): Report {
  const load = watchLoad();
  const from = performance.now();
  const tables: Table[] = [];
  const notes: string[] = [];
  return {
    table: (title, { unit, better = "less", reference = null }, rows) => {
      const table = tableOf({ title, unit, better, reference, rows });
      tables.push(table);
      print(table);
    },
    note: (sentence) => {
      notes.push(sentence);
      console.log(sentence);
    },
    close: () => {
      const seconds = Math.round((performance.now() - from) / 1000);
      const result: SuiteResult = { tables, notes, load: load(), seconds };
      const { before, after, others } = result.load;
      const cores = others === null ? "" : `, others used ${others.toFixed(1)} cores`;
      console.log(`load ${before.toFixed(1)} before, ${after.toFixed(1)} after${cores}`);
      if (resultFile) writeFileSync(resultFile, JSON.stringify(result, fewDigits));
    },
  };
}

/** Five significant digits are more than any figure is good for. */
function fewDigits(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value)
    ? Number(value.toPrecision(5))
    : value;
}

function print({ title, unit, better, reference, rows }: Table): void {
  console.log(`\n${title} (${unit}${better === "more" ? ", more is better" : ""}):`);
  console.table(
    Object.fromEntries(
      rows.map(({ what, n, median, low, high, p95, ratio, goals, also }) => [
        what,
        {
          median: rounded(median),
          ...(better === "less" && { p95: rounded(p95) }),
          "low–high": `${rounded(low)}–${rounded(high)}`,
          n,
          ...(reference !== null && { [`times ${reference}`]: rounded(ratio?.median ?? 1) }),
          ...also,
          ...(goals.length > 0 && { goal: goals.every(({ met }) => met) ? "met" : "MISSED" }),
        },
      ]),
    ),
  );
}
