import fc from "fast-check";
import { expect, test } from "vitest";
import { derivationWords } from "#src/text/derivation.ts";
import { addDays } from "#workflows/civil-date.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";
import { withdrawalEffect } from "#workflows/withdrawal.ts";

const effect = (withdrawal: Terms["withdrawal"], received: string) =>
  withdrawalEffect({ ...ordinaryTerms, withdrawal }, received);

test.each<[string, Terms["withdrawal"], string, string]>([
  ["six months", { months: 6 }, "2026-08-31", "2027-02-28"],
  ["thirty days", { days: 30 }, "2026-01-31", "2026-03-02"],
  ["no days", { days: 0 }, "2026-01-31", "2026-01-31"],
  [
    "three months, at the end of the year",
    { months: 3, atYearEnd: true },
    "2026-02-10",
    "2026-12-31",
  ],
  ["three months, into the next year", { months: 3, atYearEnd: true }, "2026-11-01", "2027-12-31"],
  ["a text that is silent: twelve months", "silent", "2026-11-30", "2027-11-30"],
])("a notice takes effect after %s", (_, withdrawal, received, on) => {
  expect(effect(withdrawal, received).on).toBe(on);
});

test("a notice counted in days takes effect that many days after its receipt", () => {
  const days = fc.integer({ min: 0, max: 3660 });
  fc.assert(
    fc.property(days, (days) => {
      expect(effect({ days }, "2026-02-28").on).toBe(addDays("2026-02-28", days));
    }),
  );
});

test.each(["en", "ru", "ar", "kk", "fr"])("the reasons are sentences in %s", (language) => {
  const cases: Terms["withdrawal"][] = ["silent", { days: 45 }, { months: 6, atYearEnd: true }];
  for (const withdrawal of cases) {
    const { derivation } = effect(withdrawal, "2026-11-30");
    const words = derivationWords(derivation, language);
    expect(words).toHaveLength(derivation.length);
    for (const sentence of words) expect(sentence).toMatch(/^[^{}]{10,}$/);
  }
});
