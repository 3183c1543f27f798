import type { ComboboxItem } from "@mantine/core";
import { expect, test } from "vitest";
import { bestFirst } from "#src/web/shell/picking.ts";

const options = ["Romania", "Oman", "Niger", "Nigeria", "United Arab Emirates", "Türkiye"].map(
  (label) => ({ value: label, label, disabled: false }),
);
const found = (search: string) =>
  (bestFirst({ options, search, limit: 10 }) as ComboboxItem[]).map(({ label }) => label);

test.each([
  ["oman", ["Oman", "Romania"]],
  ["Niger", ["Niger", "Nigeria"]],
  ["arab", ["United Arab Emirates"]],
  ["turkiye", ["Türkiye"]],
  [" OMAN ", ["Oman", "Romania"]],
  // As pasted from a page, where names keep their own direction, and from Word.
  ["\u2068Oman\u2069", ["Oman", "Romania"]],
  ["\u200fUnited\u00a0Arab  Emirates\u200b", ["United Arab Emirates"]],
  ["nowhere", []],
])("“%s” finds %j, the best first", (search, names) => {
  expect(found(search)).toEqual(names);
});

test("nothing typed finds every option in its own order", () => {
  expect(found("")).toEqual(options.map(({ label }) => label));
});
