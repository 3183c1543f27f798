import { describe, expect, test } from "vitest";
import type { Condition, Delay, EntryConditions } from "#workflows/entry-conditions.ts";
import { delayed } from "#workflows/entry-delay.ts";
import {
  addDays,
  type Consent,
  type EntryRecord,
  entryIntoForce,
} from "#workflows/entry-into-force.ts";
import { numberOf } from "#workflows/entry-needed.ts";

const on = (party: string, day: string, act: Consent["act"] = "deposit"): Consent => ({
  party,
  on: day,
  act,
});
const onTheDay: Delay = { unit: "days", count: 0 };
const clause = (when: Condition, more: Partial<EntryConditions> = {}): EntryConditions => ({
  form: "conditions",
  when,
  delay: onTheDay,
  ...more,
});
const consents = [
  on("KZ", "2027-01-15"),
  on("AE", "2027-02-10"),
  on("KR", "2027-03-31"),
  on("EE", "2027-05-05", "accession"),
];
const negotiating = ["KZ", "AE", "KR", "UZ"];
const record: EntryRecord = { negotiating, consents };
/** The instrument's day, or what it waits for. */
function day(when: Condition, more?: Partial<EntryConditions>, of: EntryRecord = record) {
  const { instrument } = entryIntoForce(clause(when, more), of);
  return instrument.state === "dated" ? instrument.on : instrument.missing;
}
const parties = (given: EntryConditions, of: EntryRecord = record) =>
  Object.fromEntries(
    Object.entries(entryIntoForce(given, of).parties).map(([code, found]) => [
      code,
      found.state === "dated" ? found.on : null,
    ]),
  );

describe("a condition is met on the first day on which it holds", () => {
  test("a number of consents, of anybody or of a group", () => {
    expect(day({ kind: "consents", needed: 2 })).toBe("2027-02-10");
    expect(day({ kind: "consents", needed: 2, among: ["KR", "AE", "UZ"] })).toBe("2027-03-31");
    expect(day({ kind: "consents", needed: 6 })).toBe(2);
    expect(day({ kind: "consents", needed: 3, among: ["KR", "AE", "UZ"] })).toBe(1);
  });

  test("all or a share of the negotiating States, which those that accede do not fill", () => {
    expect(day({ kind: "consents", needed: "all" })).toEqual(["UZ"]);
    expect(day({ kind: "consents", needed: "majority" })).toBe("2027-03-31");
    expect(day({ kind: "consents", needed: "two-thirds" })).toBe("2027-03-31");
    expect(day({ kind: "consents", needed: "four-fifths" })).toBe(1);
  });

  test("named parties, each of them", () => {
    expect(day({ kind: "parties", parties: ["KR", "KZ"] })).toBe("2027-03-31");
    expect(day({ kind: "parties", parties: ["KR", "UZ", "US"] })).toEqual(["UZ", "US"]);
  });

  test("a share of a quantity, summed without the errors of binary fractions", () => {
    const quantity = (atLeast: number): Condition => ({
      kind: "quantity",
      what: "tonnage",
      shares: { KZ: 0.1, AE: 0.2, KR: 30.4 },
      atLeast,
    });
    expect(day(quantity(0.3))).toBe("2027-02-10");
    expect(day(quantity(30.7))).toBe("2027-03-31");
    expect(day(quantity(30.8))).toEqual([]);
  });

  test("acts that complete no consent are counted if the clause counts them", () => {
    const acts = [
      on("KZ", "2026-11-23", "signature"),
      on("UZ", "2026-11-23", "signature"),
      on("UZ", "2026-12-01", "notification"),
    ];
    const of = { ...record, acts };
    expect(day({ kind: "signatures", needed: 2 }, {}, of)).toBe("2026-11-23");
    expect(day({ kind: "signatures", needed: 3 }, {}, of)).toBe(1);
    expect(day({ kind: "notifications", needed: 1 }, {}, of)).toBe("2026-12-01");
    expect(day({ kind: "consents", needed: "all" }, {}, of)).toEqual(["UZ"]);
  });

  test("all together and any of several, one within the other", () => {
    const two: Condition = { kind: "consents", needed: 2 };
    const three: Condition = { kind: "consents", needed: 3 };
    const later: Condition = { kind: "date", date: "2027-04-20" };
    expect(day({ kind: "all", of: [two, later] })).toBe("2027-04-20");
    expect(day({ kind: "any", of: [three, two] })).toBe("2027-02-10");
    expect(
      day({
        kind: "any",
        of: [
          { kind: "all", of: [two, later] },
          { kind: "all", of: [three, { kind: "parties", parties: ["KR"] }] },
        ],
      }),
    ).toBe("2027-03-31");
  });

  test("another instrument, whose day the clause or the record gives", () => {
    const tied: Condition = { kind: "instrument", name: "The Charter" };
    const both: Condition = { kind: "all", of: [{ kind: "consents", needed: 2 }, tied] };
    expect(day(both)).toEqual([]);
    expect(day(both, {}, { ...record, others: { "The Charter": "2028-01-01" } })).toBe(
      "2028-01-01",
    );
    const known = { kind: "instrument" as const, name: "The Charter", on: "2027-02-01" };
    expect(day({ kind: "all", of: [{ kind: "consents", needed: 2 }, known] })).toBe("2027-02-10");
    expect(day({ kind: "consents", needed: 2 }, { notBefore: [known] })).toBe("2027-02-10");
    expect(day({ kind: "consents", needed: 2 }, { notBefore: [tied] })).toEqual([]);
  });
});

