import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Lane, lanes } from "./lanes.ts";

// `node tests/support/run-lane.ts LANE [options of Vitest]`: installs what is missing, then runs one lane.
const [lane = "", ...options] = process.argv.slice(2);
if (!Object.hasOwn(lanes, lane)) {
  console.error(`There is no lane "${lane}": ${Object.keys(lanes).join(", ")}.`);
  process.exit(2);
}
await import("./install.ts");
const root = join(import.meta.dirname, "../..");
const folders = lanes[lane as Lane].map((folder) => `tests/${folder}/`);
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const { status } = spawnSync(process.execPath, [vitest, "run", ...folders, ...options], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
