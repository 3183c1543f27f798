import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { checkManager } from "./manage.ts";

export type PartyEventView = {
  seq: string;
  at: string;
  actor: string;
  event: string;
  detail: Record<string, unknown>;
};

const maxRows = 200;

/** Lists the changes to a party's entry, newest first. Only for the secretariat. */
export async function listPartyEvents(
  db: Db,
  by: Person,
  party: string,
): Promise<PartyEventView[]> {
  checkManager(by);
  const known = await db
    .selectFrom("parties")
    .select("code")
    .where("code", "=", party)
    .executeTakeFirst();
  if (!known) throw new Refusal("not-found", "There is no such party.");
  const rows = await db
    .selectFrom("party_events")
    .select(["seq", "at", "actor", "event", "detail"])
    .where("party", "=", party)
    .orderBy("seq", "desc")
    .limit(maxRows)
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
