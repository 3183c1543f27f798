import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";

/** The title of a published agreement; null if it is not published. */
export async function registeredTitle(db: Db, id: string): Promise<Worded | null> {
  const row = await db
    .selectFrom("publications")
    .innerJoin("agreements", "agreements.id", "publications.agreement")
    .select("agreements.title")
    .where("agreements.id", "=", id)
    .executeTakeFirst();
  return row?.title ?? null;
}
