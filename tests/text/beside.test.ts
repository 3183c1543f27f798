import { expect, test } from "vitest";
import { beside, saidBy } from "#src/text/beside.ts";

test("names of other directions stand in a list each by itself", () => {
  expect(beside(["الكويت", "Kenya (East).", ""], "ar")).toBe("الكويت، \u2068Kenya (East).\u2069");
  expect(beside(["Kenya", "الكويت", "5 May 2027"], "en")).toBe(
    "Kenya, \u2068الكويت\u2069, 5 May 2027",
  );
});

test("a reservation reads in its own direction beside its party's name, line by line", () => {
  expect(saidBy("الكويت", "We reserve Article 5(2).", "en")).toBe(
    "\u2068الكويت\u2069: We reserve Article 5(2).",
  );
  expect(saidBy("Kenya", "تتحفظ.\nالمادة 5", "ar")).toBe(
    "\u2068Kenya\u2069: \u2068تتحفظ.\u2069\n\u2068المادة 5\u2069",
  );
});

test("a colon has a space before it in French", () => {
  expect(saidBy("le Canada", "Une réserve.", "fr")).toBe("Le Canada\u00a0: Une réserve.");
});
