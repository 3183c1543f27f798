import { addMonths } from "./civil-date.ts";
import { consentDays } from "./expressed-consents.ts";
import type { Facts } from "./facts.ts";
import { lateState, lateUntil } from "./late-reservations.ts";
import type { Reservation } from "./reservation-record.ts";
import type { CivilDate, Terms } from "./terms.ts";

/**
 * The state of a reservation. It has no effect before it is confirmed, nor after it has lapsed or been withdrawn. A
 * late one is circulated, and then deposited or prevented. The organ may refuse one (VCLT article 20(3)).
 */
export type ReservationState =
  | "to-be-confirmed"
  | "made"
  | "lapsed"
  | "withdrawn"
  | "circulated"
  | "prevented"
  | "refused";

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
  | "organ"
  /** All have accepted it, and an acceptance is final (20(2); ILC Guide 2.8.12). */
  | "accepted"
  /** A late one: the period counts from the day of circulation, for all States (practice). */
  | "late";

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
  if (made.kind !== "reservation" || made.signedAs === null || made.late) return false;
  if (reservationRules?.atSignature || made.signedAs === "definitive") return false;
  return made.signedAs === "subject-to-ratification" || !consent.includes("definitive");
}

/**
 * The day on which it counts as made: of its confirmation if it needs one, of its deposit if it is late; null before
 * that.
 */
export function madeOn({ terms }: Facts, made: Reservation): CivilDate | null {
  if (made.late) return made.late.deposited ? made.late.closedOn : null;
  return needsConfirmation(terms, made) ? made.confirmedOn : made.madeOn;
}

/** The state of a reservation. One that the consent did not confirm has lapsed, as has one whose participation ended. */
export function reservationState(facts: Facts, made: Reservation): ReservationState {
  if (made.withdrawnOn !== null) return "withdrawn";
  if (facts.standing[made.party] === "ended") return "lapsed";
  if (made.late && !made.late.deposited) return lateState(facts, made);
  if (made.organ?.accepted === false) return "refused";
  if (madeOn(facts, made) !== null) return "made";
  return consentDays(facts).has(made.party) ? "lapsed" : "to-be-confirmed";
}

/**
 * Until when a State may object: the end of the text's period, else of twelve months, from the day that State was
 * notified; or its own consent, if that is later (VCLT article 20(5)).
 */
export function timeToObject(facts: Facts, made: Reservation, party: string): TimeToObject {
  const { reservationRules } = facts.terms;
  const { circulatedOn = null, notifiedOn = null } = made.notified[party] ?? {};
  const consentedOn = consentDays(facts).get(party) ?? null;
  const known = { party, circulatedOn, notifiedOn, consentedOn, until: null, notBefore: null };
  if (made.late) {
    const { circulatedOn } = made.late;
    return { ...known, circulatedOn, rule: "late", until: lateUntil(facts.terms, made.late) };
  }
  if (reservationRules?.authorised) return { ...known, rule: "authorised" };
  if (reservationRules?.acceptance === "organ") return { ...known, rule: "organ" };
  if (reservationRules?.acceptance === "all" && made.acceptedOn !== null) {
    return { ...known, rule: "accepted" };
  }
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
  if (rule === "authorised" || rule === "organ" || rule === "accepted") return false;
  return until === null || on <= until;
}

/**
 * Whether the State's time to object is over, so that the reservation counts as accepted (VCLT article 20(5)). What the
 * State says then is circulated as a communication.
 */
export function isTooLate(facts: Facts, made: Reservation, party: string, on: CivilDate): boolean {
  const { rule, until } = timeToObject(facts, made, party);
  return rule === "accepted" || (until !== null && on > until);
}

/** Whether the State has accepted the reservation or objected to it. */
export function hasAnswered({ answers }: Reservation, party: string): boolean {
  return answers.some((one) => one.party === party);
}
