import { expect, test } from "vitest";
import { actionsOfParty } from "#workflows/actions-of-party.ts";
import type { Claim } from "#workflows/claim-record.ts";
import { type Facts, noFacts } from "#workflows/facts.ts";
import type { Reservation } from "#workflows/reservation-record.ts";
import type { Stage } from "#workflows/stage.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";

/** The rules of a State's list, each on the days on which it begins and ends to hold. */
const on = "2028-03-01";
const sides = {
  dissemination: "published",
  registration: "unregistered",
  signature: "none",
  correction: "none",
};

function look(facts: Partial<Facts>, { terms = {}, legal = "inForce", day = on }: Given = {}) {
  const all: Facts = {
    ...noFacts,
    parties: ["KZ", "KR", "EE"],
    standing: { KZ: "party", KR: "party", EE: "party" },
    ...facts,
    terms: { ...ordinaryTerms, ...terms },
  };
  const stage = { publish: { ...sides, legal } } as unknown as Stage;
  const given = { stage, facts: all, on: day, closesOn: null, designated: [] };
  return (party: string) => actionsOfParty({ ...given, party });
}
type Given = { terms?: Partial<Terms>; legal?: string; day?: string };

const names = (found: { action: string }[]) => found.map(({ action }) => action);

test("a party may opt out of a renewal until the day that the text gives, and once", () => {
  const terms: Partial<Terms> = {
    duration: { years: 5, renewal: "automatic", optOut: { months: 6, ends: "party" } },
    articles: { duration: 12 },
  };
  const facts = { expiresOn: "2028-12-31", entry: { instrument: "2024-01-01", parties: {} } };
  const due = "2028-06-30";
  expect(look(facts, { terms })("KZ")).toContainEqual({
    action: "opt-out-of-renewal",
    kind: "open",
    due,
    rule: { basis: "clause", article: "12" },
    article: null,
    other: null,
  });
  expect(names(look(facts, { terms, day: due })("KZ"))).toContain("opt-out-of-renewal");
  expect(names(look(facts, { terms, day: "2028-07-01" })("KZ"))).toEqual(["period-ends"]);
  const out = { ...facts, optedOut: { KZ: "2028-12-31" } };
  expect(names(look(out, { terms })("KZ"))).toEqual(["period-ends"]);
  expect(names(look(out, { terms })("KR"))).toContain("opt-out-of-renewal");
  expect(names(look(facts, { terms, legal: "suspended" })("KZ"))).toEqual(["period-ends"]);
  const without: Partial<Terms> = { duration: { years: 5, renewal: "automatic" } };
  expect(names(look(facts, { terms: without })("KZ"))).toEqual(["period-ends"]);
});

const claim: Claim = {
  id: "c",
  party: "KR",
  ground: "breach",
  measure: "suspension",
  against: "KZ",
  articles: [],
  on: "2028-01-10",
  until: null,
  circulatedOn: "2028-01-10",
  receivedOn: {},
  objections: [],
  carriedOut: null,
  revokedOn: null,
};

test("a claim of another is open to objection for three months from its circulation", () => {
  const entry = {
    action: "answer-claim",
    kind: "open",
    due: "2028-04-10",
    rule: { basis: "convention", article: "65(2)" },
    article: null,
    other: "KR",
  };
  const claims = [claim];
  expect(look({ claims })("KZ")).toContainEqual(entry);
  expect(names(look({ claims })("KR"))).toEqual([]);
  expect(names(look({ claims }, { day: "2028-04-11" })("KZ"))).toEqual([]);
  const objections = [{ party: "KZ", on: "2028-02-01", withdrawnOn: null }];
  expect(names(look({ claims: [{ ...claim, objections }] })("KZ"))).toEqual([]);
  expect(names(look({ claims: [{ ...claim, objections }] })("EE"))).toEqual(["answer-claim"]);
});

