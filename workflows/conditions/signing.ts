import type { Act, Occurrence, SigningPlan } from "../acts.ts";
import type { Condition as EntryCondition } from "../entry-conditions.ts";
import { entryForm } from "../entry-form.ts";
import { proposerOf } from "../exchange.ts";
import type { Facts } from "../facts.ts";
import { staysOpen } from "../open-to.ts";
import { all, type Condition, partyOf, personOf } from "./condition.ts";

/** Conditions on signature and on undoing it (VCLT articles 12 and 14). */
export const signingConditions = {
  "officer-has-not-opened": (facts, act) => !facts.openedBy.includes(personOf(act)),
  "second-officer-opens": (facts) => facts.openedBy.length > 0,
  "same-plan-as-proposed": (facts, act) =>
    facts.openedBy.length === 0 || ("plan" in act && planKey(act.plan) === planKey(facts)),
  "plan-fits-the-parties": (facts, act) => "plan" in act && fits(act.plan, facts),
  "quorum-can-enter-into-force": ({ terms, parties }, act) =>
    !("plan" in act) ||
    act.plan.quorum === null ||
    act.plan.quorum >= parties.length ||
    !needsEveryone(entryForm(terms.entry).when),
  "window-is-open": (facts, act) =>
    facts.closesAt === null || ("at" in act && act.at < facts.closesAt),
  "window-has-closed": (facts, act) =>
    facts.closesAt !== null && "at" in act && act.at >= facts.closesAt,
  "designated-signatory": (facts, act) =>
    "party" in act &&
    facts.signatories[act.party] === ("signatory" in act ? act.signatory : personOf(act)),
  "party-is-next-to-sign": (facts, act) => isNext(facts, partyOf(act) ?? ""),
  "reply-follows-note": (facts, act) => {
    const proposer = proposerOf(facts.terms, facts.parties);
    return proposer === null || partyOf(act) === proposer || hasSigned(facts, proposer);
  },
  "party-proposes-by-note": ({ terms, parties }, act) =>
    partyOf(act) === proposerOf(terms, parties),
  "note-has-effect": (facts, act) => hasSigned(facts, partyOf(act) ?? ""),
  "signing-act-is-foreseen": (facts, act) => "as" in act && facts.terms.consent.includes(act.as),
  "original-is-the-one-shown": (facts, act) =>
    "original" in act && facts.original !== null && act.original === facts.original,
  "party-has-not-signed": (facts, act) => !facts.signedBy.includes(partyOf(act) ?? ""),
  "party-has-signed": (facts, act) => facts.signedBy.includes(partyOf(act) ?? ""),
  "signs-definitively": (_, act) => "as" in act && act.as === "definitive",
  "signs-ad-referendum": (_, act) => "as" in act && act.as === "ad-referendum",
  "signs-subject-to-ratification": (_, act) => "as" in act && act.as === "subject-to-ratification",
  "signature-binds": (facts) => facts.terms.consent.includes("definitive"),
  "was-signed-ad-referendum": (facts, act) => signedAs(facts, act) === "ad-referendum",
  "was-signed-subject-to-ratification": (facts, act) =>
    signedAs(facts, act) === "subject-to-ratification",
  "every-party-signed": (facts) =>
    taking(facts).length > 0 && taking(facts).every((party) => hasSigned(facts, party)),
  "quorum-is-reached": (facts) =>
    facts.quorum !== null &&
    taking(facts).filter((party) => hasSigned(facts, party)).length >= facts.quorum,
  "party-is-not-needed": (facts, act) =>
    facts.quorum !== null &&
    taking(facts).filter((party) => party !== partyOf(act)).length >= facts.quorum,
  "first-officer-recorded": (facts, act) => recorded(facts, act).length > 0,
  "officer-has-not-recorded": (facts, act) =>
    recorded(facts, act).every(({ by }) => by !== personOf(act)),
  "same-signature-as-recorded": (facts, act) =>
    recorded(facts, act).every(({ key }) => "scan" in act && key === paperKey(act)),
  "party-has-not-agreed-to-withdrawal": (facts, act) =>
    !facts.agreedToWithdrawal.includes(partyOf(act) ?? ""),
  "no-consent-stands": (facts) =>
    facts.signedBy.every((code) => facts.agreedToWithdrawal.includes(code)),
  "officer-has-not-withdrawn": (facts, act) => !facts.withdrawnBy.includes(personOf(act)),
  "second-officer-withdraws": (facts) => facts.withdrawnBy.length > 0,
} satisfies Record<string, Condition>;

/** Whether a condition waits for every party that took part in the negotiation. */
function needsEveryone(condition: EntryCondition): boolean {
  if (condition.kind === "all") return condition.of.some(needsEveryone);
  if (condition.kind === "any") return condition.of.every(needsEveryone);
  return "needed" in condition && condition.needed === "all" && condition.among === undefined;
}

/** The standings of a signed party. An act without authority gives none of them (VCLT article 8). */
const signedStandings = [
  "signedAdReferendum",
  "signedSubjectToRatification",
  "signedDefinitive",
  "awaitingAcceptance",
  "contracting",
];

/** Whether a signature of the party stands that was made, or confirmed, with authority. */
export function hasSigned({ standing }: Facts, party: string): boolean {
  return signedStandings.includes(standing[party] ?? "");
}

/** The parties whose signature still matters: all except those that have declined. */
function taking({ parties, standing }: Facts): string[] {
  return parties.filter((party) => standing[party] !== "declined");
}

/** A party can sign once every party in the groups before its own has signed or declined. */
function isNext(facts: Facts, party: string): boolean {
  const own = facts.groups.findIndex((group) => group.includes(party));
  if (own === -1) return true;
  return facts.groups
    .slice(0, own)
    .flat()
    .every((earlier) => !taking(facts).includes(earlier) || hasSigned(facts, earlier));
}

/**
 * If there are groups, each party is in exactly one. The quorum is between two and all. A text that stays open for
 * signature has neither an end nor a quorum here: its clause says until when. An exchange has its own order and needs both.
 */
function fits({ closesAt, groups, quorum }: SigningPlan, facts: Facts): boolean {
  const { parties } = facts;
  if (facts.terms.exchange && (groups.length > 0 || quorum !== null)) return false;
  if (staysOpen(facts) && (closesAt !== null || quorum !== null)) return false;
  const grouped = groups.flat();
  const complete =
    groups.length === 0 || (grouped.length === parties.length && all(parties, grouped, null));
  return complete && (quorum === null || (quorum >= 2 && quorum <= parties.length));
}

function planKey({ closesAt, groups, quorum }: SigningPlan): string {
  return JSON.stringify([closesAt, groups, quorum]);
}

function signedAs({ consents }: Facts, act: Act | Occurrence): string | null {
  const own = consents.find((one) => one.party === partyOf(act) && one.act === "signature");
  return own?.as ?? null;
}

function recorded({ paper }: Facts, act: Act | Occurrence) {
  return paper.filter(({ party }) => party === partyOf(act));
}

/** The details of a signature on paper that two officers must have recorded identically. */
export function paperKey(act: Extract<Act, { type: "record-signature" }>): string {
  return JSON.stringify([act.signatory, act.as, act.on, act.binding, act.original, act.scan]);
}
