import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";

/** Marks a row finished. Idempotent: a second call keeps the first timestamp. */
export async function markFinished(db: Db, id: string, at: Date): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ finished_at: at, failed_at: null, failure: null, failing_since: null })
    .where("id", "=", id)
    .where(sql<boolean>`finished_at IS NULL`)
    .execute();
}

/** Marks a row failed for good, with the reason for the secretariat. */
export async function markFailed(db: Db, id: string, at: Date, failure: string): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ failed_at: at, failure: failure.slice(0, 2000) })
    .where("id", "=", id)
    .where("finished_at", "is", null)
    .execute();
}

/** Stores why an attempt failed and when the failures began; the job continues. */
export async function noteFailure(db: Db, id: string, at: Date, failure: string): Promise<void> {
  await db
    .updateTable("outbox")
    .set({
      failure: failure.slice(0, 2000),
      failing_since: sql`coalesce(failing_since, ${at}::timestamptz)`,
    })
    .where("id", "=", id)
    .where("finished_at", "is", null)
    .execute();
}
