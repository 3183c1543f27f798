import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim } from "#workflows/claim-record.ts";
import { type Facts, noFacts } from "#workflows/facts.ts";
import { relationBetween } from "#workflows/relations.ts";
import { effectBetween } from "#workflows/reservation-effect.ts";
import type { Reservation, ReservationAnswer } from "#workflows/reservation-record.ts";
import { ordinaryTerms } from "#workflows/terms.ts";

/** The table of a pair: which provisions apply between two parties (VCLT articles 20 to 22). */
const parties = ["A", "B", "C", "D"];
const on = "2030-06-01";
const day = fc
  .integer({ min: 0, max: 40 })
  .map(
    (months) =>
      `20${27 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-15`,
  );
const party = fc.constantFrom(...parties);
const days = fc.dictionary(party, day);

const answer: fc.Arbitrary<ReservationAnswer> = fc
  .record({
    party,
    act: fc.constantFrom("acceptance" as const, "objection" as const),
    on: day,
    excludes: fc.boolean(),
    ground: fc.constantFrom(null, "incompatible" as const),
    withdrawnOn: fc.option(day),
    withdrawalReceivedOn: fc.option(day),
  })
  .map((one) =>
    one.act === "objection"
      ? one
      : { ...one, excludes: false, withdrawnOn: null, withdrawalReceivedOn: null },
  );

const reservation: fc.Arbitrary<Reservation> = fc
  .record({
    id: fc.uuid(),
    party,
    kind: fc.constantFrom("reservation" as const, "declaration" as const),
    articles: fc.subarray([3, 5, 7]),
    madeOn: day,
    withdrawnOn: fc.option(day),
    withdrawalReceivedOn: days,
    notified: fc.dictionary(
      party,
      day.map((on) => ({ circulatedOn: on, notifiedOn: on })),
    ),
    answers: fc.uniqueArray(answer, { selector: ({ party: own }) => own }),
  })
  .map((one) => ({
    ...one,
    answers: one.answers.filter(({ party: own }) => own !== one.party),
    signedAs: null,
    confirmedOn: null,
    narrowings: [],
    reactions: [],
    organ: null,
    acceptedOn: null,
    late: null,
    replaces: null,
  }));

const facts: fc.Arbitrary<Facts> = fc
  .record({
    consents: fc.tuple(day, day, day, day),
    reservations: fc.array(reservation, { maxLength: 6 }),
  })
  .map(({ consents, reservations }) => ({
    ...noFacts,
    parties,
    terms: { ...ordinaryTerms, consent: ["subject-to-ratification"] },
    standing: Object.fromEntries(parties.map((code) => [code, "party"])),
    consents: parties.map((code, index) => ({
      party: code,
      act: "deposit" as const,
      as: null,
      on: consents[index] ?? "2027-01-15",
    })),
    entry: {
      instrument: "2027-01-15",
      parties: Object.fromEntries(parties.map((code, index) => [code, consents[index] ?? ""])),
    },
    reservations,
  }));

const between = (of: Facts, one: string, other: string, on_: string) =>
  relationBetween(of, { parties: [one, other], on: on_ }, { endedOn: null });
const pair = fc.uniqueArray(party, { minLength: 2, maxLength: 2 });

describe("the table of a pair", () => {
  test("is the same from either side: a reservation modifies for both to the same extent (21(1)(b))", () => {
    fc.assert(
      fc.property(facts, pair, day, (of, [one = "", other = ""], when) => {
        const [here, there] = [between(of, one, other, when), between(of, other, one, when)];
        expect(here.state).toBe(there.state);
        expect(here.since).toBe(there.since);
        const about = (all: typeof here) => all.statements.filter(({ effect }) => effect !== null);
        expect(about(here)).toEqual(about(there));
      }),
    );
  });

  test("a reservation and an objection change nothing between two other parties (21(2))", () => {
    fc.assert(
      fc.property(facts, reservation, day, (of, more, when) => {
        const [one = "", other = ""] = parties.filter((code) => code !== more.party);
        const wider = { ...of, reservations: [...of.reservations, more] };
        expect(between(wider, one, other, when)).toEqual(between(of, one, other, when));
      }),
    );
  });

  test("the answer of one State changes nothing for another", () => {
    fc.assert(
      fc.property(facts, reservation, answer, day, (of, made, said, when) => {
        const other = parties.find((code) => code !== made.party && code !== said.party) ?? "";
        const without = {
          ...made,
          answers: made.answers.filter((one) => one.party !== said.party),
        };
        const with_ = { ...without, answers: [...without.answers, said] };
        expect(effectBetween(of, with_, other, when)).toEqual(
          effectBetween(of, without, other, when),
        );
      }),
    );
  });

  test("relations are excluded only where the objector definitely said so (20(4)(b))", () => {
    fc.assert(
      fc.property(facts, pair, day, (of, [one = "", other = ""], when) => {
        const excluded = between(of, one, other, when).state === "no-relations";
        const wanted = of.reservations.some(({ party: own, answers }) =>
          answers.some(
            (said) =>
              said.excludes && [one, other].includes(own) && [one, other].includes(said.party),
          ),
        );
        if (excluded) expect(wanted).toBe(true);
      }),
    );
  });

  test("every statement has its basis, and an effect has its articles", () => {
    fc.assert(
      fc.property(facts, pair, (of, [one = "", other = ""]) => {
        for (const said of between(of, one, other, on).statements) {
          expect(said.basis.rule).not.toBe("");
          if (said.effect !== null) expect(said.articles).not.toBeNull();
        }
      }),
    );
  });
});

test("a consent held invalid is void from the beginning, also once the instrument has ended for the two (69)", () => {
  const left = "2030-03-01";
  const claim: Claim = {
    id: "c",
    ...{ party: "A", ground: "error", measure: "invalidity", against: null, articles: [] },
    ...{ on: "2030-01-01", until: null, circulatedOn: "2030-01-01", receivedOn: {} },
    ...{ objections: [], carriedOut: { on: left, from: left }, revokedOn: null },
  };
  const of: Facts = {
    ...noFacts,
    parties: ["A", "B"],
    standing: { A: "ended", B: "ended" },
    entry: { instrument: "2027-01-15", parties: { A: "2027-01-15", B: "2027-01-15" } },
    notices: { A: left },
    claims: [claim],
  };
  for (const asked of ["2029-01-01", "2030-06-01"]) {
    const { state, statements } = relationBetween(
      of,
      { parties: ["A", "B"], on: asked },
      { endedOn: left },
    );
    expect([state, ...statements.map(({ key }) => key)]).toEqual(["not-in-force", "void"]);
  }
});
