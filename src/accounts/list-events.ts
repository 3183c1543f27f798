import type { Context } from "#src/context.ts";
import type { Person } from "#src/people/person.ts";
import { checkManager } from "./invite.ts";

export type AccountEventView = {
  seq: string;
  at: string;
  actor: string | null;
  event: string;
  detail: Record<string, unknown>;
};

const maxRows = 200;

/** Lists the changes to a person's account, newest first. For the person and the secretariat. */
export async function listEvents(
  { db }: Context,
  by: Person,
  person: string,
): Promise<AccountEventView[]> {
  if (by.id !== person) checkManager(by);
  const rows = await db
    .selectFrom("account_events")
    .selectAll()
    .where("person", "=", person)
    .orderBy("seq", "desc")
    .limit(maxRows)
    .execute();
  return rows.map(({ seq, at, actor, event, detail }) => ({
    seq,
    at: at.toISOString(),
    actor,
    event,
    detail,
  }));
}
