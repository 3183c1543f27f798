import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { governmentNames } from "#src/text/party-name.ts";
import type { Party } from "./find.ts";
import {
  checkBehind,
  checkForms,
  checkManager,
  checkMemberships,
  checkOfficial,
  type GivenMemberships,
  recordPartyEvent,
} from "./manage.ts";

export type NewParty = Pick<Party, "code" | "kind" | "names"> & {
  state?: string | undefined;
  forms?: Party["forms"] | undefined;
  protocolOrder?: number | undefined;
} & GivenMemberships;

/**
 * Adds a State, a ministry or agency of one, or an organisation to the office's parties. Without a place in the protocol
 * order it comes last.
 */
export async function addParty({ db, now }: Context, by: Person, wanted: NewParty): Promise<Party> {
  checkManager(by);
  const { code, kind, state = null, protocolOrder } = wanted;
  const names = checkOfficial(wanted.names);
  const forms = checkForms(wanted.forms ?? {}, names);
  const { member = null, unMember = null, unSystem = null } = wanted;
  const belongs = { member, unMember, unSystem };
  checkMemberships(kind, belongs);
  const government = kind === "state" ? governmentNames({ names, forms }) : null;
  return db.transaction().execute(async (tx) => {
    await checkBehind(tx, { code, kind, state });
    const row = await tx
      .insertInto("parties")
      .values({
        code,
        kind,
        state,
        names: JSON.stringify(names),
        forms: JSON.stringify(forms),
        government: government && JSON.stringify(government),
        ...{ member, un_member: unMember, un_system: unSystem },
        protocol_order:
          protocolOrder ?? sql`(SELECT coalesce(max(protocol_order), 0) + 10 FROM parties)`,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("protocol_order")
      .executeTakeFirst();
    if (!row) throw new Refusal("already-exists", `The office knows ${code} already.`);
    const entry = {
      code,
      kind,
      state,
      names,
      forms,
      protocolOrder: row.protocol_order,
      ...belongs,
    };
    await recordPartyEvent(tx, { at: now(), actor: by.id, party: code, event: "added" }, entry);
    return { ...entry, government, ceased: null };
  });
}
