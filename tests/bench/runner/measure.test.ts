import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freshFolder } from "#tests/support/folder.ts";
import type { Suite } from "../suites.ts";
import { measure } from "./measure.ts";

const root = join(import.meta.dirname, "../../..");
const fake = (name: string): Suite => ({
  name,
  title: `Suite ${name}`,
  about: "",
  script: `tests/bench/runner/fakes/${name}.ts`,
});
const suites = [fake("reports"), fake("dies"), fake("silent")];

function run(page: string, chosen: Suite[], signal = new AbortController().signal) {
  const options = { chosen, length: "quick" as const, through: [] };
  return measure(root, options, signal, { root: page, suites });
}

test("a suite that dies is named on the page, and the others lose nothing", async () => {
  const folder = freshFolder();
  onTestFinished(folder.remove);
  mkdirSync(join(folder.path, "docs"));
  const page = () => readFileSync(join(folder.path, "docs/BENCHMARKS.md"), "utf8");
  expect(await run(folder.path, suites)).toBe(false);
  expect(page()).toContain(
    "**The suite dies failed.** It ended with 1. Error: The fake suite cannot go on.",
  );
  expect(page()).toContain("**The suite silent failed.** It ended well but reported nothing.");
  expect(page()).toMatch(/## Suite reports[^#]*\| one \| 2 +\| 1–3/);

  // A later run of one suite leaves the others as they are.
  expect(await run(folder.path, [fake("reports")])).toBe(true);
  expect(page()).toContain("**The suite dies failed.**");
});

test("an interrupted run writes no page", async () => {
  const folder = freshFolder();
  onTestFinished(folder.remove);
  expect(await run(folder.path, suites, AbortSignal.abort())).toBe(false);
  expect(() => readFileSync(join(folder.path, "docs/BENCHMARKS.md"))).toThrow("ENOENT");
});
