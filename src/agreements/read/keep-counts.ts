import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";

/** At most this many changes are left beside the sums: to add up fewer saves a reader nothing. */
const fewChanges = 500;

/**
 * Adds what acts have changed to the counts that are kept (migrations/0067-kept-counts.ts); returns how many changes.
 * Returns 0 while there are few, and if another process is doing it. Counts are exact before and after.
 */
export async function keepCounts(db: Db, atLeast = fewChanges): Promise<number> {
  const { rows } = await sql<{ added: number }>`SELECT add_changes(${atLeast}) AS added`.execute(
    db,
  );
  return rows[0]?.added ?? 0;
}
