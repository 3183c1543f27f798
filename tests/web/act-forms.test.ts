import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { holders } from "#src/people/can.ts";
import { formOf } from "#src/web/acts/form-of.ts";
import { grouped } from "#src/web/acts/order.ts";
import type { ActType } from "#workflows/acts.ts";

const words = join(import.meta.dirname, "../../src/web/words/en/acts.json");
const { name, what } = JSON.parse(readFileSync(words, "utf8")) as Record<
  "name" | "what",
  Record<string, string>
>;

/** What is done on a page of its own. */
const elsewhere: ActType[] = ["describe", "revise-text"];
const office = ["legal-officer", "secretariat", "archivist"];
const acts = (Object.keys(holders) as ActType[]).filter(
  (act) => !elsewhere.includes(act) && holders[act].some((role) => office.includes(role)),
);

describe.each(acts)("%s, which the office may take,", (act) => {
  test("has a form, a place among the others, and words for what it brings", () => {
    expect(formOf(act)?.act).toBe(act);
    expect(grouped([{ act }])).toHaveLength(1);
    expect(what[act]).toBeTruthy();
  });
});

test("every act of the law has a name", () => {
  expect((Object.keys(holders) as ActType[]).filter((act) => !name[act])).toEqual([]);
});
