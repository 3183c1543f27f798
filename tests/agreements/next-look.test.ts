import { expect, test } from "vitest";
import { nextLook } from "#src/agreements/awaited/next-look.ts";
import { type Facts, noFacts } from "#workflows/facts.ts";
import type { Reservation } from "#workflows/reservation-record.ts";
import { ordinaryTerms } from "#workflows/terms.ts";

const terms = { ...ordinaryTerms, zone: "Asia/Almaty" };
const facts = (change: Partial<Facts>): Facts => ({ ...noFacts, terms, ...change });

/** Every look after 1 January 2030, as UTC. */
function looks(change: Partial<Facts>): string[] {
  const all: string[] = [];
  for (let at: Date | null = new Date("2030-01-01T00:00:00Z"); ; ) {
    at = nextLook(facts(change), at);
    if (at === null) return all;
    all.push(at.toISOString());
  }
}

test("an agreement whose record names no time is not looked at again", () => {
  expect(looks({ parties: ["KZ", "AE"], digest: "a".repeat(64) })).toEqual([]);
});

test("full powers begin and end with their days, in the instrument's zone", () => {
  const credential = {
    id: "c",
    party: "KZ",
    kind: "full-powers" as const,
    person: "p",
    acts: ["sign"],
    from: "2030-03-10",
    until: "2030-03-20",
    presentedBy: "p",
    verifiedBy: [],
    void: false,
  };
  expect(looks({ credentials: [credential] })).toEqual([
    "2030-03-09T19:00:00.000Z",
    "2030-03-10T19:00:00.000Z",
    "2030-03-19T19:00:00.000Z",
    "2030-03-20T19:00:00.000Z",
  ]);
});

test("windows, rounds and proposals end at their instants", () => {
  const proposals = [{ id: "p", by: "o", expiresAt: Date.parse("2030-02-03T04:05:06Z") }];
  const [closesAt, respondBy] = ["2030-02-01T10:00:00.000Z", "2029-02-01T10:00:00.000Z"];
  expect(looks({ closesAt, respondBy, proposals })).toEqual([closesAt, "2030-02-03T04:05:06.000Z"]);
});

test("the day on which a time to object ends is derived, and looked at", () => {
  const reservation: Reservation = {
    id: "r",
    party: "AE",
    kind: "reservation",
    signedAs: null,
    madeOn: "2029-05-01",
    confirmedOn: null,
    articles: [],
    withdrawnOn: null,
    withdrawalReceivedOn: {},
    narrowings: [],
    notified: { KZ: { circulatedOn: "2029-05-02", notifiedOn: "2029-05-03" } },
    answers: [],
    reactions: [],
    organ: null,
    acceptedOn: null,
    late: null,
    replaces: null,
  };
  const consents = [
    { party: "KZ", act: "deposit" as const, as: null, on: "2029-04-01" },
    { party: "AE", act: "deposit" as const, as: null, on: "2029-05-01" },
  ];
  const parties = ["KZ", "AE"];
  // Twelve months from the notification; the last day counts.
  expect(looks({ parties, consents, reservations: [reservation] })).toContain(
    "2030-05-03T19:00:00.000Z",
  );
});
