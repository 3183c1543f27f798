import type { Db } from "#src/db/db.ts";
import { knownParties } from "#src/text/party-name.ts";

/** Adds the parties whose names ship with the service. Keeps an office's own changes to them. */
export async function seedParties(db: Db): Promise<void> {
  await db
    .insertInto("parties")
    .values(
      knownParties.map(({ code, kind, names }, index) => ({
        code,
        kind,
        names: JSON.stringify(names),
        protocol_order: (index + 1) * 10,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
