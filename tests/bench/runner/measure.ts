import { join } from "node:path";
import { suites } from "../suites.ts";
import { commitAt, describeMachine, versionsAt } from "./machine.ts";
import type { Options } from "./options.ts";
import type { Kept } from "./page.ts";
import { runSuite } from "./run-suite.ts";
import { type Page, writePage } from "./write-page.ts";

/**
 * Runs the chosen suites and writes the page; false if one of them failed. An interrupted run writes nothing. `page` is where the
 * page is, and which suites belong on it.
 */
export async function measure(
  root: string,
  { chosen, length, through }: Pick<Options, "chosen" | "length" | "through">,
  signal: AbortSignal,
  page: Page = { root, suites },
): Promise<boolean> {
  const logs = join(page.root, "dist/bench");
  const about = { commit: commitAt(root), machine: describeMachine(), length };
  const kept: Record<string, Kept> = {};
  for (const suite of chosen) {
    if (signal.aborted) return false;
    const at = new Date().toISOString();
    console.log(`${at.slice(11, 19)} ${suite.name} …`);
    const outcome = await runSuite(suite, { root, length, through, logs, signal });
    kept[suite.name] = { at, ...about, ...outcome };
    const said = "failed" in outcome ? `FAILED: ${outcome.failed}` : "done";
    console.log(
      `         ${suite.name} ${said} (${outcome.seconds} s, dist/bench/${suite.name}.log)`,
    );
  }
  if (signal.aborted) return false;
  writePage(page, { versions: versionsAt(root), suites: kept });
  console.log("docs/BENCHMARKS.md is written.");
  return Object.values(kept).every((one) => "result" in one);
}
