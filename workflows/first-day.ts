import type { Act, LaterAgreement, Occurrence } from "./acts.ts";
import { bound } from "./bound.ts";
import { addDays, addMonths, laterOf } from "./civil-date.ts";
import { proposerOf } from "./exchange.ts";
import { consentDays } from "./expressed-consents.ts";
import type { ConsentAct, Facts } from "./facts.ts";
import { receivable, standingObjection } from "./receipts.ts";
import { madeOn } from "./reservations.ts";
import type { CivilDate } from "./terms.ts";
import { termsOn } from "./terms-between.ts";

/**
 * The first day on which an act that names a day was possible; null for an act without such a day. A ratification
 * follows the signature that it ratifies. A withdrawal follows the party's own entry into force and the time that the
 * text sets for it. A revocation follows the notice that it takes back.
 */
export function firstDay(facts: Facts, act: Act | Occurrence): CivilDate | null {
  switch (act.type) {
    case "record-signature":
      return latestOf([facts.openedOn, proposedByNoteOn(facts, act.party)]);
    case "accede":
      return latestOf([facts.openedOn, leftOn(facts, act.party), tookBackOn(facts, act.party)]);
    case "succeed":
      return act.succeededOn;
    case "declare-continuity":
    case "declare-territory":
    case "declare-under-article":
    case "designate-authority":
    case "withdraw-consent":
      return consentedOn(facts, act.party);
    case "confirm":
    case "declare-not-to-become-party":
    case "apply-provisionally":
      return signedOn(facts, act.party, ["signature"]);
    case "deposit":
    case "notify-completion":
      return latestOf([
        signedOn(facts, act.party, ["confirmation", "signature"]),
        tookBackOn(facts, act.party),
      ]);
    case "end-provisional":
      return facts.lastDays[act.party]?.["apply-provisionally"] ?? null;
    case "give-notice":
      return firstDayOfWithdrawal(facts, act.party, act.on);
    case "notify-claim":
    case "opt-out-of-renewal":
      return facts.entry.parties[act.party] ?? null;
    case "revoke-opt-out":
      return facts.lastDays[act.party]?.["opt-out-of-renewal"] ?? null;
    case "revoke-notice":
      return facts.lastDays[act.party]?.["give-notice"] ?? null;
    case "notify-reservation":
      return dayMade(facts, act.reservation);
    case "record-receipt":
      return receivable(facts, act)?.on ?? null;
    case "record-organ-decision":
      return dayMade(facts, act.reservation);
    case "answer-reservation":
    case "react-to-declaration":
    case "withdraw-reservation":
    case "change-reservation":
      return facts.reservations.find(({ id }) => id === act.reservation)?.madeOn ?? null;
    case "withdraw-objection":
      return objectedOn(facts, act);
    case "object-to-correction":
    case "agree-to-correction":
      return proposedOn(facts);
    case "lodge-late-reservation":
      return consentDays(facts).get(act.party) ?? null;
    case "answer-claim":
    case "carry-out-claim":
    case "revoke-claim":
      return facts.claims.find(({ id }) => id === act.claim)?.on ?? null;
    case "resume-between":
      return facts.suspensions.find(({ id }) => id === act.suspension)?.from ?? null;
    case "supersede-between":
      return supersededSince({ parties: act.parties }, act.later);
    case "supersede":
      return supersededSince({ parties: bound(facts) }, act.later);
    default:
      return null;
  }
}

const consenting: ConsentAct["act"][] = ["deposit", "accession", "succession", "notification"];

/** The day of the note that the party's own replies to; null if it replies to none (VCLT article 13). */
function proposedByNoteOn(facts: Facts, party: string): CivilDate | null {
  const proposer = proposerOf(facts.terms, facts.parties);
  return proposer === null || proposer === party ? null : signedOn(facts, proposer, ["signature"]);
}

/** The day of the consent by which the party stands; null if it has only signed. */
function consentedOn({ consents }: Facts, party: string): CivilDate | null {
  return latestOf(
    consents
      .filter((one) => one.party === party && consenting.includes(one.act))
      .map(({ on }) => on),
  );
}

/** The day on which the party last withdrew an instrument of consent: the next one is received later. */
function tookBackOn({ consents }: Facts, party: string): CivilDate | null {
  return latestOf(consents.flatMap((one) => (one.party === party ? (one.withdrawnOn ?? []) : [])));
}

function latestOf(days: (CivilDate | null)[]): CivilDate | null {
  return days
    .filter((day) => day !== null)
    .reduce<CivilDate | null>(
      (latest, day) => (latest === null ? day : laterOf(latest, day)),
      null,
    );
}

/** The day of the party's last act of the first of these kinds that it has on record. */
function signedOn({ consents }: Facts, party: string, acts: ConsentAct["act"][]): CivilDate | null {
  for (const act of acts) {
    const found = consents.findLast((one) => one.party === party && one.act === act);
    if (found) return found.on;
  }
  return null;
}

/** The day on which the party's last participation ended; null if none has. */
function leftOn({ standing, notices }: Facts, party: string): CivilDate | null {
  return standing[party] === "ended" ? (notices[party] ?? null) : null;
}

/** The day from which the later agreement is in force for all of these parties to the earlier one. */
function supersededSince(
  { parties }: { parties: string[] },
  later: LaterAgreement | null,
): CivilDate | null {
  const days = parties.flatMap((party) => later?.since[party] ?? []);
  return days.toSorted().at(-1) ?? null;
}

/** The day on which a reservation counts as made; circulation comes later. */
function dayMade(facts: Facts, id: string): CivilDate | null {
  const found = facts.reservations.find((one) => one.id === id);
  return found ? madeOn(facts, found) : null;
}

/** The day on which the open correction was proposed: its time to object counts from it. */
function proposedOn({ correction, terms }: Facts): CivilDate | null {
  return correction && addDays(correction.until, -terms.objectionDays);
}

function objectedOn(
  { reservations }: Facts,
  { reservation, party }: { reservation: string; party: string },
): CivilDate | null {
  const made = reservations.find(({ id }) => id === reservation);
  return standingObjection(made, party)?.on ?? null;
}

/** The party's own entry into force plus the years that the text requires. */
function firstDayOfWithdrawal(facts: Facts, party: string, on: CivilDate): CivilDate | null {
  const since = facts.entry.parties[party] ?? null;
  const { withdrawal } = termsOn(facts, on);
  if (since === null || typeof withdrawal === "string") return since;
  return addMonths(since, 12 * (withdrawal.notBeforeYears ?? 0));
}
