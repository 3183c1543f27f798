import type { Db } from "#src/db/db.ts";

/**
 * The published agreement for which the public register has a sealed file with exactly this digest, as first sealed or
 * as renewed since; null if there is none.
 */
export async function findRegistered(
  db: Db,
  digest: string,
): Promise<{ id: string; reference: string } | null> {
  return (await findIn(db, "seals", digest)) ?? (await findIn(db, "papers", digest)) ?? null;
}

function findIn(db: Db, table: "seals" | "papers", digest: string) {
  const sealed = db.selectFrom(table).select(["agreement", "digest"]).as("sealed");
  return db
    .selectFrom(sealed)
    .innerJoin("publications", "publications.agreement", "sealed.agreement")
    .innerJoin("agreements", "agreements.id", "sealed.agreement")
    .select(["agreements.id", "agreements.reference"])
    .where((eb) =>
      eb.or([
        eb("sealed.digest", "=", digest),
        eb(
          "sealed.digest",
          "in",
          eb.selectFrom("renewals").select("base").where("renewals.digest", "=", digest),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
}
