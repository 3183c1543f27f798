import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lifecyclePage } from "#src/cli/lifecycle-page.ts";
import { agreementMachine } from "#workflows/agreement.ts";
import { draw } from "#workflows/draw.ts";
import { participationMachine } from "#workflows/participation.ts";

const kept = (path: string) => readFileSync(join(import.meta.dirname, "../..", path), "utf8");

test("the drawings beside the machines are the machines'", () => {
  expect(kept("workflows/agreement.mmd")).toBe(draw(agreementMachine));
  expect(kept("workflows/participation.mmd")).toBe(draw(participationMachine));
});

test("the page in docs shows both drawings, and every act of the table", () => {
  expect(kept("docs/lifecycle.md"), "npm run lifecycle:draw").toBe(lifecyclePage());
});
