import type { Act } from "./acts.ts";
import { bound } from "./bound.ts";
import { notAgreedToRenewal } from "./conditions/ending.ts";
import type { ConditionName } from "./conditions.ts";
import { type ConsequenceDates, consequenceDates } from "./consequence-dates.ts";
import type { Sentence } from "./entry-into-force.ts";
import type { Facts } from "./facts.ts";
import type { Stage, Standings } from "./stage.ts";
import { stageName, step } from "./step.ts";
import { hasEnded } from "./step-party.ts";
import type { CivilDate } from "./terms.ts";
import { termsOn } from "./terms-between.ts";

/** What an act would bring about: the new stage of the agreement and standings of the parties, and from which day. */
export type Consequence = {
  /** What blocks the act today; empty if it would be taken. */
  refusedBy: (ConditionName | "wrong-stage" | "wrong-standing")[];
  /** The legal stage, such as `terminated`, if it changes. */
  legal: string | null;
  /** The stage that is reached, such as `sign.sealing`, or the side of `publish`, such as `signature.closed`. */
  stages: string[];
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
  /** For how many parties it is then in force, if the act changes that; an end leaves none, which `legal` says. */
  remain: number | null;
  /** Whether so few would remain that it ends for all: fewer than the text requires, or one (VCLT article 55). */
  tooFew: boolean;
  /** The end of the period that would begin. */
  until: CivilDate | null;
  /** The parties whose agreement would still be missing. */
  awaited: string[];
  derivation: Sentence[];
};

/** What the act would bring about if it were recorded now. Its day is already a civil date. Pure. */
export function consequenceOf(stage: Stage, facts: Facts, act: Act, today: CivilDate): Consequence {
  const result = step(stage, facts, act);
  if (!result.ok) {
    const refusedBy = "failed" in result ? result.failed : [result.refusal];
    return { ...nothing, refusedBy };
  }
  const dates = consequenceDates(facts, act, result.standing);
  const on = "on" in act ? act.on : today;
  // Parties that only get a date keep their standing until that day.
  const dated = Object.keys({ ...dates.enters, ...dates.ends }).map(
    (code) => [code, facts.standing[code] ?? ""] as const,
  );
  const standings = { ...Object.fromEntries(dated), ...result.standing };
  const ended = Object.keys(result.standing).filter((code) => result.standing[code] === "ended");
  const ends = { ...Object.fromEntries(ended.map((code) => [code, on])), ...dates.ends };
  const remain = hasEnded(result.stage) ? null : remaining(facts, standings, { ...dates, ends });
  const least = termsOn(facts, on).minimumParties ?? 2;
  return {
    refusedBy: [],
    legal: legalOf(result.stage) === legalOf(stage) ? null : legalOf(result.stage),
    stages: reached(stage, result.stage),
    parties: Object.entries(standings).map(([party, standing]) => ({
      party,
      standing,
      entersOn: dates.enters[party] ?? null,
      endsOn: ends[party] ?? null,
    })),
    instrumentOn: dates.instrumentOn,
    remain,
    tooFew: remain !== null && Object.keys(ends).length > 0 && remain < least,
    until: "until" in act ? act.until : null,
    awaited: awaitedAfter(facts, act),
    derivation: dates.derivation,
  };
}

const nothing: Consequence = {
  refusedBy: [],
  legal: null,
  stages: [],
  parties: [],
  instrumentOn: null,
  remain: null,
  tooFew: false,
  until: null,
  awaited: [],
  derivation: [],
};

/**
 * How many parties there are when all of this has come about; null if it changes none. Notices that take effect by then
 * count too.
 */
function remaining(facts: Facts, standings: Standings, dates: ConsequenceDates): number | null {
  const { enters, ends, together } = dates;
  const days = [...Object.values(enters), ...Object.values(ends)].toSorted();
  const last = days.at(-1);
  const before = bound(facts);
  if (last === undefined) return null;
  const entering = Object.entries({ ...facts.entry.parties, ...together, ...enters })
    .filter(([party, on]) => on <= last && facts.standing[party] !== "ended")
    .map(([party]) => party);
  const leaving = { ...runningNotices(facts, standings), ...ends };
  const after = [...new Set([...before, ...entering])].filter(
    (party) => !((leaving[party] ?? "9999") <= last),
  );
  return after.length;
}

function runningNotices({ notices, standing }: Facts, changed: Standings) {
  return Object.fromEntries(
    Object.entries(notices).filter(
      ([party]) => (changed[party] ?? standing[party]) === "noticeRunning",
    ),
  );
}

/** Who has yet to agree, after an act by which a party agrees to something that all must agree to. */
function awaitedAfter(facts: Facts, act: Act): string[] {
  const agreed: Partial<Record<Act["type"], string[]>> = {
    "agree-to-suspension": facts.agreedToSuspension,
    "agree-to-termination": facts.agreedToTermination,
    "agree-to-resumption": facts.agreedToResumption,
  };
  if (act.type === "agree-to-renewal") {
    return notAgreedToRenewal({ ...facts, agreedToRenewal: [...facts.agreedToRenewal, act.party] });
  }
  const had = agreed[act.type];
  if (!had || !("party" in act)) return [];
  return bound(facts).filter((party) => party !== act.party && !had.includes(party));
}

/** The names of the stages that the act reaches. The legal side has its own field. */
function reached(before: Stage, after: Stage): string[] {
  if (stageName(after) !== stageName(before)) return [stageName(after)];
  const [was, is] = [sidesOf(before), sidesOf(after)];
  return Object.keys(is)
    .filter((side) => side !== "legal" && side !== "custody" && is[side] !== was[side])
    .map((side) => `${side}.${is[side]}`);
}

function legalOf(stage: Stage): string | null {
  return sidesOf(stage).legal ?? null;
}

function sidesOf(stage: Stage): Record<string, string> {
  const sides = typeof stage === "object" ? stage.publish : undefined;
  return typeof sides === "object" ? (sides as Record<string, string>) : {};
}
