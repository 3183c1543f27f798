import { expect, test } from "vitest";
import { commaOf } from "#src/text/comma-of.ts";

test.each([
  ["ar", "مريم، ممثل"],
  ["fa", "مريم، ممثل"],
  ["zh", "مريم、ممثل"],
  ["ru", "مريم, ممثل"],
  ["arn", "مريم, ممثل"],
])("in %s two names stand as %s", (language, together) => {
  expect(["مريم", "ممثل"].join(commaOf(language))).toBe(together);
});
