/**
 * `npm run bench`: runs every suite as a process of its own and writes docs/BENCHMARKS.md, or compares two commits.
 * `npm run bench -- --help` lists the options. Interrupted, it stops what it started and writes nothing.
 */
import { join } from "node:path";
import { compareCommits } from "./runner/compare-commits.ts";
import { measure } from "./runner/measure.ts";
import { readOptions, usage } from "./runner/options.ts";
import { writePage } from "./runner/write-page.ts";
import { suites } from "./suites.ts";

const root = join(import.meta.dirname, "../..");
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());

try {
  const args = process.argv.slice(2);
  if (args.includes("--help")) console.log(usage);
  else await run(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function run(args: string[]): Promise<void> {
  const options = readOptions(args);
  if (options.compare !== null) await compareCommits(root, options, stop.signal);
  else if (options.pageOnly) writePage({ root, suites }, null);
  else if (!(await measure(root, options, stop.signal))) process.exitCode = 1;
  if (stop.signal.aborted) process.exitCode = 130;
}
