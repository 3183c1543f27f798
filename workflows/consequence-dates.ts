import type { Act } from "./acts.ts";
import { bound } from "./bound.ts";
import { lateSentence } from "./communications.ts";
import type { Finding, Sentence } from "./entry-into-force.ts";
import { entryFindings } from "./entry-of.ts";
import type { ConsentAct, Facts } from "./facts.ts";
import type { Standings } from "./stage.ts";
import type { CivilDate } from "./terms.ts";
import { termsOn } from "./terms-between.ts";
import { withdrawalEffect } from "./withdrawal.ts";

/** The days that an act gives or takes. */
export type ConsequenceDates = {
  /** The day from which it would be in force for a party that the act concerns. */
  enters: Record<string, CivilDate>;
  /** The day on which a party's participation would end. */
  ends: Record<string, CivilDate>;
  /** The days of all parties, as they would then follow from the record. */
  together: Record<string, CivilDate>;
  instrumentOn: CivilDate | null;
  derivation: Sentence[];
};

const consenting: Partial<Record<Act["type"], ConsentAct["act"]>> = {
  sign: "signature",
  "record-signature": "signature",
  deposit: "deposit",
  accede: "accession",
  "notify-completion": "notification",
  confirm: "confirmation",
  succeed: "succession",
};

/** The days that follow from the record as it would be after the act, with the standings that it changes. */
export function consequenceDates(facts: Facts, act: Act, standing: Standings): ConsequenceDates {
  const derivation = lateSentence(facts, act);
  const none = { enters: {}, ends: {}, together: {}, instrumentOn: null, derivation };
  if (act.type === "give-notice") {
    const { on, derivation } = withdrawalEffect(termsOn(facts, act.on), act.on);
    return { ...none, ends: { [act.party]: on }, derivation };
  }
  if (act.type === "carry-out-claim" && standing[act.party] === "noticeRunning") {
    return { ...none, ends: { [act.party]: act.from ?? act.on } };
  }
  if (act.type === "opt-out-of-renewal") {
    const leaving = standing[act.party] === "noticeRunning" ? [act.party] : bound(facts);
    const on = facts.expiresOn ?? "";
    return { ...none, ends: Object.fromEntries(leaving.map((party) => [party, on])) };
  }
  if (act.type === "determine-entry") {
    const { instrument, parties } = act.dates;
    const instrumentOn = facts.entry.instrument === instrument ? null : instrument;
    const { derivation } = entryFindings(facts).instrument;
    return { ...none, enters: parties, instrumentOn, derivation };
  }
  const consents = consentsAfter(facts, act, standing);
  if (!consents || !("party" in act)) return none;
  const before = entryFindings(facts);
  const { instrument, parties } = entryFindings({
    ...facts,
    standing: { ...facts.standing, ...standing },
    successions:
      act.type === "succeed" ? [...facts.successions, successionOf(act)] : facts.successions,
    consents,
  });
  const own = parties[act.party];
  const enters = consents.length > facts.consents.length ? dayOf(own) : null;
  const together = Object.entries(parties).flatMap(([party, finding]) => {
    const on = dayOf(finding);
    return on === null ? [] : [[party, on] as const];
  });
  const isSame = dayOf(before.instrument) === dayOf(instrument);
  return {
    ...none,
    enters: enters === null ? {} : { [act.party]: enters },
    together: Object.fromEntries(together),
    instrumentOn: isSame ? null : dayOf(instrument),
    derivation: isSame && enters === null && !own ? [] : (own ?? instrument).derivation,
  };
}

/** The consents as they would be after the act; null if it changes none that has effect. */
function consentsAfter(facts: Facts, act: Act, standing: Standings): ConsentAct[] | null {
  // A party that declines is awaited no more.
  if (act.type === "decline") return facts.consents;
  const kind = consenting[act.type];
  if (!kind || !("party" in act) || !("on" in act)) return null;
  const reached = standing[act.party];
  // Its consent has no effect until its reservations are accepted, or until the State confirms the signature.
  if (reached === "awaitingAcceptance" || reached === "unauthorised") return null;
  const as = act.type === "sign" || act.type === "record-signature" ? act.as : null;
  // A succession to a signature binds nobody before it is ratified.
  if (act.type === "succeed" && reached === "signedSubjectToRatification") return null;
  // The first officer's record of a signature on paper is none yet.
  if (as && (reached === undefined || !reached.startsWith("signed"))) return null;
  return [...endedBefore(facts, act), { party: act.party, act: kind, as, on: act.on }];
}

function successionOf({ party, predecessor, succeededOn, on }: Extract<Act, { type: "succeed" }>) {
  return { party, predecessor, succeededOn, on, operatesOn: null };
}

/** The consents on record; those of a party that left and now consents again belong to its earlier participation. */
function endedBefore(
  { consents, standing }: Facts,
  { party, on }: { party: string; on: CivilDate },
) {
  if (standing[party] !== "ended") return consents;
  return consents.map((one) => (one.party === party ? { endedOn: on, ...one } : one));
}

function dayOf(finding: Finding | undefined): CivilDate | null {
  return finding?.state === "dated" ? finding.on : null;
}
