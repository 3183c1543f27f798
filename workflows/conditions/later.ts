import type { EntryDates } from "../acts.ts";
import { bound } from "../bound.ts";
import { addMonths } from "../entry-into-force.ts";
import { entryOf } from "../entry-of.ts";
import type { Facts } from "../facts.ts";
import { all, type Condition, partyOf } from "./condition.ts";

/**
 * Conditions after the seal: entry into force, reservations, notices, the end, corrections (VCLT 16 to 25, 54 to 79).
 */
export const laterConditions = {
  "accession-is-foreseen": (facts) => facts.terms.accession,
  "notification-is-foreseen": ({ terms }) => terms.entry.form.endsWith("last-notification"),
  "completion-is-not-notified": (facts, act) =>
    !facts.consents.some((one) => one.party === partyOf(act) && one.act === "notification"),
  "provisional-application-is-foreseen": (facts) => facts.terms.provisional !== "none",
  "party-applies-provisionally": (facts, act) => facts.provisionalBy.includes(partyOf(act) ?? ""),
  "party-does-not-apply-yet": (facts, act) => !facts.provisionalBy.includes(partyOf(act) ?? ""),
  "nobody-else-applies": (facts, act) => facts.provisionalBy.every((code) => code === partyOf(act)),
  "dates-are-derived": (facts, act) => "dates" in act && sameDates(entryOf(facts), act.dates),
  "dates-are-new": (facts, act) => "dates" in act && addsSomething(facts, act.dates),
  "instrument-is-due": (facts, act) =>
    facts.entry.instrument !== null && "on" in act && facts.entry.instrument <= act.on,
  "party-is-due": (facts, act) => {
    const on = facts.entry.parties[partyOf(act) ?? ""];
    return on !== undefined && "on" in act && on <= act.on;
  },
  "notice-takes-effect-later": (facts, act) =>
    "on" in act && act.on < (facts.notices[partyOf(act) ?? ""] ?? ""),
  "notice-is-due": (facts, act) => {
    const on = facts.notices[partyOf(act) ?? ""];
    return on !== undefined && "on" in act && on <= act.on;
  },
  "fewer-than-two-remain": (facts) => bound(facts).length < 2,
  "party-has-not-agreed-to-suspension": (facts, act) =>
    !facts.agreedToSuspension.includes(partyOf(act) ?? ""),
  "party-has-not-agreed-to-termination": (facts, act) =>
    !facts.agreedToTermination.includes(partyOf(act) ?? ""),
  "every-party-agreed-to-suspension": (facts) => all(bound(facts), facts.agreedToSuspension, null),
  "every-party-agreed-to-termination": (facts) =>
    all(bound(facts), facts.agreedToTermination, null),
  "duration-is-fixed": (facts) => facts.terms.duration !== "unlimited",
  "period-is-over": (facts, act) =>
    facts.expiresOn !== null && "on" in act && facts.expiresOn <= act.on,
  "renewed-for-one-period": (facts, act) => "until" in act && act.until === nextEnd(facts),
  "time-to-object-to-correction-is-over": (facts, act) =>
    facts.correction !== null && "on" in act && facts.correction.until < act.on,
  "copy-is-intact": (_, act) => "intact" in act && act.intact,
  "registrable-with-the-un": (facts, act) =>
    facts.terms.binding || ("reason" in act && act.reason !== ""),
  "in-force-between-two": (facts) => bound(facts).length >= 2 || facts.provisionalBy.length >= 2,
} satisfies Record<string, Condition>;

/** The end of the period after the current one. */
export function nextEnd({ expiresOn, terms }: Facts): string | null {
  if (expiresOn === null || terms.duration === "unlimited") return null;
  return addMonths(expiresOn, terms.duration.years * 12);
}

/** Whether every given date is the engine's. A missing party is determined later. */
function sameDates(derived: EntryDates | null, given: EntryDates): boolean {
  if (derived === null || derived.instrument !== given.instrument) return false;
  return Object.entries(given.parties).every(([code, on]) => derived.parties[code] === on);
}

function addsSomething({ entry }: Facts, { parties }: EntryDates): boolean {
  return entry.instrument === null || Object.keys(parties).some((code) => !(code in entry.parties));
}
