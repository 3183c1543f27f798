import { sql } from "kysely";
import type { Tx } from "#src/db.ts";
import { Refusal } from "#src/errors.ts";

/** Hands a failed job to the relay once more, under a new run; a Refusal where it has not failed. */
export async function runAgain(tx: Tx, id: string): Promise<{ id: string; run: number }> {
  const row = await tx
    .updateTable("outbox")
    .set({ run: sql`run + 1`, sent_at: null, failed_at: null, failure: null })
    .where("id", "=", id)
    .where("failed_at", "is not", null)
    .returning(["id", "run"])
    .executeTakeFirst();
  if (!row) throw new Refusal("job-has-not-failed", "Only a job that has failed is run again.");
  return row;
}
