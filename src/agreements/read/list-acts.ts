import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { basisWords } from "#src/text/relation-words.ts";
import { type Act, type ActType, rowOf } from "#workflows/acts.ts";
import { basisOfCondition } from "#workflows/basis.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { failureOf } from "#workflows/conditions/failures.ts";
import { nextEnd } from "#workflows/conditions/later.ts";
import { entryOf } from "#workflows/entry-of.ts";
import type { Facts } from "#workflows/facts.ts";
import type { Safeguards } from "#workflows/safeguards.ts";
import type { Stage } from "#workflows/stage.ts";
import { actsIn, type Step, step } from "#workflows/step.ts";
import { claimFor } from "./likely-claim.ts";
import { aboutReservation } from "./likely-reservation.ts";

export type PossibleAct = {
  act: ActType;
  allowed: boolean;
  /** Each condition that fails, what it asks in words, and where it comes from. */
  blockedBy: { guard: string; detail: string; basis: string }[];
  /** What the act needs from this person in addition to the law's conditions. */
  needs: Safeguards;
};

type Who = { person: Person; at: Date };

/** Lists what the person can do to the agreement now and, in their language, what blocks the other acts. */
export function listActs(stage: Stage, facts: Facts, who: Who): PossibleAct[] {
  return actsIn(stage, facts)
    .filter((type) => can(who.person, type) && !(answers.includes(type) && nothingWaits(facts)))
    .flatMap((type) => {
      const result = tried(stage, facts, type, who);
      if (!result.ok && !("failed" in result)) return [];
      const failed = result.ok ? [] : result.failed;
      const { language } = who.person;
      const blockedBy = failed.map((guard) => ({
        guard,
        detail: problemWords(failureOf(guard), language),
        basis: basisWords(basisOfCondition(guard, facts.terms), language),
      }));
      return [{ act: type, allowed: result.ok, blockedBy, needs: needsOf(type, who.person) }];
    });
}

/** A party acts for itself, so it needs no second officer, and dating back does not apply. */
function needsOf(act: ActType, { party }: Person): Safeguards {
  const { needs } = rowOf(act);
  if (party === null) return needs;
  const { document } = needs;
  return { ...needs, second: null, document: document === "dates-back" ? null : document };
}

/** Answers of a second officer. Not offered while nothing waits. */
const answers: readonly ActType[] = ["confirm-proposal", "reject-proposal"];

function nothingWaits({ proposals }: Facts): boolean {
  return proposals.length === 0;
}

/** Whether the person may take an act of this type now, in its most likely form. */
export function mayTake(stage: Stage, facts: Facts, type: ActType, who: Who): boolean {
  return can(who.person, type) && tried(stage, facts, type, who).ok;
}

/** Tries the act as the person would send it. People who act for no party may act for any of them. */
function tried(stage: Stage, facts: Facts, type: ActType, who: Who): Step {
  const parties = who.person.party === null ? facts.parties : [who.person.party];
  let last: Step | null = null;
  for (const party of parties) {
    const result = step(stage, facts, likely(type, facts, { ...who, party }));
    if (result.ok) return result;
    if (!last || !("failed" in last)) last = result;
  }
  return last ?? step(stage, facts, likely(type, facts, { ...who, party: "" }));
}

