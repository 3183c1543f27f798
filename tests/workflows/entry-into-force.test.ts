import fc from "fast-check";
import { expect, test } from "vitest";
import { trials } from "#tests/support/length.ts";
import { civilDate, firstOfNextMonth, startOfDay } from "#workflows/civil-date.ts";
import {
  addDays,
  addMonths,
  type Consent,
  type EntryClause,
  entryIntoForce,
} from "#workflows/entry-into-force.ts";
import { fixtures } from "./entry-fixtures.ts";

const on = (party: string, day: string, act: Consent["act"] = "deposit"): Consent => ({
  party,
  on: day,
  act,
});

/** The day of entry into force, or what it waits for. */
function day(clause: EntryClause, consents: Consent[], negotiating = ["KZ", "AE", "KR"]) {
  const { instrument } = entryIntoForce(clause, { negotiating, consents });
  return instrument.state === "dated" ? instrument.on : instrument.missing;
}

test.each(fixtures)("$name entered into force on $inForceOn", (fixture) => {
  const { clause, completedOn, inForceOn } = fixture;
  const needed =
    "deposits" in clause ? clause.deposits : "consents" in clause ? clause.consents : 0;
  // The earlier deposits are not listed in the sources; any day up to the last one gives the same date.
  const earlier = Array.from({ length: needed - 1 }, (_, n) =>
    on(`P${n}`, addDays(completedOn, -n)),
  );
  expect(day(clause, [...earlier, on("ZZ", completedOn)])).toBe(inForceOn);
  expect(day(clause, earlier)).toBe(1);
});

const three = [
  on("KZ", "2027-01-15", "signature"),
  on("AE", "2027-03-31", "signature"),
  on("KR", "2027-02-10", "signature"),
];

test("form 1: on the last signature", () => {
  expect(day({ form: "last-signature" }, three)).toBe("2027-03-31");
  expect(day({ form: "last-signature" }, three.slice(0, 2))).toEqual(["KR"]);
});

test("form 2: on a fixed date, once two have consented, and not before they have", () => {
  expect(day({ form: "fixed-date", date: "2027-06-01" }, three)).toBe("2027-06-01");
  expect(day({ form: "fixed-date", date: "2027-01-20" }, three)).toBe("2027-02-10");
  expect(day({ form: "fixed-date", date: "2027-06-01" }, three.slice(0, 1))).toBe(1);
});

const notified = three.map(({ party, on: when }) => on(party, when, "notification"));

test("forms 3 and 4: on the last notification, and so many days after it", () => {
  expect(day({ form: "last-notification" }, notified)).toBe("2027-03-31");
  expect(day({ form: "after-last-notification", days: 30 }, notified)).toBe("2027-04-30");
});

test("form 5: so many days after the nth deposit", () => {
  expect(day({ form: "nth-deposit", deposits: 2, days: 30 }, three)).toBe("2027-03-12");
});

test("form 6: on the first of the month after so many months, which end where a month ends", () => {
  const clause = { form: "month-after-nth-consent", consents: 1, months: 3 } as const;
  expect(day(clause, [on("KZ", "2027-01-15")])).toBe("2027-05-01");
  expect(day(clause, [on("KZ", "2027-11-30")])).toBe("2028-03-01");
  expect(day(clause, [on("KZ", "2027-01-01")])).toBe("2027-05-01");
  expect(addMonths("2027-11-30", 3)).toBe("2028-02-29");
  expect(firstOfNextMonth("2027-12-31")).toBe("2028-01-01");
});

test("without a clause: when all negotiating States have consented (24(2))", () => {
  expect(day({ form: "all-consented" }, three)).toBe("2027-03-31");
  expect(day({ form: "all-consented" }, three.slice(1))).toEqual(["KZ"]);
});

test("a party that consents later has its own day (24(3)), counted as the clause counts", () => {
  const record = {
    negotiating: ["KZ", "AE", "KR"],
    consents: [...three, on("EE", "2027-08-31", "accession")],
  };
  const days = (clause: EntryClause) => {
    const { parties } = entryIntoForce(clause, record);
    const { KR, EE } = parties;
    return [KR, EE].map((one) => (one?.state === "dated" ? one.on : null));
  };
  expect(days({ form: "last-signature" })).toEqual(["2027-03-31", "2027-08-31"]);
  expect(days({ form: "nth-deposit", deposits: 2, days: 30 })).toEqual([
    "2027-03-12",
    "2027-09-30",
  ]);
  expect(days({ form: "month-after-nth-consent", consents: 2, months: 3 })).toEqual([
    "2027-06-01",
    "2027-12-01",
  ]);
  expect(days({ form: "after-last-notification", days: 30 })).toEqual(["2027-04-30", "2027-09-30"]);
});

