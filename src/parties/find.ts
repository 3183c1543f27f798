import type { Db, Worded } from "#src/db.ts";

export type Party = { code: string; kind: "state" | "organization"; names: Worded };

/** All parties the office knows, in protocol order. */
export function listParties(db: Db): Promise<Party[]> {
  return db
    .selectFrom("parties")
    .select(["code", "kind", "names"])
    .orderBy("protocol_order")
    .orderBy("code")
    .execute();
}
