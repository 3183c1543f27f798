import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type SuiteResult, tableOf } from "../figures.ts";
import { type Suite, suites } from "../suites.ts";
import { type Kept, notesBegin, pageOf } from "./page.ts";
import { notesOf } from "./write-page.ts";

const suite = (name: string): Suite => ({
  name,
  title: `Suite ${name}`,
  about: `About ${name}.`,
  script: `tests/bench/${name}/run.ts`,
});
const result: SuiteResult = {
  tables: [
    tableOf({
      title: "Acts a second",
      unit: "acts/s",
      better: "more",
      reference: "pgbench",
      rows: [
        {
          what: "ours",
          samples: [700, 900],
          goals: [
            { of: "ratio", least: 0.8 },
            { of: "median", least: 10 },
          ],
          also: { pages: 13 },
        },
        { what: "pgbench", samples: [1000, 1200] },
      ],
    }),
  ],
  notes: ["A note of the suite."],
  load: { before: 0.1, after: 1.2, others: 0.34 },
  seconds: 9,
};
const about = {
  at: "2026-11-30T01:02:03Z",
  commit: "abc",
  machine: "2 cores",
  length: "quick" as const,
  seconds: 9,
};
const ran: Kept = { ...about, result };
const notes = `${notesBegin}\n\n## Notes\n\nBy hand.\n`;
const page = (kept: Record<string, Kept>) =>
  pageOf({ versions: { pg: "8" }, suites: kept }, [suite("acts"), suite("seal")], notes);

test("the page has medians, spreads, ratios, load, versions, and what the suite says", () => {
  const text = page({ acts: ran });
  expect(text).toContain("| ours    | 800            | 700–900     | 2   | 0.725 (0.7–0.75) | 13");
  expect(text).toContain("load 0.1 before and 1.2 after, others used 0.3 cores");
  expect(text).toMatch(/\| pg +\| 8 +\|/);
  expect(text).toContain("A note of the suite.");
  expect(text).toContain("Not run yet: seal.");
  expect(text.endsWith("By hand.\n")).toBe(true);
});

test("each goal is named as met or missed", () => {
  const text = page({ acts: ran });
  expect(text).toContain("1 met, 1 missed. Other programs used up to 0.3 cores");
  expect(text).toMatch(
    /\[Suite acts\]\(#suite-acts\): ours \| ≥ 0\.8 times pgbench \| 0\.725 +\| \*\*MISSED\*\* \| 0\.3 /,
  );
  expect(text).toMatch(/ours \| median ≥ 10 acts\/s +\| 800 acts\/s \| met/);
});

test("a goal says of which table it is if rows of several tables have the same name", () => {
  const [table] = result.tables;
  const tables = table ? [table, { ...table, title: "With long evidence" }] : [];
  const text = page({ acts: { ...about, result: { ...result, tables } } });
  expect(text).toContain("[Suite acts](#suite-acts): ours (With long evidence) |");
});

test("bad input is listed with the slowest of its requests", () => {
  const rows = [
    { what: "list", samples: [10], badInput: "a word in all texts" },
    { what: "counts", samples: [30], badInput: "a word in all texts" },
    { what: "other", samples: [99] },
  ];
  const table = tableOf({ title: "officer", unit: "ms", better: "less", reference: null, rows });
  const text = page({ acts: { ...about, result: { ...result, tables: [table] } } });
  const [listed = ""] = text.split("## Bad input")[1]?.split("##") ?? [];
  expect(listed).toMatch(
    /a word in all texts \| \[Suite acts\]\(#suite-acts\), officer: counts +\| 30 ms +\| 30 ms +\| 2 /,
  );
  expect(listed).not.toContain("99 ms");
});

test("a suite that failed is named at the top and in its place; the others keep their figures", () => {
  const failed: Kept = { ...about, failed: "It ended with 1. Error: no\n*disk*" };
  const text = page({ acts: ran, seal: failed });
  const [top = "", rest = ""] = text.split("## Goals");
  expect(top).toContain("**The suite seal failed.** It ended with 1. Error: no disk");
  expect(rest).toContain("**Failed** on 2026-11-30 at abc: It ended with 1.");
  expect(rest).toContain("0.725");
});

test("suites of different runs are told apart", () => {
  const text = page({ acts: ran, seal: { ...ran, at: "2026-12-01T00:00:00Z", commit: "def" } });
  expect(text).toMatch(/\| 2026-11-30 \| abc .*\| acts +\|/);
  expect(text).toMatch(/\| 2026-12-01 \| def .*\| seal +\|/);
  expect(page({ acts: ran, seal: ran })).toContain("| all on this page |");
});

test("the notes are what follows their marker", () => {
  expect(notesOf(page({ acts: ran }))).toBe(notes);
  expect(notesOf("")).toContain(notesBegin);
});

test("docs/BENCHMARKS.md says what docs/benchmarks.json holds: npm run bench -- --page", () => {
  const docs = join(import.meta.dirname, "../../../docs");
  const written = readFileSync(join(docs, "BENCHMARKS.md"), "utf8");
  const results = JSON.parse(readFileSync(join(docs, "benchmarks.json"), "utf8"));
  expect(pageOf(results, suites, notesOf(written))).toBe(written);
});
