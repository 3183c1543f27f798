import fc from "fast-check";
import { expect, test } from "vitest";
import { trials } from "#tests/support/length.ts";
import type { Condition, Delay, SingleCondition } from "#workflows/entry-conditions.ts";
import { addDays, type Consent, entryIntoForce } from "#workflows/entry-into-force.ts";

const on = (party: string, day: string, act: Consent["act"] = "deposit"): Consent => ({
  party,
  on: day,
  act,
});
const negotiating = ["KZ", "AE", "KR", "UZ"];
const codes = ["KZ", "AE", "KR", "EE", "UZ"];
const anyDay = fc.integer({ min: 0, max: 4000 }).map((offset) => addDays("2020-01-01", offset));
const anyConsents = fc.array(
  fc.record({
    party: fc.constantFrom(...codes),
    on: anyDay,
    act: fc.constantFrom<Consent["act"]>("signature", "deposit", "notification", "accession"),
    withdrawnOn: fc.option(anyDay, { nil: undefined, freq: 6 }),
  }),
  { maxLength: 8 },
);
const single: fc.Arbitrary<SingleCondition> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("consents" as const, "notifications" as const, "signatures" as const),
    needed: fc.oneof(
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom("all" as const, "majority" as const, "two-thirds" as const),
    ),
    among: fc.option(fc.subarray(codes, { minLength: 2 }), { nil: undefined }),
  }),
  fc
    .subarray(codes, { minLength: 1 })
    .map((parties): SingleCondition => ({ kind: "parties", parties })),
  fc.integer({ min: 1, max: 100 }).map(
    (atLeast): SingleCondition => ({
      kind: "quantity",
      what: "votes",
      shares: { KZ: 20, AE: 30.5, KR: 10, EE: 24.5, UZ: 15 },
      atLeast,
    }),
  ),
);
const groupOf = <C>(condition: fc.Arbitrary<C>) =>
  fc.record({
    kind: fc.constantFrom("all" as const, "any" as const),
    of: fc.array(condition, { minLength: 1, maxLength: 3 }),
  });
const tree: fc.Arbitrary<Condition> = fc.oneof(single, groupOf(fc.oneof(single, groupOf(single))));
const anyDelay: fc.Arbitrary<Delay> = fc.oneof(
  fc.record({
    unit: fc.constantFrom("days" as const, "months" as const),
    count: fc.nat(40),
    counting: fc.constantFrom("after" as const, "day-after" as const, "full-month" as const),
  }),
  fc.record({ unit: fc.constant("month-starts" as const), count: fc.integer({ min: 1, max: 9 }) }),
);
const anyClause = fc.record({
  form: fc.constant("conditions" as const),
  when: tree,
  delay: anyDelay,
  later: fc.option(anyDelay, { nil: undefined }),
  date: fc.option(anyDay, { nil: undefined }),
});
const runs = { numRuns: trials({ short: 1000, long: 50_000 }) };

test("the order in which acts are told changes nothing", () => {
  fc.assert(
    fc.property(anyClause, anyConsents, fc.infiniteStream(fc.nat()), (given, told, dice) => {
      const shuffled = told
        .map((one) => ({ one, at: dice.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      const found = entryIntoForce(given, { negotiating, consents: told });
      const days = ({ instrument }: typeof found) =>
        instrument.state === "dated" ? instrument.on : instrument.missing;
      expect(days(entryIntoForce(given, { negotiating, consents: shuffled }))).toEqual(days(found));
    }),
    runs,
  );
});

test("nobody is bound before the instrument is in force, before its own consent, or after leaving", () => {
  fc.assert(
    fc.property(anyClause, anyConsents, (given, told) => {
      const { instrument, parties } = entryIntoForce(given, { negotiating, consents: told });
      for (const [party, found] of Object.entries(parties)) {
        if (found.state !== "dated" || instrument.state !== "dated") continue;
        expect(found.on >= instrument.on).toBe(true);
        const standing = told.filter((one) => one.party === party && one.on <= found.on);
        expect(standing.some((one) => !one.withdrawnOn || one.withdrawnOn > found.on)).toBe(true);
      }
    }),
    runs,
  );
});

test("one more consent never makes entry into force later", () => {
  fc.assert(
    fc.property(anyClause, anyConsents, anyDay, (given, told, more) => {
      const before = entryIntoForce(given, { negotiating, consents: told }).instrument;
      if (before.state !== "dated") return;
      const consents = [...told, on("MN", more, "accession")];
      const after = entryIntoForce(given, { negotiating, consents }).instrument;
      expect(after.state === "dated" && after.on <= laterOf(before.on, given.date)).toBe(true);
    }),
    runs,
  );
});

/** An earlier consent may let the day that the text names count instead of a shorter delay. */
function laterOf(on: string, date: string | undefined): string {
  return date !== undefined && date > on ? date : on;
}
