import type { Db } from "#src/db.ts";

/** Whether the public register holds a sealed file of exactly this digest. */
export async function isRegistered(db: Db, digest: string): Promise<boolean> {
  const row = await db
    .selectFrom("seals")
    .innerJoin("publications", "publications.agreement", "seals.agreement")
    .select("seals.digest")
    .where("seals.digest", "=", digest)
    .executeTakeFirst();
  return row !== undefined;
}
