import type { Act } from "./acts.ts";
import type { ConditionName } from "./conditions.ts";
import type { Finding, Sentence } from "./entry-into-force.ts";
import { entryFindings } from "./entry-of.ts";
import type { ConsentAct, Facts } from "./facts.ts";
import type { Stage, Standings } from "./stage.ts";
import { step } from "./step.ts";
import type { CivilDate } from "./terms.ts";
import { termsOn } from "./terms-between.ts";
import { withdrawalEffect } from "./withdrawal.ts";

/** What an act would bring about: the new stage of the agreement and standings of the parties, and from which day. */
export type Consequence = {
  /** What blocks the act today; empty if it would be taken. */
  refusedBy: (ConditionName | "wrong-stage" | "wrong-standing")[];
  /** The legal stage, such as `terminated`, if it changes. */
  legal: string | null;
  parties: {
    party: string;
    standing: string;
    /** The day from which the instrument would be in force for the party. */
    entersOn: CivilDate | null;
    /** The day on which the party's participation would end. */
    endsOn: CivilDate | null;
  }[];
  /** The instrument's own day of entry into force, if the act gives it one. */
  instrumentOn: CivilDate | null;
  derivation: Sentence[];
};

/** What the act would bring about if it were recorded now. Its day is already a civil date. Pure. */
export function consequenceOf(stage: Stage, facts: Facts, act: Act, today: CivilDate): Consequence {
  const result = step(stage, facts, act);
  if (!result.ok) {
    const refusedBy = "failed" in result ? result.failed : [result.refusal];
    return { refusedBy, legal: null, parties: [], instrumentOn: null, derivation: [] };
  }
  const dates = datesOf(facts, act, result.standing);
  const on = "on" in act ? act.on : today;
  // Parties that only get a date keep their standing until that day.
  const dated = Object.keys(dates.enters).map(
    (code) => [code, facts.standing[code] ?? ""] as const,
  );
  const standings = { ...Object.fromEntries(dated), ...result.standing };
  return {
    refusedBy: [],
    legal: legalOf(result.stage) === legalOf(stage) ? null : legalOf(result.stage),
    parties: Object.entries(standings).map(([party, standing]) => ({
      party,
      standing,
      entersOn: dates.enters[party] ?? null,
      endsOn: dates.ends[party] ?? (standing === "ended" ? on : null),
    })),
    instrumentOn: dates.instrumentOn,
    derivation: dates.derivation,
  };
}

type Dates = {
  enters: Record<string, CivilDate>;
  ends: Record<string, CivilDate>;
  instrumentOn: CivilDate | null;
  derivation: Sentence[];
};

const consenting: Partial<Record<Act["type"], ConsentAct["act"]>> = {
  deposit: "deposit",
  accede: "accession",
  "notify-completion": "notification",
  confirm: "confirmation",
  succeed: "succession",
};

function datesOf(facts: Facts, act: Act, standing: Standings): Dates {
  const none = { enters: {}, ends: {}, instrumentOn: null, derivation: [] };
  if (act.type === "give-notice") {
    const { on, derivation } = withdrawalEffect(termsOn(facts, act.on), act.on);
    return { ...none, ends: { [act.party]: on }, derivation };
  }
  if (act.type === "determine-entry") {
    const { instrument, parties } = act.dates;
    const instrumentOn = facts.entry.instrument === instrument ? null : instrument;
    const { derivation } = entryFindings(facts).instrument;
    return { ...none, enters: parties, instrumentOn, derivation };
  }
  const as = consenting[act.type];
  if (!as || !("party" in act) || !("on" in act)) return none;
  // Its consent has no effect until its reservations are accepted.
  if (standing[act.party] === "awaitingAcceptance") return none;
  const consent = { party: act.party, act: as, as: null, on: act.on };
  const before = entryFindings(facts);
  const { instrument, parties } = entryFindings({
    ...facts,
    standing: { ...facts.standing, ...standing },
    successions:
      act.type === "succeed" ? [...facts.successions, successionOf(act)] : facts.successions,
    consents: [...endedBefore(facts, act), consent],
  });
  const own = parties[act.party];
  return {
    ...none,
    enters: dayOf(own) === null ? {} : { [act.party]: dayOf(own) ?? "" },
    instrumentOn: dayOf(before.instrument) === dayOf(instrument) ? null : dayOf(instrument),
    derivation: (own ?? instrument).derivation,
  };
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

function legalOf(stage: Stage): string | null {
  const sides = typeof stage === "object" ? stage.publish : undefined;
  return typeof sides === "object" ? String(sides.legal) : null;
}
