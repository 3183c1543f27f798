import type { Context } from "#src/context.ts";
import type { Worded } from "#src/db/columns.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import type { Party } from "./find.ts";
import { checkManager, checkOfficial, recordPartyEvent } from "./manage.ts";

export type PartyChange = {
  /** All its names. A missing language removes the name in that language. */
  names?: Worded | undefined;
  kind?: Party["kind"] | undefined;
  protocolOrder?: number | undefined;
};

/**
 * Changes a party's names, kind or place in the protocol order. Drafts print the new name from now on; originals are
 * files and do not change. The record keeps the previous values.
 */
export async function changeParty(
  { db, now }: Context,
  by: Person,
  code: string,
  change: PartyChange,
): Promise<Party> {
  checkManager(by);
  const names = change.names && checkOfficial(change.names);
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom("parties")
      .select(["kind", "names", "protocol_order"])
      .where("code", "=", code)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new Refusal("not-found", "There is no such party.");
    const before = { kind: row.kind, names: row.names, protocolOrder: row.protocol_order };
    const after = {
      kind: change.kind ?? before.kind,
      names: names ?? before.names,
      protocolOrder: change.protocolOrder ?? before.protocolOrder,
    };
    await tx
      .updateTable("parties")
      .set({
        kind: after.kind,
        names: JSON.stringify(after.names),
        protocol_order: after.protocolOrder,
      })
      .where("code", "=", code)
      .execute();
    const event = { at: now(), actor: by.id, party: code, event: "changed" } as const;
    await recordPartyEvent(tx, event, { before, after });
    return { code, ...after };
  });
}
