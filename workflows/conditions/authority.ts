import type { Act, Occurrence } from "../acts.ts";
import type { Credential, Facts } from "../facts.ts";
import type { CivilDate } from "../terms.ts";
import { type Condition, partyOf, personOf } from "./condition.ts";

/** Conditions on who may act for a party (VCLT articles 7, 8 and 47; VCLT-IO article 7). */
export const authorityConditions = {
  "office-is-of-a-state": (facts, act) =>
    !("kind" in act && act.kind === "ex-officio") || facts.states.includes(partyOf(act) ?? ""),
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

/** Whether a verified record covers what this person does on this day, or no record is required. */
function hasAuthority(facts: Facts, act: Act | Occurrence, deed: string): boolean {
  if (facts.terms.authority === "dispensed") return true;
  const person = "signatory" in act ? act.signatory : personOf(act);
  const on: CivilDate = "on" in act ? act.on : "";
  const party = partyOf(act) ?? "";
  return credentialFor(facts, { party, person, on, deed }) !== undefined;
}

type Doing = { party: string; person: string; on: CivilDate; deed: string };

/** The first record, verified by two people of the secretariat, that covers what this person does on this day. */
export function credentialFor(
  { credentials }: Pick<Facts, "credentials">,
  { party, person, on, deed }: Doing,
): Credential | undefined {
  return credentials.find(
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

/** Whether everything presented for the party was rejected or revoked. */
function onlyVoid({ credentials }: Facts, party: string): boolean {
  const own = credentials.filter((one) => one.party === party);
  return own.length > 0 && own.every((one) => one.void);
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
