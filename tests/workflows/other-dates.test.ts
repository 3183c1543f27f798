import { expect, test } from "vitest";
import { entryOf } from "#workflows/entry-of.ts";
import { type Facts, noFacts } from "#workflows/facts.ts";
import { areDerived, arePossible } from "#workflows/other-dates.ts";
import { ordinaryTerms } from "#workflows/terms.ts";

const consent = (party: string, on: string) => ({ party, act: "deposit" as const, as: null, on });
const facts: Facts = {
  ...noFacts,
  parties: ["KZ", "AE", "KR"],
  terms: { ...ordinaryTerms, entry: { form: "nth-deposit", deposits: 2, days: 30 } },
  consents: [consent("KZ", "2027-01-10"), consent("AE", "2027-02-01"), consent("KR", "2027-05-01")],
};
const recorded = (instrument: string): Facts => ({ ...facts, entry: { instrument, parties: {} } });
const joined = { KZ: "2027-03-03", AE: "2027-03-03" };

test("the engine's days are derived, whichever parties are named", () => {
  const days = { instrument: "2027-03-03", parties: { ...joined, KR: "2027-05-31" } };
  expect(entryOf(facts)).toEqual(days);
  expect(areDerived(facts, days)).toBe(true);
  expect(areDerived(facts, { ...days, parties: joined })).toBe(true);
  expect(areDerived(facts, { ...days, instrument: "2027-03-04" })).toBe(false);
  expect(areDerived(facts, { ...days, parties: { KZ: "2027-03-04" } })).toBe(false);
});

test("others are possible once two have consented, for those that have, in order", () => {
  const can = (instrument: string, parties: Record<string, string>) =>
    arePossible(facts, { instrument, parties });
  expect(can("2027-03-04", { KZ: "2027-03-04", AE: "2027-03-04" })).toBe(true);
  expect(can("2027-02-01", { KZ: "2027-02-01", AE: "2027-02-01" })).toBe(true);
  expect(can("2027-01-31", { KZ: "2027-01-31" })).toBe(false);
  expect(can("2027-03-04", { KZ: "2027-03-03" })).toBe(false);
  expect(can("2027-03-04", { KR: "2027-04-30" })).toBe(false);
  expect(can("2027-03-04", { EE: "2027-03-04" })).toBe(false);
});

test("a recorded day stays, and parties that enter with the instrument enter on it", () => {
  expect(entryOf(recorded("2027-03-04"))).toEqual({
    instrument: "2027-03-04",
    parties: { KZ: "2027-03-04", AE: "2027-03-04", KR: "2027-05-31" },
  });
  expect(entryOf(recorded("2027-06-15"))?.parties).toMatchObject({ KR: "2027-06-15" });
  expect(entryOf(recorded("2027-03-01"))?.parties).toMatchObject({ KZ: "2027-03-01" });
  const other = { instrument: "2027-03-05", parties: { KR: "2027-06-01" } };
  expect(arePossible(recorded("2027-03-04"), other)).toBe(false);
  const late = { instrument: "2027-03-04", parties: { KR: "2027-06-01" } };
  expect(arePossible(recorded("2027-03-04"), late)).toBe(true);
});

test("a recorded day stays though the engine waits", () => {
  const waiting = { ...recorded("2027-03-04"), consents: facts.consents.slice(0, 1) };
  expect(entryOf(waiting)).toEqual({ instrument: "2027-03-04", parties: {} });
  expect(entryOf({ ...waiting, entry: noFacts.entry })).toBeNull();
});
