import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";

export type Party = {
  code: string;
  kind: "state" | "organization";
  /** Official names, by language. */
  names: Worded;
  /** Lower numbers come first. */
  protocolOrder: number;
};

/** All parties known to the office, in protocol order. */
export function listParties(db: Db): Promise<Party[]> {
  return db
    .selectFrom("parties")
    .select(["code", "kind", "names", "protocol_order as protocolOrder"])
    .orderBy("protocol_order")
    .orderBy("code")
    .execute();
}