describe("then the delay is counted", () => {
  test.each<[Delay, string, string]>([
    [{ unit: "days", count: 30 }, "2019-04-29", "2019-05-29"],
    [{ unit: "days", count: 30, counting: "day-after" }, "2019-04-29", "2019-05-30"],
    [{ unit: "days", count: 30, counting: "full-month" }, "2019-04-29", "2019-06-01"],
    [{ unit: "months", count: 3 }, "2026-11-30", "2027-02-28"],
    [{ unit: "months", count: 3 }, "2027-11-30", "2028-02-29"],
    [{ unit: "months", count: 12 }, "2028-02-29", "2029-02-28"],
    [{ unit: "months", count: 3, counting: "full-month" }, "2026-11-30", "2027-03-01"],
    [{ unit: "months", count: 3, counting: "full-month" }, "2027-01-01", "2027-05-01"],
    [{ unit: "months", count: 3, counting: "full-month" }, "2027-01-15", "2027-05-01"],
    [{ unit: "months", count: 1, counting: "day-after" }, "2027-01-31", "2027-03-01"],
    [{ unit: "month-starts", count: 1 }, "2027-01-01", "2027-02-01"],
    [{ unit: "month-starts", count: 2 }, "2027-12-31", "2028-02-01"],
    [{ unit: "month-starts", count: 6 }, "1998-09-16", "1999-03-01"],
    [{ unit: "days", count: 60, counting: "full-month" }, "2027-12-31", "2028-03-01"],
    [{ unit: "days", count: 60, counting: "full-month" }, "2028-01-01", "2028-04-01"],
    [{ unit: "days", count: 0 }, "2028-02-29", "2028-02-29"],
  ])("%j from %s ends on %s", (delay, from, ends) => {
    expect(delayed(delay, from)).toBe(ends);
  });

  test("a day that the text names counts if the conditions are met by then", () => {
    const two: Condition = { kind: "consents", needed: 2 };
    const delay: Delay = { unit: "days", count: 90 };
    expect(day(two, { date: "2027-06-01", delay })).toBe("2027-06-01");
    expect(day(two, { date: "2027-02-10", delay })).toBe("2027-02-10");
    expect(day(two, { date: "2027-02-09", delay })).toBe(addDays("2027-02-10", 90));
  });

  test("not before a day, whatever the delay gives", () => {
    const two: Condition = { kind: "consents", needed: 2 };
    expect(day(two, { notBefore: [{ kind: "date", date: "2027-09-01" }] })).toBe("2027-09-01");
    expect(day(two, { notBefore: [{ kind: "date", date: "2026-09-01" }] })).toBe("2027-02-10");
  });
});

describe("each party has its own day", () => {
  const two: Condition = { kind: "consents", needed: 2 };

  test("later parties: another delay, or the day of their consent (24(3))", () => {
    const delay: Delay = { unit: "days", count: 90 };
    const together = { KZ: "2027-05-11", AE: "2027-05-11" };
    expect(parties(clause(two, { delay, later: { unit: "days", count: 30 } }))).toEqual({
      ...together,
      // Their own day comes before the instrument's, so they wait for it.
      KR: "2027-05-11",
      EE: "2027-06-04",
    });
    expect(parties(clause(two, { delay: onTheDay }))).toMatchObject({
      KR: "2027-03-31",
      EE: "2027-05-05",
    });
  });

  test("parties that consented until the conditions were met join the instrument at once", () => {
    const later: Delay = { unit: "days", count: 30 };
    expect(parties(clause(two, { later }))).toMatchObject({
      KZ: "2027-02-10",
      AE: "2027-02-10",
      KR: "2027-04-30",
    });
  });
});

