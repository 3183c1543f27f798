import type { Db } from "#src/db.ts";

/** Whether the public register holds a sealed file of exactly this digest, as it was sealed or renewed since. */
export async function isRegistered(db: Db, digest: string): Promise<boolean> {
  const row = await db
    .selectFrom("seals")
    .innerJoin("publications", "publications.agreement", "seals.agreement")
    .select("seals.digest")
    .where((eb) =>
      eb.or([
        eb("seals.digest", "=", digest),
        eb(
          "seals.digest",
          "in",
          eb.selectFrom("renewals").select("base").where("renewals.digest", "=", digest),
        ),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}
