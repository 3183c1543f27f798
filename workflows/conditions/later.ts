import type { Act, EntryDates, Occurrence } from "../acts.ts";
import { bound } from "../bound.ts";
import { asksNotification } from "../entry-form.ts";
import { addMonths } from "../entry-into-force.ts";
import type { Facts } from "../facts.ts";
import { areDerived, arePossible } from "../other-dates.ts";
import type { CivilDate, Duration, Terms } from "../terms.ts";
import { termsOn } from "../terms-between.ts";
import { basisOf, routeOf } from "../un-registration.ts";
import { all, type Condition, partyOf } from "./condition.ts";

/**
 * Conditions after the seal: entry into force, reservations, notices, the end (VCLT 16 to 25, 54 to 62).
 */
export const laterConditions = {
  "accession-is-foreseen": (facts, act) => now(facts, act).accession,
  "withdrawal-is-foreseen": (facts, act) => now(facts, act).withdrawal !== "none",
  "notification-is-foreseen": ({ terms }) => asksNotification(terms.entry),
  "completion-is-not-notified": (facts, act) =>
    !facts.consents.some(
      ({ party, act: how, withdrawnOn, endedOn }) =>
        party === partyOf(act) && how === "notification" && !withdrawnOn && !endedOn,
    ),
  "provisional-application-is-foreseen": (facts) => facts.terms.provisional !== "none",
  "party-applies-provisionally": (facts, act) => facts.provisionalBy.includes(partyOf(act) ?? ""),
  "party-does-not-apply-yet": (facts, act) => !facts.provisionalBy.includes(partyOf(act) ?? ""),
  "nobody-else-applies": (facts, act) => facts.provisionalBy.every((code) => code === partyOf(act)),
  "dates-are-derived": (facts, act) =>
    act.type === "determine-entry" && (act.reason !== "" || areDerived(facts, act.dates)),
  "dates-are-possible": (facts, act) =>
    act.type === "determine-entry" &&
    (areDerived(facts, act.dates) || arePossible(facts, act.dates)),
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
  "too-few-remain": (facts, act) => bound(facts).length < (now(facts, act).minimumParties ?? 2),
  "party-has-not-agreed-to-suspension": (facts, act) =>
    !facts.agreedToSuspension.includes(partyOf(act) ?? ""),
  "party-has-not-agreed-to-termination": (facts, act) =>
    !facts.agreedToTermination.includes(partyOf(act) ?? ""),
  "every-party-agreed-to-suspension": (facts) => all(bound(facts), facts.agreedToSuspension, null),
  "every-party-agreed-to-termination": (facts) =>
    all(bound(facts), facts.agreedToTermination, null),
  "duration-is-fixed": (facts, act) => now(facts, act).duration !== "unlimited",
  "renewal-is-foreseen": (facts, act) => {
    const { duration } = now(facts, act);
    return (
      duration === "unlimited" || duration.renewal !== "none" || wasLengthened(facts, duration)
    );
  },
  "period-is-over": (facts, act) =>
    facts.expiresOn !== null && "on" in act && facts.expiresOn <= act.on,
  "renewed-for-one-period": (facts, act) => "until" in act && act.until === nextEnd(facts),
  "copy-is-intact": (_, act) => "intact" in act && act.intact,
  "registrable-with-the-un": (facts, act) =>
    facts.terms.binding || ("reason" in act && act.reason !== ""),
  "in-force-between-two": (facts) => basisOf(facts) !== null,
  "route-to-the-un-is-open": (facts) => routeOf(facts) !== "none",
  "treaty-is-sent-first": (_, act) => actionOf(act) === 0,
  "action-is-the-treaty": (_, act) => actionOf(act) === 0,
  "action-is-later": ({ registration }, act) => registration.later.includes(actionOf(act)),
  "action-is-not-sent": ({ registration }, act) => !registration.submitted.includes(actionOf(act)),
  "action-was-sent": ({ registration }, act) => registration.submitted.includes(actionOf(act)),
  "action-is-not-registered": ({ registration }, act) =>
    !registration.registered.includes(actionOf(act)),
} satisfies Record<string, Condition>;

/** What is sent or registered: 0 is the treaty, another number the entry of the evidence that changed it. */
function actionOf(act: Act | Occurrence): number {
  return "action" in act ? act.action : 0;
}

/** The terms between all the parties on the act's day; for an act without one, on the last day that is on record. */
function now(facts: Facts, act: Act | Occurrence): Terms {
  return termsOn(facts, "on" in act ? act.on : "9999-12-31");
}

/** Whether an amendment made the first period end later than is on record. */
function wasLengthened({ entry, expiresOn }: Facts, { years }: Duration): boolean {
  return entry.instrument !== null && addMonths(entry.instrument, 12 * years) > (expiresOn ?? "");
}

/** Whether the end of the current period begins another without a decision of the parties. */
export function goesOnByItself(facts: Facts): boolean {
  const { duration } = termsOn(facts, facts.expiresOn ?? "9999-12-31");
  if (duration === "unlimited") return false;
  return duration.renewal === "automatic" || wasLengthened(facts, duration);
}

/** The end of the period after the current one, or that of the first period if an amendment has made it longer. */
export function nextEnd(facts: Facts): CivilDate | null {
  const { entry, expiresOn } = facts;
  const { duration } = termsOn(facts, expiresOn ?? "9999-12-31");
  if (expiresOn === null || duration === "unlimited") return null;
  if (entry.instrument !== null && wasLengthened(facts, duration)) {
    return addMonths(entry.instrument, 12 * duration.years);
  }
  const { years, periodYears = years } = duration;
  return addMonths(expiresOn, periodYears * 12);
}

function addsSomething({ entry }: Facts, { parties }: EntryDates): boolean {
  return entry.instrument === null || Object.keys(parties).some((code) => !(code in entry.parties));
}