/** The act in its most likely form: about the text, the original and the papers on record. */
function likely(type: ActType, facts: Facts, { person, at, party }: Who & { party: string }): Act {
  const { terms, closesAt, groups, quorum } = facts;
  return {
    type,
    by: person.id,
    party,
    language: languageFor(type, facts, person),
    languages: facts.languages,
    digest: facts.digest,
    original: facts.original ?? "",
    reason: "",
    consulted: true,
    parties: facts.parties,
    plan: { closesAt, groups, quorum },
    at: at.toISOString(),
    on: civilDate(at.toISOString(), terms.zone),
    as: terms.consent[0],
    binding: terms.binding,
    // On paper someone else has signed; every other act is this person's own.
    ...(type === "record-signature" && { signatory: facts.signatories[party] ?? "" }),
    kind: "full-powers",
    reserves: false,
    replaces: null,
    concerning: null,
    articles: [],
    confirms: [],
    ...statementFor(type, facts, party),
    ...successionFor(facts, party, civilDate(at.toISOString(), terms.zone)),
    credential: credentialFor(facts, person, party),
    difference: differenceFor(facts, person),
    proposal: proposalFor(facts, person, at),
    ...aboutReservation(type, facts, party, civilDate(at.toISOString(), terms.zone)),
    dates: entryOf(facts) ?? { instrument: "", parties: {} },
    until: nextEnd(facts) ?? "",
    ground: "intention",
    basis: "later-treaty",
    title: "",
    notified: true,
    effect: "termination",
    later: { isAnother: true, isLater: true, inForce: true, parties: facts.parties, since: {} },
    intact: true,
    correction: facts.correctionsToNotify[0] ?? "",
    serial: facts.copies,
    action: actionFor(type, facts),
    ...claimFor(type, facts, party),
  } as unknown as Act;
}

/** A statement that the text provides for: the first one that the party has not made, in its mildest form. */
function statementFor(type: ActType, { terms, declared }: Facts, party: string) {
  const { declarations = [] } = terms;
  const own = declared.filter((one) => one.party === party).map(({ article }) => article);
  const kind = type === "designate-authority" ? "authority" : "declaration";
  const rules = declarations.filter((one) => one.kind === kind);
  const open = rules.find(({ article }) => !own.includes(article));
  const { article = 0 } = open ?? rules[0] ?? {};
  return {
    declares: declarations.flatMap((one) => (one.kind === "declaration" ? [one.article] : [])),
    article,
    change: open ? "made" : "changed",
    territorial: "extension",
    territories: [],
  };
}

/** A succession to the first other party, as if agreed today. */
function successionFor({ parties }: Facts, party: string, on: string) {
  const predecessor = parties.find((one) => one !== party) ?? "";
  return { predecessor, succeededOn: on, agreed: true };
}

/** What is next to be sent to the United Nations, or to be registered there. */
function actionFor(type: ActType, { registration: { submitted, registered, later } }: Facts) {
  const open = type === "submit-to-un" ? later.filter((one) => !submitted.includes(one)) : [];
  if (type === "submit-to-un") return submitted.length === 0 ? 0 : (open[0] ?? 0);
  return submitted.find((one) => !registered.includes(one)) ?? 0;
}

function languageFor(type: ActType, facts: Facts, person: Person): string {
  if (type !== "certify") return facts.languages[0] ?? "";
  const open = facts.languages.filter((language) => !facts.certified.includes(language));
  return open.find((one) => facts.drafters[one] !== person.id) ?? open[0] ?? "";
}

/** An open difference that this person can still dismiss, if there is one. */
function differenceFor({ differences, dismissedBy }: Facts, { id }: Person): string {
  return differences.find((key) => !dismissedBy[key]?.includes(id)) ?? differences[0] ?? "";
}

/** A credential that this person can still verify, if there is one. */
function credentialFor({ credentials }: Facts, { id }: Person, party: string): string {
  const standing = credentials.filter((one) => one.party === party && !one.void);
  const open = standing.find(
    ({ presentedBy, verifiedBy }) =>
      verifiedBy.length < 2 && presentedBy !== id && !verifiedBy.includes(id),
  );
  return (open ?? standing[0])?.id ?? "";
}

/** A proposal that this person can still answer, if there is one. */
function proposalFor({ proposals }: Facts, { id }: Person, at: Date): string {
  const waiting = proposals.filter(({ expiresAt }) => at.getTime() < expiresAt);
  return (waiting.find(({ by }) => by !== id) ?? waiting[0])?.id ?? "";
}
