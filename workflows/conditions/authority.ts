import type { Act, Occurrence } from "../acts.ts";
import type { Credential, Facts } from "../facts.ts";
import type { Office } from "../offices.ts";
import type { PartyKind } from "../party-kinds.ts";
import type { CivilDate } from "../terms.ts";
import { type Condition, partyOf, personOf } from "./condition.ts";

/** Conditions on who may act for a party (VCLT articles 7, 8 and 47; VCLT-IO article 7). */
export const authorityConditions = {
  "office-speaks-for-the-party": (facts, act) =>
    officeOf(act) === null || isOf(facts, act, speaksFor[officeOf(act) ?? "delegate"]),
  "ambassador-is-between-two-states": (facts, act) =>
    officeOf(act) !== "ambassador" || areTwoStates(facts),
  "head-of-body-suffices": (facts, act) =>
    officeOf(act) !== "head-of-body" ||
    !facts.terms.binding ||
    facts.terms.authority === "dispensed",
  "credentials-were-presented": (facts, act) => named(facts, act) !== undefined,
  "credentials-are-not-void": (facts, act) => named(facts, act)?.void === false,
  "credentials-are-not-verified": (facts, act) => (named(facts, act)?.verifiedBy.length ?? 0) < 2,
  "verifier-did-not-present": (facts, act) => named(facts, act)?.presentedBy !== personOf(act),
  "person-has-not-verified": (facts, act) => !named(facts, act)?.verifiedBy.includes(personOf(act)),
  "second-person-verifies": (facts, act) => named(facts, act)?.verifiedBy.length === 1,
  "credentials-are-ex-officio": (facts, act) => named(facts, act)?.kind === "ex-officio",
  "authority-to-authenticate": (facts, act) => hasAuthority(facts, act, "authenticate"),
  "authority-to-sign": (facts, act) => hasAuthority(facts, act, "sign"),
  "authority-is-not-withdrawn": (facts, act) =>
    facts.terms.authority === "dispensed" || !onlyVoid(facts, partyOf(act) ?? ""),
  "signature-is-cleared": (facts, act) =>
    !facts.terms.clearance || facts.cleared.includes(partyOf(act) ?? ""),
  "signature-is-not-cleared": (facts, act) => !facts.cleared.includes(partyOf(act) ?? ""),
  "party-is-verified": (facts, act) => verified(facts, act, "full-powers"),
  "party-is-exempt": (facts, act) => verified(facts, act, "ex-officio"),
  "party-presented-credentials": (facts, act) =>
    facts.credentials.some((one) => one.party === partyOf(act) && !one.void),
} satisfies Record<string, Condition>;

/** The office that a record of authority rests on; null if it is full powers. */
function officeOf(act: Act | Occurrence): Office | null {
  if (!("kind" in act) || act.kind !== "ex-officio") return null;
  return ("office" in act ? act.office : null) ?? "head-of-state";
}

const ofState = ["state"] as const;
const ofStateAndBodies = ["state", "ministry", "agency"] as const;

/**
 * The kinds of party for which each office speaks. A treaty of a ministry or agency binds its State, for which its three high offices
 * speak (VCLT 7(2)(a)); its own head speaks for it alone. An organisation has no list: its executive head speaks for it by
 * its rules (VCLT-IO 7(3)(b)).
 */
const speaksFor: Record<Office, readonly PartyKind[]> = {
  "head-of-state": ofStateAndBodies,
  "head-of-government": ofStateAndBodies,
  "foreign-minister": ofStateAndBodies,
  ambassador: ofState,
  delegate: ofState,
  "head-of-body": ["ministry", "agency"],
  "executive-head": ["organization"],
};

function isOf(facts: Facts, act: Act | Occurrence, kinds: readonly PartyKind[]): boolean {
  return kinds.includes(kindOf(facts, partyOf(act) ?? ""));
}

function kindOf({ kinds, states }: Facts, party: string): PartyKind {
  return kinds[party] ?? (states.includes(party) ? "state" : "organization");
}

/** An ambassador adopts a treaty between the accrediting and the receiving State (VCLT 7(2)(b)). */
function areTwoStates(facts: Facts): boolean {
  const { parties } = facts;
  return parties.length === 2 && parties.every((party) => kindOf(facts, party) === "state");
}

/** Whether a verified record covers what this person does on this day, or no record is required. */
function hasAuthority(facts: Facts, act: Act | Occurrence, deed: string): boolean {
  if (facts.terms.authority === "dispensed") return true;
  const person = "signatory" in act ? act.signatory : personOf(act);
  const on: CivilDate = "on" in act ? act.on : "";
  const party = partyOf(act) ?? "";
  return credentialFor(facts, { party, person, on, deed }) !== undefined;
}

type Doing = { party: string; person: string; on: CivilDate; deed: string };

/** The first record for this instrument or for all, verified by two people of the secretariat, that covers what this person does on this day. */
export function credentialFor(
  { credentials, generalPowers }: Pick<Facts, "credentials" | "generalPowers">,
  { party, person, on, deed }: Doing,
): Credential | undefined {
  return [...credentials, ...generalPowers].find(
    (one) =>
      one.party === party &&
      one.person === person &&
      one.verifiedBy.length >= 2 &&
      !one.void &&
      one.acts.includes(deed) &&
      one.from <= on &&
      (one.until === null || on <= one.until),
  );
}

/** Whether everything presented for the party was rejected or revoked, and no general full powers stand for it. */
function onlyVoid({ credentials, generalPowers }: Facts, party: string): boolean {
  const own = credentials.filter((one) => one.party === party);
  const general = generalPowers.some((one) => one.party === party && !one.void);
  return own.length > 0 && own.every((one) => one.void) && !general;
}

function verified(facts: Facts, act: Act | Occurrence, kind: Credential["kind"]): boolean {
  return facts.credentials.some(
    (one) =>
      one.party === partyOf(act) && one.kind === kind && !one.void && one.verifiedBy.length >= 2,
  );
}

function named(facts: Facts, act: Act | Occurrence): Credential | undefined {
  if (!("credential" in act)) return undefined;
  return facts.credentials.find(({ id, party }) => id === act.credential && party === act.party);
}
