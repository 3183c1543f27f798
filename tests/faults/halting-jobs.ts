/**
 * The job runner, which halts for ever at the step named in HALT_AT, so that a test can kill it there.
 * Settings come from the environment like the service's own.
 */
import { flushCompileCache } from "node:module";
import { readConfig } from "#src/config/config.ts";
import { openFoundation } from "#src/foundation.ts";
import { startJobs } from "#src/jobs/runner.ts";
import { nodeContext } from "#src/node.ts";

// A killed process writes no cache at the end.
flushCompileCache();
const config = readConfig(process.env);
const foundation = await openFoundation(config, { now: () => new Date() });
const ctx = nodeContext(foundation, () => {});
await startJobs(config, foundation, ctx, {
  publicUrl: "http://localhost:3000",
  overdueAfter: 2000,
  queue: { lockMs: 1000, stalledMs: 500, backoffMs: 50 },
  reached: async (step) => {
    if (step !== process.env.HALT_AT) return;
    console.log(`halted at ${step}`);
    await new Promise(() => {});
  },
});
console.log("jobs are running");