test("a receipt stated within the time makes it longer, and one stated after it does not", () => {
  const dueWith = (day: string) =>
    look({ claims: [{ ...claim, receivedOn: { EE: day } }] })("KZ").map(({ due }) => due);
  expect(dueWith("2028-01-20")).toEqual(["2028-04-20"]);
  expect(dueWith("2028-06-20")).toEqual(["2028-04-10"]);
});

test("a proposed correction is open to objection, and without a depositary awaits agreement", () => {
  const correction = { id: "c", until: "2028-05-30", open: true, agreed: ["KR"] };
  const rule = (article: string) => ({ basis: "convention", article });
  expect(look({ correction })("KZ")).toMatchObject([
    { action: "object-to-correction", kind: "open", due: "2028-05-30", rule: rule("79(2)") },
  ]);
  expect(names(look({ correction })("KR"))).toEqual([]);
  expect(names(look({ correction }, { day: "2028-05-31" })("KZ"))).toEqual([]);
  expect(look({ correction }, { terms: { depositary: "none" } })("KZ")).toMatchObject([
    { action: "agree-to-correction", kind: "todo", due: null, rule: rule("79(1)") },
  ]);
  const closed = { ...correction, open: false };
  expect(names(look({ correction: closed })("KZ"))).toEqual([]);
  // Only signatory and contracting States decide.
  const standing = { KZ: "invited", KR: "party", EE: "party" };
  expect(names(look({ correction, standing })("KZ"))).not.toContain("object-to-correction");
});

const made: Reservation = {
  id: "r",
  party: "EE",
  kind: "reservation",
  articles: [3],
  signedAs: null,
  madeOn: "2028-01-10",
  confirmedOn: null,
  withdrawnOn: null,
  withdrawalReceivedOn: {},
  narrowings: [],
  notified: { KZ: { circulatedOn: "2028-01-15", notifiedOn: "2028-01-15" } },
  answers: [],
  reactions: [],
  organ: null,
  acceptedOn: null,
  late: null,
  replaces: null,
};

test("a late reservation awaits the objection of a contracting State, for its own time", () => {
  const late = { ...made, late: { circulatedOn: "2028-01-15", closedOn: null, deposited: false } };
  const facts = { reservations: [late] };
  expect(look(facts)("KZ")).toMatchObject([
    { action: "answer-late-reservation", kind: "open", due: "2029-01-15", other: "EE" },
  ]);
  expect(look(facts)("KZ")[0]?.rule).toEqual({ basis: "practice", article: null });
  expect(names(look(facts, { day: "2029-01-16" })("KZ"))).toEqual([]);
  const standing = { KZ: "signedSubjectToRatification", KR: "party", EE: "party" };
  expect(names(look({ ...facts, standing })("KZ"))).toEqual(["ratify"]);
  expect(names(look(facts)("EE"))).toEqual([]);
});

test("where all must accept a reservation, its acceptance is awaited; else it may be answered", () => {
  const facts = { reservations: [made] };
  const kindOf = (terms: Partial<Terms>) => look(facts, { terms })("KZ")[0];
  expect(kindOf({})).toMatchObject({ action: "answer-reservation", kind: "open" });
  const all: Partial<Terms> = { reservationRules: { acceptance: "all" } as never };
  expect(kindOf(all)).toMatchObject({
    action: "answer-reservation",
    kind: "todo",
    rule: { basis: "convention", article: "20(2)" },
  });
});

test("a notice is shown until the day on which it takes effect, and nothing is left of what has ended", () => {
  const facts = { notices: { KR: "2028-03-01" } };
  expect(names(look(facts)("KZ"))).toEqual(["other-notice"]);
  expect(names(look(facts, { day: "2028-03-02" })("KZ"))).toEqual([]);
  const correction = { id: "c", until: "2028-05-30", open: true, agreed: [] };
  const open = { ...facts, reservations: [made], correction };
  expect(names(look(open, { legal: "terminated" })("KZ"))).toEqual(["object-to-correction"]);
});
