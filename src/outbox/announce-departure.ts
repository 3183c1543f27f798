import { sql } from "kysely";
import type { Tx } from "#src/db/db.ts";
import type { Origin } from "#src/observe/request-id.ts";

/**
 * Orders a letter for each agreement that this person was to sign and has not signed, in the transaction that suspends
 * or moves the person. Its party and the office learn that they need another signatory.
 */
export async function announceDeparture(
  tx: Tx,
  { person, at, origin }: { person: string; at: Date; origin: Origin },
): Promise<void> {
  await sql`INSERT INTO outbox (agreement, number, effect, created_at, request, traceparent)
    SELECT a.id, a.text_version, 'announce-departure', ${at}::timestamptz,
      ${origin.request}::text, ${origin.traceparent}::text
    FROM agreements a JOIN agreement_parties ap ON ap.agreement = a.id
    WHERE ap.signatory = ${person} AND a.stage_name ~ '^(draft|review|sign)[.]'
      AND NOT EXISTS (SELECT FROM signatures g WHERE g.agreement = a.id
        AND g.number = a.text_version AND g.party = ap.party)`.execute(tx);
}
