import { expect, test } from "vitest";
import { type SuiteResult, tableOf } from "../figures.ts";
import { chanceOfSeparation, compareTurns } from "./compare.ts";

const turns = (medians: number[], what = "one", better: "less" | "more" = "less") =>
  medians.map(
    (median): SuiteResult => ({
      tables: [
        tableOf({
          title: "T",
          unit: "ms",
          better,
          reference: null,
          rows: [{ what, samples: [median] }],
        }),
      ],
      notes: [],
      load: { before: 0, after: 0, others: null },
      seconds: 1,
    }),
  );

test("medians, spreads and the ratio of two commits", () => {
  const { rows } = compareTurns(turns([10, 12, 11]), turns([5, 7, 6]));
  expect(rows).toMatchObject([
    {
      before: { median: 11, low: 10, high: 12 },
      after: { median: 6, low: 5, high: 7 },
      verdict: "better, beyond the spread (by chance: 10 %)",
    },
  ]);
  expect(rows[0]?.ratio).toBeCloseTo(6 / 11);
});

test("one turn within the other side's spread is no difference", () => {
  const { rows } = compareTurns(turns([10, 12, 11]), turns([5, 10, 6]));
  expect(rows[0]?.verdict).toBe("within the spread");
});

test("slower is worse, and fewer a second is worse", () => {
  const verdict = (before: number[], after: number[], better: "less" | "more") =>
    compareTurns(turns(before, "one", better), turns(after, "one", better)).rows[0]?.verdict;
  expect(verdict([1, 2], [3, 4], "less")).toMatch(/^WORSE/);
  expect(verdict([1, 2], [3, 4], "more")).toMatch(/^better/);
  expect(verdict([3, 4], [1, 2], "more")).toMatch(/^WORSE/);
});

test("rows of one side alone are named, not compared", () => {
  const { rows, lacking } = compareTurns(turns([1, 2], "old"), turns([1, 2], "new"));
  expect(rows).toEqual([]);
  expect(lacking).toEqual(["T: new (not before)", "T: old (not after)"]);
});

test("how likely a separation by chance is", () => {
  expect(chanceOfSeparation(1, 1)).toBe(1);
  expect(chanceOfSeparation(2, 2)).toBeCloseTo(2 / 6);
  expect(chanceOfSeparation(4, 4)).toBeCloseTo(2 / 70);
});
