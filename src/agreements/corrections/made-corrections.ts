import type { CorrectedPlace, Db } from "#src/db/db.ts";

/**
 * The places of an agreement's text that were corrected so far, in the order of the corrections. Within one, later
 * occurrences come first, because each was counted in the text before it.
 */
export async function placesCorrected(db: Db, agreement: string): Promise<CorrectedPlace[]> {
  const rows = await db
    .selectFrom("corrections")
    .innerJoin("correction_acts", "correction_acts.correction", "corrections.id")
    .select("corrections.changes")
    .where("corrections.agreement", "=", agreement)
    .where("correction_acts.act", "=", "correction")
    .orderBy("correction_acts.at")
    .execute();
  return rows.flatMap(({ changes }) => changes.toSorted((a, b) => (b.nth ?? 1) - (a.nth ?? 1)));
}
