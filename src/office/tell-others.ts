import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { orderLetter } from "#src/outbox/order-letter.ts";

type Waiting = { by: string; subject: string; path: string; at: Date; origin: Context["origin"] };

/** Tells every other member of the secretariat by letter that something waits for a second person. */
export async function tellOthers(
  tx: Tx,
  { by, subject, path, at, origin }: Waiting,
): Promise<void> {
  const others = await tx
    .selectFrom("people")
    .select("id")
    .where(sql<boolean>`'secretariat' = ANY (roles)`)
    .where("state", "!=", "suspended")
    .where("id", "!=", by)
    .execute();
  for (const { id: person } of others) {
    const letter = { name: "second-person-needed", path, values: { subject } } as const;
    await orderLetter(tx, { ...letter, person, at, origin });
  }
}
