import fc from "fast-check";
import { expect, test } from "vitest";
import { isSlip } from "#src/text/checks/names/slips-of-names.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "ы", "ق"), maxLength: 8 });
const letter = fc.constantFrom("a", "b", "ы", "ق");

test("one letter too many, one too few or a wrong one is a slip", () => {
  fc.assert(
    fc.property(word, word, letter, letter, (before, after, one, other) => {
      const whole = before + one + after;
      expect(isSlip(whole, before + after)).toBe(true);
      expect(isSlip(before + after, whole)).toBe(true);
      expect(isSlip(whole, before + other + after)).toBe(one !== other);
    }),
  );
});

test("the same word, and one that differs by two letters, are none", () => {
  expect(isSlip("Kazakhstan", "Kazakhstan")).toBe(false);
  expect(isSlip("Kazakhstan", "Kazahstna")).toBe(false);
  expect(isSlip("Kazakhstan", "Kazakhst")).toBe(false);
  expect(isSlip("", "")).toBe(false);
  expect(isSlip("Iran", "Iraq")).toBe(true);
});
