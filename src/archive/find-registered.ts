import type { Db } from "#src/db/db.ts";

/**
 * The published agreement for which the public register has a sealed file with exactly this digest, as first sealed or
 * as renewed since; null if there is none.
 */
export async function findRegistered(
  db: Db,
  digest: string,
): Promise<{ id: string; reference: string } | null> {
  const row = await db
    .selectFrom("seals")
    .innerJoin("publications", "publications.agreement", "seals.agreement")
    .innerJoin("agreements", "agreements.id", "seals.agreement")
    .select(["agreements.id", "agreements.reference"])
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
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
