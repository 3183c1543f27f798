import { addMonths } from "./civil-date.ts";
import { consentsOf } from "./entry-of.ts";
import type { Facts, Reservation } from "./facts.ts";
import type { CivilDate, Terms } from "./terms.ts";

/** Where a reservation stands: it has no effect before it is confirmed, nor after it has lapsed or been withdrawn. */
export type ReservationState = "to-be-confirmed" | "made" | "lapsed" | "withdrawn";

/** Why a State may still object, or may not (VCLT articles 20 and 23). */
export type ObjectionRule =
  /** It is not made yet: an objection may come early and needs no confirmation (23(3)). */
  | "not-made"
  /** The State has not been notified, so its time has not begun. */
  | "not-notified"
  /** The period from the notification of that State. */
  | "notification"
  /** Until its own consent, which is later, or has not been expressed yet. */
  | "own-consent"
  /** The text authorises the reservation expressly: no State need accept it (20(1)). */
  | "authorised"
  /** The competent organ of the organisation accepts it (20(3)). */
  | "organ";

export type TimeToObject = {
  party: string;
  rule: ObjectionRule;
  /** When the depositary circulated the reservation, and when this State was notified. */
  circulatedOn: CivilDate | null;
  notifiedOn: CivilDate | null;
  consentedOn: CivilDate | null;
  /** The last day on which it may object; null where it has no end yet, or nothing is to be answered. */
  until: CivilDate | null;
  /** Where the end depends on its own consent: the day before which it cannot be. */
  notBefore: CivilDate | null;
};

/** Months in which a State may object, if the text says nothing else (VCLT article 20(5)). */
const ordinaryMonths = 12;

/**
 * Whether a reservation must be confirmed formally when the State consents: made at a signature that is not
 * itself consent, unless the text provides for reservations at signature (VCLT article 23(2)).
 */
export function needsConfirmation(
  { consent, reservationRules }: Terms,
  made: Reservation,
): boolean {
  if (made.kind !== "reservation" || made.signedAs === null) return false;
  if (reservationRules?.atSignature || made.signedAs === "definitive") return false;
  return made.signedAs === "subject-to-ratification" || !consent.includes("definitive");
}

/** The day on which it counts as made: of its confirmation if it needs one; null before that. */
export function madeOn({ terms }: Facts, made: Reservation): CivilDate | null {
  return needsConfirmation(terms, made) ? made.confirmedOn : made.madeOn;
}

/** Where a reservation stands. One that the consent did not confirm has lapsed. */
export function reservationState(facts: Facts, made: Reservation): ReservationState {
  if (made.withdrawn) return "withdrawn";
  if (madeOn(facts, made) !== null) return "made";
  return consentOf(facts, made.party) === null ? "to-be-confirmed" : "lapsed";
}

/**
 * Until when a State may object: the text's period, else twelve months, from the day on which that State was
 * notified, or until its own consent, whichever is later (VCLT article 20(5)).
 */
export function timeToObject(facts: Facts, made: Reservation, party: string): TimeToObject {
  const { reservationRules } = facts.terms;
  const { circulatedOn = null, notifiedOn = null } = made.notified[party] ?? {};
  const consentedOn = consentOf(facts, party);
  const known = { party, circulatedOn, notifiedOn, consentedOn, until: null, notBefore: null };
  if (reservationRules?.authorised) return { ...known, rule: "authorised" };
  if (reservationRules?.acceptance === "organ") return { ...known, rule: "organ" };
  if (madeOn(facts, made) === null) return { ...known, rule: "not-made" };
  if (notifiedOn === null) return { ...known, rule: "not-notified" };
  const period = addMonths(notifiedOn, reservationRules?.objectionMonths ?? ordinaryMonths);
  if (consentedOn === null) return { ...known, rule: "own-consent", notBefore: period };
  const late = consentedOn > period;
  return {
    ...known,
    rule: late ? "own-consent" : "notification",
    until: late ? consentedOn : period,
  };
}

/** Whether the State may object or accept on this day. */
export function mayAnswer(facts: Facts, made: Reservation, party: string, on: CivilDate): boolean {
  const { rule, until } = timeToObject(facts, made, party);
  if (rule === "authorised" || rule === "organ") return false;
  return until === null || on <= until;
}

function consentOf(facts: Facts, party: string): CivilDate | null {
  return consentsOf(facts).find((one) => one.party === party)?.on ?? null;
}
