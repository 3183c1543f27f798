import type { Db } from "#src/db/db.ts";

/** The level that the newest seal has reached; null if nothing has been sealed yet. */
export async function newestLevel(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom("seals")
    .select("level")
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.level ?? null;
}
