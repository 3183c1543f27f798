import { describe, expect, test } from "vitest";
import { nextEnd } from "#workflows/conditions/later.ts";
import { type Amendment, type Facts, noFacts } from "#workflows/facts.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";
import { termsBetween, termsOn } from "#workflows/terms-between.ts";

const unamended: Terms = { ...ordinaryTerms, withdrawal: { months: 6 } };
const amendment = (change: Partial<Amendment> = {}): Amendment => ({
  id: "a",
  reference: "DEP/2028/001",
  on: "2028-01-01",
  since: { KZ: "2028-01-01", KR: "2028-02-01" },
  terms: { withdrawal: { days: 30 } },
  ...change,
});
const facts = (change: Partial<Facts> = {}): Facts => ({
  ...noFacts,
  parties: ["KZ", "KR", "AE"],
  standing: { KZ: "party", KR: "party", AE: "party" },
  terms: unamended,
  entry: {
    instrument: "2027-01-01",
    parties: { KZ: "2027-01-01", KR: "2027-01-01", AE: "2027-01-01" },
  },
  amendments: [amendment()],
  ...change,
});
const between = (record: Facts, first: string, second: string, on: string) =>
  termsBetween(record, { parties: [first, second], on });

describe("terms between two parties", () => {
  test("are amended between two that the amendment binds, from the later of their days", () => {
    expect(between(facts(), "KZ", "KR", "2028-01-31").terms.withdrawal).toEqual({ months: 6 });
    const { terms, changes } = between(facts(), "KZ", "KR", "2028-02-01");
    expect(terms.withdrawal).toEqual({ days: 30 });
    expect(changes).toEqual([
      {
        from: "2028-02-01",
        amendment: { id: "a", reference: "DEP/2028/001" },
        changed: ["withdrawal"],
      },
    ]);
  });

  test("stay unamended with a party that the amendment does not bind (40(4))", () => {
    const { terms, changes } = between(facts(), "KZ", "AE", "2030-01-01");
    expect([terms.withdrawal, changes]).toEqual([{ months: 6 }, []]);
  });

  test("are amended with a party that joined after the amendment had entered into force (40(5))", () => {
    const entry = {
      instrument: "2027-01-01",
      parties: { KZ: "2027-01-01", AE: "2028-06-01" },
    };
    const { terms, changes } = between(facts({ entry }), "KZ", "AE", "2028-06-01");
    expect([terms.withdrawal, changes[0]?.from]).toEqual([{ days: 30 }, "2028-06-01"]);
  });

  test("follow the last of several amendments, and keep what it does not change", () => {
    const second = amendment({
      id: "b",
      reference: "DEP/2029/001",
      on: "2029-01-01",
      since: { KZ: "2029-01-01", KR: "2029-01-01" },
      terms: { withdrawal: "none", settlement: "court" },
    });
    const record = facts({ amendments: [second, amendment()] });
    expect(between(record, "KZ", "KR", "2028-12-31").terms.withdrawal).toEqual({ days: 30 });
    const { terms, changes } = between(record, "KZ", "KR", "2029-01-01");
    expect(terms).toEqual({ ...unamended, withdrawal: "none", settlement: "court" });
    expect(changes.map(({ amendment }) => amendment.id)).toEqual(["a", "b"]);
  });
});

describe("terms between all the parties", () => {
  test("are unamended while an amendment binds only some of them", () => {
    expect(termsOn(facts(), "2030-01-01").withdrawal).toEqual({ months: 6 });
  });

  test("are amended once it binds those that are still bound", () => {
    const standing = { KZ: "party", KR: "noticeRunning", AE: "ended" };
    expect(termsOn(facts({ standing }), "2028-02-01").withdrawal).toEqual({ days: 30 });
  });
});

describe("a duration that an amendment changes", () => {
  const fixed = (years: number) => ({ years, renewal: "none" }) as const;
  const lasting = (duration: Terms["duration"]) =>
    facts({
      terms: { ...unamended, duration: fixed(5) },
      expiresOn: "2032-01-01",
      standing: { KZ: "party", KR: "party" },
      amendments: [amendment({ terms: { duration } })],
    });

  test("moves the end of the first period", () => {
    expect(nextEnd(lasting(fixed(8)))).toBe("2035-01-01");
  });

  test("to unlimited leaves no end", () => {
    expect(nextEnd(lasting("unlimited"))).toBeNull();
  });
});
