import type { Db } from "#src/db/db.ts";

/** The newest form of a sealed file: as first sealed, or with the last timestamp added since. */
export async function newestOf(db: Db, digest: string): Promise<string> {
  const renewal = await lastRenewal(db, digest);
  return renewal?.digest ?? digest;
}

/** The last renewal of the file that was sealed under this digest. */
export function lastRenewal(db: Db, base: string) {
  return db
    .selectFrom("renewals")
    .select(["position", "digest", "until"])
    .where("base", "=", base)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
}