test("the reasoning names the clause, the act that completed the condition, and the day", () => {
  const clause = { form: "nth-deposit", deposits: 2, days: 30 } as const;
  const { instrument } = entryIntoForce(clause, { negotiating: ["KZ", "AE"], consents: three });
  expect(instrument.derivation).toEqual([
    { key: "clause-nth-deposit", values: { deposits: 2, days: 30 } },
    { key: "nth-consent-signature", values: { party: "KR", on: "2027-02-10" } },
    { key: "enters-into-force", values: { on: "2027-03-12" } },
  ]);
});

test("a day is a day in the instrument's zone", () => {
  expect(civilDate("2027-03-31T20:00:00Z", "Asia/Almaty")).toBe("2027-04-01");
  expect(civilDate("2027-03-31T20:00:00Z", "America/New_York")).toBe("2027-03-31");
  expect(startOfDay("2027-04-27", "Asia/Almaty").toISOString()).toBe("2027-04-26T19:00:00.000Z");
  expect(startOfDay("2027-04-27", "Asia/Kathmandu").toISOString()).toBe("2027-04-26T18:15:00.000Z");
  // In Beirut the clocks went forward at midnight: the day began at one o'clock.
  expect(startOfDay("2022-03-27", "Asia/Beirut").toISOString()).toBe("2022-03-26T22:00:00.000Z");
});

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays("1970-01-01", offset));
const anyConsents = fc.array(
  fc.record({
    party: fc.constantFrom("KZ", "AE", "KR", "EE", "US"),
    on: anyDay,
    act: fc.constantFrom<Consent["act"]>("signature", "deposit", "accession"),
  }),
  { maxLength: 8 },
);
const anyClause: fc.Arbitrary<EntryClause> = fc.oneof(
  fc.constantFrom<EntryClause>(
    { form: "last-signature" },
    { form: "last-notification" },
    { form: "all-consented" },
  ),
  anyDay.map((date): EntryClause => ({ form: "fixed-date", date })),
  fc.nat(90).map((days): EntryClause => ({ form: "after-last-notification", days })),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.nat(90))
    .map(([deposits, days]): EntryClause => ({ form: "nth-deposit", deposits, days })),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(12)).map(
    ([consents, months]): EntryClause => ({
      form: "month-after-nth-consent",
      consents,
      months,
    }),
  ),
);
const negotiating = ["KZ", "AE", "KR"];
const runs = { numRuns: trials({ short: 2000, long: 100_000 }) };

test("the order in which consents are told changes nothing", () => {
  fc.assert(
    fc.property(anyClause, anyConsents, fc.infiniteStream(fc.nat()), (clause, consents, dice) => {
      const shuffled = consents
        .map((one) => ({ one, at: dice.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(entryIntoForce(clause, { negotiating, consents: shuffled })).toEqual(
        entryIntoForce(clause, { negotiating, consents }),
      );
    }),
    runs,
  );
});

test("nobody is bound before the instrument is in force, nor before its own consent", () => {
  fc.assert(
    fc.property(anyClause, anyConsents, (clause, consents) => {
      const { instrument, parties } = entryIntoForce(clause, { negotiating, consents });
      for (const [party, found] of Object.entries(parties)) {
        if (found.state !== "dated" || instrument.state !== "dated") continue;
        expect(found.on >= instrument.on).toBe(true);
        const first = consents.filter((one) => one.party === party).map((one) => one.on);
        expect(found.on >= first.sort()[0]!).toBe(true);
      }
    }),
    runs,
  );
});

test("a consent that comes after the day of entry into force does not move that day", () => {
  fc.assert(
    fc.property(anyClause, anyConsents, fc.nat(500), (clause, consents, more) => {
      const before = entryIntoForce(clause, { negotiating, consents }).instrument;
      if (before.state !== "dated") return;
      const later = [...consents, on("MN", addDays(before.on, more + 1), "accession")];
      expect(entryIntoForce(clause, { negotiating, consents: later }).instrument).toEqual(before);
    }),
    runs,
  );
});

test("months clamp to their last day, and the day is never passed", () => {
  fc.assert(
    fc.property(anyDay, fc.nat(600), (start, months) => {
      const end = addMonths(start, months);
      const [y = 0, m = 0] = start.split("-").map(Number);
      const index = y * 12 + (m - 1) + months;
      expect(end.slice(0, 7)).toBe(
        `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
      );
      expect(Number(end.slice(8)) <= Number(start.slice(8))).toBe(true);
    }),
    runs,
  );
});
