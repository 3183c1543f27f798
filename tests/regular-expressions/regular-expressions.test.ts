import { describe, expect, test } from "vitest";
import { literals } from "./literals.ts";
import { nameOf, statusOf, verified } from "./verified.ts";

const found = literals();

test("the literals are found", () => {
  expect(found.length).toBeGreaterThan(80);
});

/** The long run verifies all again; `npm test` only what `verified.txt` does not name. */
const known = process.env.TEST_LENGTH === "long" ? new Set<string>() : verified;

describe("a stranger's text never takes a regular expression more than linear time", () => {
  test.each(found.map((one) => [`${one.file}: /${one.source}/${one.flags}`, one] as const))(
    "%s",
    (_, one) => {
      expect(known.has(nameOf(one)) ? "safe" : statusOf(one)).not.toBe("vulnerable");
    },
  );
});

test("what is verified is written down: else run `npm run expressions`", () => {
  const names = new Set(found.map(nameOf));
  // A few of both may differ, so that not every branch changes the file.
  const differing = [...names.symmetricDifference(verified)];
  expect(differing.length).toBeLessThan(25);
});
