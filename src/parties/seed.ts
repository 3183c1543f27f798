import type { Db } from "#src/db/db.ts";
import { knownParties } from "#src/text/party-name.ts";

/** Puts in the parties whose names ship with the service; an office's own changes to them stay. */
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
