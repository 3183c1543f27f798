import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { Facts } from "#workflows/facts.ts";
import {
  type ReservationView,
  type StoredReservation,
  storedReservation,
  viewReservation,
} from "../force/view-reservations.ts";

export type RegisteredReservation = ReservationView & { party: string };

/**
 * The reservations and declarations of a published agreement, in the order of the parties, with what others said and the
 * effect of each today, from what the public may know about it. One query, under the public's role.
 */
export async function registeredReservations(
  db: Db,
  id: string,
  { facts, now }: { facts: Facts; now: Date },
): Promise<RegisteredReservation[]> {
  const { rows } = await sql<{ party: string; stored: StoredReservation }>`
    SELECT r.party, ${storedReservation} AS stored FROM reservations r
    JOIN agreement_parties p ON p.agreement = r.agreement AND p.party = r.party
    WHERE r.agreement = ${id} ORDER BY p.position, r.at, r.id`.execute(db);
  const today = civilDate(now.toISOString(), facts.terms.zone);
  return rows.map(({ party, stored }) => ({ party, ...viewReservation(facts, stored, today) }));
}
