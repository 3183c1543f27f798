import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formOf } from "#src/web/acts/form-of.ts";
import { grouped } from "#src/web/acts/order.ts";
import { type ActType, actTypes, rowOf } from "#workflows/acts.ts";

const words = join(import.meta.dirname, "../../src/web/words/en/acts.json");
const { name, what } = JSON.parse(readFileSync(words, "utf8")) as Record<
  "name" | "what",
  Record<string, string>
>;

/** What is done on a page of its own, or where its subject is shown. */
const elsewhere: ActType[] = ["describe", "revise-text", "judge-warning"];
const office = ["legal-officer", "secretariat", "archivist"];
const acts = actTypes.filter(
  (act) => !elsewhere.includes(act) && rowOf(act).by.some((role) => office.includes(role)),
);

describe.each(acts)("%s, which the office may take,", (act) => {
  test("has a form, a place among the others, and words for what it brings", () => {
    expect(formOf(act)?.act).toBe(act);
    expect(grouped([{ act }])).toHaveLength(1);
    expect(what[act]).toBeTruthy();
  });
});

test("every act of the law has a name", () => {
  expect(actTypes.filter((act) => !name[act])).toEqual([]);
});
