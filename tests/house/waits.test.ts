import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lanes } from "#tests/support/lanes.ts";
import { longest } from "#tests/support/longest-files.ts";

const root = join(import.meta.dirname, "../..");
const files = globSync("tests/**/*.{ts,tsx}", { cwd: root }).filter(
  (file) => !file.startsWith("tests/bench/") && file !== "tests/house/waits.test.ts",
);

/** A test that measures or waits by the clock. Dates computed from now do not count. Use `tests/support/until.ts` instead. */
const byTheClock =
  /\b(?:performance\.(?:now|timeOrigin)|process\.(?:hrtime|cpuUsage|uptime))\b|\b(?:setTimeout|sleep|delay|waitForTimeout)\(|(?<!new Date\()Date\.now\(\) - |toBeLessThan\w*\([^)]*Date\.now/;

/** Files that may use the clock, and why. None of them uses a duration as proof. */
const exceptions: Record<string, string> = {
  "tests/embedded/restart.test.ts": "looks every 2 ms for the moment at which to kill a start",
  "tests/jobs/outages.test.ts": "a time on record lies in the past: an order, no duration",
  "tests/agreements/waiting.test.ts": "a time on record lies between two others: an order",
  "tests/jobs/worker.ts": "a job that lasts, in a process that is killed",
  "tests/pdf/attacks/fuzz.test.ts": "a ratio of two processor times",
  "tests/text/compare-bounded-time.test.ts": "a ratio of two processor times",
  "tests/text/checks/bounded-time.test.ts": "a ratio of two processor times",
  "tests/web/walker.ts": "looks every 80 ms until a page reads the same twice",
  "tests/web/pictures.ts": "a script that takes the pictures of the documentation",
  "tests/support/chromium.ts": "ends a browser that nobody uses",
  "tests/support/demo-office.ts": "lets the jobs look again while acts are made",
  "tests/support/demo-sign-in.ts": "signs in again before a verification ends",
  "tests/support/jobs.ts": "the pause of a job, as in the service",
  "tests/support/mailbox.ts": "looks every 20 ms for a letter",
  "tests/support/postgres.ts": "looks every 50 ms whether connections are closed",
  "tests/support/processes.ts": "ends the wait for a process that says nothing",
};

test("no test proves anything by a clock or a fixed sleep", () => {
  const found = files.filter((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .some((line) => byTheClock.test(line)),
  );
  expect(found.filter((file) => !(file in exceptions))).toEqual([]);
});

describe("of the exceptions", () => {
  test.each(Object.keys(exceptions))("%s still is one", (file) => {
    expect(byTheClock.test(readFileSync(join(root, file), "utf8"))).toBe(true);
  });
});

test("every folder of tests is in one lane", () => {
  const folders = globSync("tests/**/*.test.ts", { cwd: root }).map((file) => file.split("/")[1]);
  expect(Object.values(lanes).flat().sort()).toEqual([...new Set(folders)].sort());
});

test("every file that starts early is there", () => {
  expect(Object.keys(longest).filter((file) => !existsSync(join(root, "tests", file)))).toEqual([]);
});