describe("what is not counted", () => {
  test("a regional organisation beside its members, nor as one of a share", () => {
    const notCounted = [{ party: "AE", reason: "regional-organisation" as const }];
    expect(day({ kind: "consents", needed: 2 }, { notCounted })).toBe("2027-03-31");
    expect(day({ kind: "consents", needed: "two-thirds" }, { notCounted })).toBe("2027-03-31");
    const given = clause({ kind: "consents", needed: 2 }, { notCounted });
    expect(parties(given)).toMatchObject({ AE: "2027-03-31" });
    expect(entryIntoForce(given, record).instrument.derivation[1]).toEqual({
      key: "not-counted-regional-organisation",
      values: { party: "AE" },
    });
  });

  test("a consent withdrawn before entry into force, and a party that is not bound by it", () => {
    const gone = consents.map((one) =>
      one.party === "AE" ? { ...one, withdrawnOn: "2027-03-01" } : one,
    );
    const of = { ...record, consents: gone };
    const given = clause(
      { kind: "consents", needed: 2 },
      {
        delay: { unit: "days", count: 30 },
      },
    );
    expect(entryIntoForce(given, of).instrument).toMatchObject({ on: "2027-04-30" });
    expect(parties(given, of)).not.toHaveProperty("AE");
    const again = { ...of, consents: [...gone, on("AE", "2027-03-05")] };
    expect(entryIntoForce(given, again).instrument).toMatchObject({ on: "2027-04-04" });
    expect(parties(given, again)).toMatchObject({ AE: "2027-04-04" });
  });

  test("a consent withdrawn after entry into force counted for it", () => {
    const gone = consents.map((one) =>
      one.party === "AE" ? { ...one, withdrawnOn: "2027-03-13" } : one,
    );
    const delay: Delay = { unit: "days", count: 30 };
    const of = { ...record, consents: gone };
    expect(day({ kind: "consents", needed: 2 }, { delay }, of)).toBe("2027-03-12");
    const last = gone.map((one) => (one.withdrawnOn ? { ...one, withdrawnOn: "2027-03-12" } : one));
    expect(day({ kind: "consents", needed: 2 }, { delay }, { ...record, consents: last })).toBe(
      "2027-04-30",
    );
  });
});

describe("provisional application", () => {
  const provisional = { when: { kind: "consents" as const, needed: 1 }, delay: onTheDay };
  const found = (needed: number, of = record) =>
    entryIntoForce(clause({ kind: "consents", needed }, { provisional }), of).provisional;

  test("begins on its own conditions and ends with entry into force", () => {
    expect(found(3)).toMatchObject({ state: "dated", on: "2027-01-15" });
    expect(found(3)?.derivation.at(-1)).toEqual({
      key: "provisional-until",
      values: { on: "2027-03-31" },
    });
    expect(found(6)?.derivation.at(-1)?.key).toBe("provisional-from");
    expect(found(6, { negotiating, consents: [] })).toMatchObject({ state: "waiting", missing: 1 });
  });

  test("is not told if the instrument enters into force as early, or has none", () => {
    expect(found(1)).toBeNull();
    expect(entryIntoForce({ form: "last-signature" }, record).provisional).toBeNull();
  });
});

test("retroactive effect is told beside the day of entry into force", () => {
  const given = clause({ kind: "consents", needed: 2 }, { effectFrom: "2026-01-01" });
  const { instrument } = entryIntoForce(given, record);
  expect(instrument).toMatchObject({ on: "2027-02-10" });
  expect(instrument.derivation.slice(-2)).toEqual([
    { key: "enters-into-force", values: { on: "2027-02-10" } },
    { key: "effect-from", values: { date: "2026-01-01" } },
  ]);
});

test("the reasoning tells each condition, how it was met, and the delay", () => {
  const given = clause(
    {
      kind: "all",
      of: [
        { kind: "consents", needed: 2 },
        { kind: "parties", parties: ["KR"] },
      ],
    },
    { delay: { unit: "months", count: 2 } },
  );
  expect(entryIntoForce(given, record).instrument.derivation).toEqual([
    { key: "clause-conditions", values: {} },
    { key: "counts-consents", values: {} },
    { key: "needs-count", values: { count: 2 } },
    { key: "nth-consent-deposit", values: { party: "AE", on: "2027-02-10" } },
    { key: "needs-parties", values: { parties: "KR" } },
    { key: "last-consent-deposit", values: { party: "KR", on: "2027-03-31" } },
    { key: "conditions-met", values: { on: "2027-03-31" } },
    { key: "delay-months-after", values: { count: 2 } },
    { key: "enters-into-force", values: { on: "2027-05-31" } },
  ]);
});

test("shares of a set are rounded up, and a majority is more than half", () => {
  expect([1, 2, 3, 4, 5, 46, 164].map((total) => numberOf("majority", total))).toEqual([
    1, 2, 2, 3, 3, 24, 83,
  ]);
  expect([1, 3, 4, 164].map((total) => numberOf("two-thirds", total))).toEqual([1, 2, 3, 110]);
  expect(numberOf("three-quarters", 5)).toBe(4);
});
