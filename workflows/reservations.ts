import { addMonths } from "./civil-date.ts";
import { standingConsents } from "./entry-of.ts";
import type { Facts, Reservation } from "./facts.ts";
import type { CivilDate, Terms } from "./terms.ts";

/** The state of a reservation. It has no effect before it is confirmed, nor after it has lapsed or been withdrawn. */
export type ReservationState = "to-be-confirmed" | "made" | "lapsed" | "withdrawn";

/** Why a State may or may not still object (VCLT articles 20 and 23). */
export type ObjectionRule =
  /** Not made yet: an objection may come early and needs no confirmation (23(3)). */
  | "not-made"
  /** The State was not notified, so its time has not begun. */
  | "not-notified"
  /** The period counts from the notification of that State. */
  | "notification"
  /** Until the State's own consent, which is later or has not been expressed yet. */
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
  /** The last day on which it may object; null if there is no end yet, or nothing to answer. */
  until: CivilDate | null;
  /** If the end depends on the State's own consent: the day before which it cannot be. */
  notBefore: CivilDate | null;
};

/** Months in which a State may object, unless the text says otherwise (VCLT article 20(5)). */
const ordinaryMonths = 12;

/**
 * Whether a reservation needs formal confirmation when the State consents. It does if it was made at a signature that
 * is not itself consent, unless the text provides for reservations at signature (VCLT article 23(2)).
 */
export function needsConfirmation(
  { consent, reservationRules }: Terms,
  made: Reservation,
): boolean {
  if (made.kind !== "reservation" || made.signedAs === null) return false;
  if (reservationRules?.atSignature || made.signedAs === "definitive") return false;
  return made.signedAs === "subject-to-ratification" || !consent.includes("definitive");
}

/** The day on which it counts as made: the day of its confirmation if it needs one, and null before that. */
export function madeOn({ terms }: Facts, made: Reservation): CivilDate | null {
  return needsConfirmation(terms, made) ? made.confirmedOn : made.madeOn;
}

/** The state of a reservation. One that the consent did not confirm has lapsed. */
export function reservationState(facts: Facts, made: Reservation): ReservationState {
  if (made.withdrawn) return "withdrawn";
  if (madeOn(facts, made) !== null) return "made";
  return consentOf(facts, made.party) === null ? "to-be-confirmed" : "lapsed";
}

/**
 * Until when a State may object: the end of the text's period, else of twelve months, from the day that State was
 * notified; or its own consent, if that is later (VCLT article 20(5)).
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
  return standingConsents(facts).find((one) => one.party === party)?.on ?? null;
}
