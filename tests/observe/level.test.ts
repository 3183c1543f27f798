import { expect, test } from "vitest";
import { levelFor } from "#src/cli/observe.ts";

test("a person at a terminal sees warnings, a supervisor every request, and LOG_LEVEL prevails", () => {
  expect(levelFor(null, true)).toBe("warn");
  expect(levelFor(null, false)).toBe("info");
  for (const level of ["debug", "info", "warn", "error"] as const) {
    expect([levelFor(level, true), levelFor(level, false)]).toEqual([level, level]);
  }
});
