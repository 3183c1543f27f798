import { sql } from "kysely";
import type { Tx } from "#src/db/db.ts";
import { orderLetter } from "#src/outbox/order-letter.ts";

type Waiting = { by: string; subject: string; path: string; at: Date };

/** Writes to every other member of the secretariat that something waits for a second person. */
export async function tellOthers(tx: Tx, { by, subject, path, at }: Waiting): Promise<void> {
  const others = await tx
    .selectFrom("people")
    .select("id")
    .where(sql<boolean>`'secretariat' = ANY (roles)`)
    .where("state", "!=", "suspended")
    .where("id", "!=", by)
    .execute();
  for (const { id: person } of others) {
    await orderLetter(tx, { name: "second-person-needed", person, at, path, values: { subject } });
  }
}
