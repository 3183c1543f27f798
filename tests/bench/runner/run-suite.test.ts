import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freshFolder } from "#tests/support/folder.ts";
import { until } from "#tests/support/until.ts";
import { type Outcome, runSuite } from "./run-suite.ts";

const root = join(import.meta.dirname, "../../..");

function run(
  fake: string,
  more: { settings?: Record<string, string>; signal?: AbortSignal; through?: string[] } = {},
): Promise<Outcome> {
  const folder = freshFolder();
  onTestFinished(folder.remove);
  const suite = {
    name: fake,
    title: fake,
    about: "",
    script: `tests/bench/runner/fakes/${fake}.ts`,
    settings: more.settings ?? {},
  };
  const { signal = new AbortController().signal, through = [] } = more;
  return runSuite(suite, { root, length: "quick", through, logs: folder.path, signal });
}

test("a suite's figures come back", async () => {
  const outcome = await run("reports", { settings: { FAKE_SAMPLES: "5 6 7" } });
  expect(outcome).toMatchObject({ result: { tables: [{ rows: [{ what: "one", median: 6 }] }] } });
});

test("a suite can be started through another program", async () => {
  expect(await run("reports", { through: ["env", "FAKE_SAMPLES=9"] })).toMatchObject({
    result: { tables: [{ rows: [{ median: 9 }] }] },
  });
});

test("a suite that dies, says nothing or is not there is an outcome with its reason", async () => {
  expect(await run("dies")).toMatchObject({
    failed: "It ended with 1. Error: The fake suite cannot go on.",
  });
  expect(await run("silent")).toMatchObject({ failed: "It ended well but reported nothing." });
  expect(await run("no-such")).toMatchObject({
    failed: "tests/bench/runner/fakes/no-such.ts does not exist.",
  });
});

test("an interruption ends the suite, what it started, and removes its folder", async () => {
  const folder = freshFolder();
  onTestFinished(folder.remove);
  const file = join(folder.path, "started");
  const stop = new AbortController();
  const running = run("lingers", { settings: { FAKE_STARTED: file }, signal: stop.signal });
  await until(() => existsSync(file) && readFileSync(file, "utf8").includes(" "));
  const [pid = "", scratch = ""] = readFileSync(file, "utf8").split(" ");
  stop.abort();
  expect(await running).toMatchObject({ failed: expect.stringContaining("an interruption") });
  expect(existsSync(scratch)).toBe(false);
  // An ended process whose parent has not looked yet is a zombie.
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", pid], { encoding: "utf8" });
  expect(stdout.trim()).toMatch(/^(?:Z.*)?$/);
});
