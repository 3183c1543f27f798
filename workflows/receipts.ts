import type { Act } from "./acts.ts";
import type { Facts } from "./facts.ts";
import type { Reservation, ReservationAnswer } from "./reservation-record.ts";
import type { CivilDate } from "./terms.ts";

type Receipt = Extract<Act, { type: "record-receipt" }>;

/**
 * What the receipt is about: the day of the withdrawal, and when the State received notice of it. Null if nothing like
 * it is on record for this State. Only the reserving State receives the withdrawal of an objection (22(3)(b)).
 */
export function receivable(
  facts: Facts,
  { reservation, party, of, objector }: Receipt,
): { on: CivilDate; receivedOn: CivilDate | null } | null {
  const made = facts.reservations.find(({ id }) => id === reservation);
  if (!made) return null;
  if (of === "objection-withdrawal") {
    const answer = made.answers.find((one) => one.party === objector);
    if (!answer?.withdrawnOn || party !== made.party) return null;
    return { on: answer.withdrawnOn, receivedOn: answer.withdrawalReceivedOn };
  }
  if (party === made.party) return null;
  if (of === "withdrawal") {
    const receivedOn = made.withdrawalReceivedOn[party] ?? null;
    return made.withdrawnOn === null ? null : { on: made.withdrawnOn, receivedOn };
  }
  const last = made.narrowings.at(-1);
  return last ? { on: last.on, receivedOn: last.receivedOn[party] ?? null } : null;
}

/** The party's objection, unless it has withdrawn it. */
export function standingObjection(
  made: Reservation | undefined,
  party: string | null,
): ReservationAnswer | undefined {
  return made?.answers.find(
    (one) => one.party === party && one.act === "objection" && one.withdrawnOn === null,
  );
}
