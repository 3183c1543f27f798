import { acceptedOn, awaitsAcceptance, isAccepted } from "./acceptance-of-all.ts";
import { consentDays } from "./expressed-consents.ts";
import type { Facts } from "./facts.ts";
import { isPrevented, lateUntil } from "./late-reservations.ts";
import { madeOn } from "./reservations.ts";
import type { CivilDate } from "./terms.ts";

/** What the end of a time to object decides about a reservation, and from which day. */
export type Settlement = {
  reservation: string;
  verdict: "deposited" | "prevented" | "accepted";
  on: CivilDate;
};

/** Whether the record decides something by this day: about a reservation, or about a consent that waited for it. */
export function settles(facts: Facts, on: CivilDate): boolean {
  const waits = (party: string) =>
    facts.standing[party] === "awaitingAcceptance" && isAccepted(facts, party, on);
  return settlementsOn(facts, on).length > 0 || facts.parties.some(waits);
}

/**
 * What the record decides by this day and does not say yet: late reservations whose time is over are deposited or
 * prevented, and reservations that all or an organ must accept are accepted (VCLT article 20(2), (3) and (5)).
 */
export function settlementsOn(facts: Facts, on: CivilDate): Settlement[] {
  return facts.reservations.flatMap((made): Settlement[] => {
    if (made.kind !== "reservation" || made.withdrawnOn !== null) return [];
    const reservation = made.id;
    if (made.late) {
      if (made.late.closedOn !== null || lateUntil(facts.terms, made.late) >= on) return [];
      const verdict = isPrevented(facts, made) ? "prevented" : "deposited";
      return [{ reservation, verdict, on }];
    }
    if (!awaitsAcceptance(facts) || made.acceptedOn !== null) return [];
    if (madeOn(facts, made) === null || !consentDays(facts).has(made.party)) return [];
    const day = acceptedOn(facts, made);
    return day !== null && day <= on ? [{ reservation, verdict: "accepted", on: day }] : [];
  });
}
