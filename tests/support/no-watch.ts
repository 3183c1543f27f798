import type { Watch } from "#src/health/watch.ts";

/** For job runners of tests that are not about what halts a process. */
export const noWatch: Watch = {
  halted: () => null,
  parts: () => [],
  look: async () => {},
  start: async () => {},
  stop: () => {},
};
