import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import type { Party } from "./find.ts";
import { checkManager, checkOfficial, recordPartyEvent } from "./manage.ts";

export type NewParty = Omit<Party, "protocolOrder"> & { protocolOrder?: number | undefined };

/** Adds a State or organisation to the office's parties. Without a place in the protocol order it comes last. */
export async function addParty({ db, now }: Context, by: Person, wanted: NewParty): Promise<Party> {
  checkManager(by);
  const { code, kind, protocolOrder } = wanted;
  const names = checkOfficial(wanted.names);
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .insertInto("parties")
      .values({
        code,
        kind,
        names: JSON.stringify(names),
        protocol_order:
          protocolOrder ?? sql`(SELECT coalesce(max(protocol_order), 0) + 10 FROM parties)`,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("protocol_order")
      .executeTakeFirst();
    if (!row) throw new Refusal("already-exists", `The office knows ${code} already.`);
    const party = { code, kind, names, protocolOrder: row.protocol_order };
    await recordPartyEvent(tx, { at: now(), actor: by.id, party: code, event: "added" }, party);
    return party;
  });
}
