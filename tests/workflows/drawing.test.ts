import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { agreementMachine } from "#workflows/agreement.ts";
import { draw } from "#workflows/draw.ts";

const kept = (path: string) => readFileSync(join(import.meta.dirname, "../..", path), "utf8");

test("the drawing beside the machine is the machine's", () => {
  expect(kept("workflows/agreement.mmd")).toBe(draw(agreementMachine));
});

test("the page in docs shows the same drawing", () => {
  expect(kept("docs/lifecycle.md")).toContain(draw(agreementMachine));
});
