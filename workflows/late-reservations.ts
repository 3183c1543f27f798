import { addMonths } from "./civil-date.ts";
import { consentDays } from "./expressed-consents.ts";
import type { Facts } from "./facts.ts";
import type { Reservation } from "./reservation-record.ts";
import type { CivilDate, Terms } from "./terms.ts";

/**
 * Months from its circulation in which one objection prevents the deposit of a late reservation, unless the text says
 * otherwise. Practice of the Secretary-General since 2000 (Treaty Handbook, 3.5.3 and annex 2).
 */
const ordinaryMonths = 12;

/** The last day on which a contracting State may prevent the deposit. */
export function lateUntil(
  { reservationRules }: Terms,
  { circulatedOn }: { circulatedOn: CivilDate },
): CivilDate {
  return addMonths(circulatedOn, reservationRules?.lateMonths ?? ordinaryMonths);
}

/** Whether a late reservation that is not deposited still waits, or was prevented. */
export function lateState(facts: Facts, made: Reservation): "circulated" | "prevented" {
  return made.late?.closedOn || isPrevented(facts, made) ? "prevented" : "circulated";
}

/**
 * Whether an objection of a contracting State prevents the deposit. One is enough, and it has no effect between two
 * States alone (Treaty Handbook, 3.5.3; ILC Guide 2.3.1). An objection that was withdrawn in time prevents nothing.
 */
export function isPrevented(facts: Facts, { answers }: Reservation): boolean {
  const contracting = consentDays(facts);
  return answers.some(
    ({ act, party, withdrawnOn }) =>
      act === "objection" && withdrawnOn === null && contracting.has(party),
  );
}
