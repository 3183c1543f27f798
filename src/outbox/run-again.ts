import { sql } from "kysely";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";

const fresh = {
  run: sql<number>`run + 1`,
  sent_at: null,
  failed_at: null,
  failure: null,
  failing_since: null,
  stopped: false,
};

/** Hands a failed job to the relay again, under a new run; a Refusal if it has not failed. */
export async function runAgain(tx: Tx, id: string): Promise<{ id: string; run: number }> {
  const row = await tx
    .updateTable("outbox")
    .set(fresh)
    .where("id", "=", id)
    .where("failed_at", "is not", null)
    .returning(["id", "run"])
    .executeTakeFirst();
  if (!row) throw new Refusal("job-has-not-failed", "Only a job that has failed is run again.");
  return row;
}

/** The agreement's record says that these were given up, and orders a new job; the old one could report nothing. */
const onRecord = ["seal-instrument", "typeset-originals"];

/**
 * Hands all failed jobs of an effect, or of every effect, to the relay again; returns how many. Skips a job whose work
 * a later one of its kind has done, and one for which the agreement's record orders a new job.
 */
export async function runAllAgain(tx: Tx, effect: string | null): Promise<{ count: number }> {
  let failed = tx
    .updateTable("outbox")
    .set(fresh)
    .where("failed_at", "is not", null)
    .where("effect", "not in", onRecord)
    .where(
      sql<boolean>`NOT EXISTS (SELECT FROM outbox later WHERE later.agreement = outbox.agreement
        AND later.effect = outbox.effect AND later.id > outbox.id
        AND later.finished_at IS NOT NULL)`,
    );
  if (effect !== null) failed = failed.where("effect", "=", effect);
  const { numUpdatedRows } = await failed.executeTakeFirst();
  return { count: Number(numUpdatedRows) };
}

/** Tells a waiting or running job to stop: its next run gives it up. */
export async function stopJob(tx: Tx, id: string): Promise<{ id: string; run: number }> {
  const row = await tx
    .updateTable("outbox")
    .set({ run: sql`run + 1`, sent_at: null, stopped: true })
    .where("id", "=", id)
    .where("finished_at", "is", null)
    .where("failed_at", "is", null)
    .returning(["id", "run"])
    .executeTakeFirst();
  if (!row) throw new Refusal("job-has-ended", "This job has ended: there is nothing to stop.");
  return row;
}
