import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { readPublicFacts } from "../facts.ts";
import {
  type ReservationView,
  type StoredReservation,
  storedReservation,
  viewReservation,
} from "../force/view-reservations.ts";

export type RegisteredReservation = ReservationView & { party: string };

/**
 * The reservations and declarations of a published agreement, in the order of the parties, with what others said and the
 * effect of each today. Two queries, under the public's role.
 */
export async function registeredReservations(
  db: Db,
  id: string,
  now: Date,
): Promise<RegisteredReservation[]> {
  const { rows } = await sql<{ party: string; stored: StoredReservation }>`
    SELECT r.party, ${storedReservation} AS stored FROM reservations r
    JOIN agreement_parties p ON p.agreement = r.agreement AND p.party = r.party
    WHERE r.agreement = ${id} ORDER BY p.position, r.at, r.id`.execute(db);
  if (rows.length === 0) return [];
  const facts = await readPublicFacts(db, id);
  if (!facts) return [];
  const today = civilDate(now.toISOString(), facts.terms.zone);
  return rows.map(({ party, stored }) => ({ party, ...viewReservation(facts, stored, today) }));
}
