import { join } from "node:path";
import { commitAt, describeMachine, versionsAt } from "./machine.ts";
import type { Options } from "./options.ts";
import type { Kept } from "./page.ts";
import { runSuite } from "./run-suite.ts";
import { writePage } from "./write-page.ts";

/** Runs the chosen suites and writes the page; false if one of them failed. An interrupted run writes nothing. */
export async function measure(
  root: string,
  { chosen, length, through }: Options,
  signal: AbortSignal,
): Promise<boolean> {
  const logs = join(root, "dist/bench");
  const about = { commit: commitAt(root), machine: describeMachine(), length };
  const suites: Record<string, Kept> = {};
  for (const suite of chosen) {
    if (signal.aborted) return false;
    const at = new Date().toISOString();
    console.log(`${at.slice(11, 19)} ${suite.name} …`);
    const outcome = await runSuite(suite, { root, length, through, logs, signal });
    suites[suite.name] = { at, ...about, ...outcome };
    const said = "failed" in outcome ? `FAILED: ${outcome.failed}` : "done";
    console.log(
      `         ${suite.name} ${said} (${outcome.seconds} s, dist/bench/${suite.name}.log)`,
    );
  }
  if (signal.aborted) return false;
  writePage(root, { versions: versionsAt(root), suites });
  console.log("docs/BENCHMARKS.md is written.");
  return Object.values(suites).every((one) => "result" in one);
}
