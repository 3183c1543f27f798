import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";

export type Acted = { id: string; names: Worded; titles: Worded };

/** The people whose acts are on an agreement's record; only those of one party if it is named. One query. */
export async function whoActed(
  db: Db,
  agreement: string,
  onlyParty: string | null,
): Promise<Acted[]> {
  let acts = db.selectFrom("evidence").select("person").where("agreement", "=", agreement);
  if (onlyParty !== null) acts = acts.where("party", "=", onlyParty);
  return db
    .selectFrom("people")
    .select(["id", "names", "titles"])
    .where("id", "in", acts)
    .orderBy("id")
    .execute();
}
