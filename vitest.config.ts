import { availableParallelism } from "node:os";
import type { ResolvedConfig } from "vite";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first.ts";

/**
 * Takes away the condition by which Vite chooses a library's files for development, with more checks: the service runs
 * those for production, so the tests do too.
 */
const asServed = {
  name: "as-served",
  configResolved({ ssr, environments }: ResolvedConfig) {
    for (const { resolve } of [ssr, ...Object.values(environments)]) {
      const conditions = resolve?.conditions;
      const at = conditions?.indexOf("development|production") ?? -1;
      if (at >= 0) conditions?.splice(at, 1);
    }
  },
};

export default defineConfig({
  plugins: [asServed],
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: process.env.TEST_LENGTH === "long" ? 1_800_000 : 120_000,
    hookTimeout: 300_000,
    // The limit is no claim: it only ends a test that would hang, on however busy a machine.
    expect: { poll: { timeout: 60_000 } },
    globalSetup: ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/seed.ts"],
    pool: "forks",
    // V8 of Node 24 loses track of code pages that it guards by memory protection keys, where threads come and go, and
    // then ends the process ("Check failed: jit_page.has_value()"). The guard is no part of what is tested.
    // Young objects get room, since a worker lives for a hundred files: half of the collections.
    execArgv: ["--no-memory-protection-keys", "--max-semi-space-size=64"],
    // A worker keeps its modules from file to file: to load them for each took a tenth of the time. No test leaves
    // anything behind in a module.
    isolate: false,
    // Most tests wait for a database, a browser or another program: as many workers as cores would leave cores idle.
    maxWorkers: Math.max(4, availableParallelism() + 1),
    sequence: { sequencer: LongestFirst },
  },
});
