import { bound } from "../bound.ts";
import { addDays, addMonths } from "../civil-date.ts";
import { claimOfLeaving } from "../claims.ts";
import type { Facts } from "../facts.ts";
import type { CivilDate, Duration } from "../terms.ts";
import { termsOn } from "../terms-between.ts";
import { all, type Condition, partyOf } from "./condition.ts";
import { goesOnByItself } from "./later.ts";

/** Conditions on renewal, resumption and what the parties agree to for it (VCLT articles 54 and 57). */
export const endingConditions = {
  "party-has-not-agreed-to-renewal": (facts, act) =>
    !facts.agreedToRenewal.includes(partyOf(act) ?? ""),
  "party-has-not-agreed-to-resumption": (facts, act) =>
    !facts.agreedToResumption.includes(partyOf(act) ?? ""),
  "renewal-is-agreed": (facts) => notAgreedToRenewal(facts).length === 0,
  "every-party-agreed-to-resumption": (facts) => all(bound(facts), facts.agreedToResumption, null),
  "contracting-states-consulted": (facts, act) =>
    !("consulted" in act) || act.consulted || contractingOnly(facts).length === 0,
  "opt-out-is-foreseen": (facts) => durationOf(facts)?.optOut !== undefined,
  "opt-out-is-in-time": (facts, act) => {
    const last = lastDayToOptOut(facts);
    return last !== null && "on" in act && act.on <= last;
  },
  "opt-out-ends-for-one": (facts) =>
    durationOf(facts)?.optOut?.ends === "party" && bound(facts).length > 2,
  "party-has-not-opted-out": (facts, act) => !hasOptedOut(facts, partyOf(act) ?? ""),
  "opt-out-stands": (facts, act) =>
    hasOptedOut(facts, partyOf(act) ?? "") && "on" in act && act.on < (facts.expiresOn ?? ""),
  "notice-is-of-withdrawal": (facts, act) => {
    const party = partyOf(act) ?? "";
    if (claimOfLeaving(facts, party)) return false;
    return facts.optedOut[party] === undefined || facts.optedOut[party] !== facts.notices[party];
  },
} satisfies Record<string, Condition>;

/** The parties whose agreement to a renewal is missing; none if the text renews it by itself or an organ decides. */
export function notAgreedToRenewal(facts: Facts): string[] {
  if (goesOnByItself(facts)) return [];
  const decidedBy = durationOf(facts)?.decidedBy ?? "all";
  const parties = bound(facts);
  const missing = parties.filter((party) => !facts.agreedToRenewal.includes(party));
  const suffices =
    decidedBy === "organ" || (decidedBy === "majority" && isMinority(missing, parties));
  return suffices ? [] : missing;
}

const isMinority = (some: string[], of: string[]) => some.length * 2 < of.length;

/** The States that have consented and are not parties yet: they are consulted before all end it (VCLT 54(b)). */
export function contractingOnly({ standing }: Facts): string[] {
  return Object.keys(standing).filter((code) =>
    ["contracting", "awaitingAcceptance"].includes(standing[code] ?? ""),
  );
}

/** The last day on which a notice against the next renewal is in time; null if the text foresees none. */
export function lastDayToOptOut(facts: Facts): CivilDate | null {
  const { expiresOn } = facts;
  const optOut = durationOf(facts)?.optOut;
  if (!optOut || expiresOn === null) return null;
  return "days" in optOut ? addDays(expiresOn, -optOut.days) : addMonths(expiresOn, -optOut.months);
}

/** Whether a party has opted out in such a way that the instrument ends for all with this period. */
export function endsWithPeriod({ optedOut, standing, expiresOn }: Facts): boolean {
  return Object.keys(optedOut).some(
    (party) => optedOut[party] === expiresOn && standing[party] === "party",
  );
}

function hasOptedOut({ optedOut, expiresOn }: Facts, party: string): boolean {
  return expiresOn !== null && optedOut[party] === expiresOn;
}

function durationOf(facts: Facts): Duration | null {
  const { duration } = termsOn(facts, facts.expiresOn ?? "9999-12-31");
  return duration === "unlimited" ? null : duration;
}
