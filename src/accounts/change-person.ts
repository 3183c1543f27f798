import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tx, Worded } from "#src/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Person, Role } from "#src/people/person.ts";
import { checkNames } from "#src/text/check-names.ts";
import { checkCare, checkParty } from "./invite.ts";
import { recordEvent } from "./record-event.ts";
import { endSessions } from "./sessions.ts";

export type PersonChange = {
  names?: Worded | undefined;
  titles?: Worded | undefined;
  language?: string | undefined;
  roles?: Exclude<Role, "service">[] | undefined;
  party?: string | null | undefined;
  state?: "active" | "suspended" | undefined;
};

/**
 * Changes a person's roles, party, state or names. It holds from that person's next request on. Nobody
 * changes their own account in this way, and one member of the secretariat remains.
 */
export async function changePerson(
  { db, now }: Context,
  by: Person,
  id: string,
  change: PersonChange,
): Promise<void> {
  checkCare(by);
  if (by.id === id) throw new Refusal("forbidden", "Another member of the secretariat does this.");
  await db.transaction().execute(async (tx) => {
    const person = await lock(tx, id);
    const { names, titles, ...plain } = change;
    const party = plain.party === undefined ? person.party : plain.party;
    checkParty(plain.roles ?? person.roles, party);
    const set = {
      ...plain,
      ...(plain.roles && { roles: [...plain.roles] }),
      ...(names && { names: JSON.stringify(checkNames(names)) }),
      ...(titles && { titles: JSON.stringify(checkNames(titles)) }),
    };
    if (Object.keys(set).length === 0) return;
    await tx.updateTable("people").set(set).where("id", "=", id).execute();
    await checkSecretariat(tx);
    if (plain.state === "suspended") await endSessions(tx, id);
    await recordEvent(tx, {
      at: now(),
      actor: by.id,
      person: id,
      event: "changed",
      detail: change,
    });
  });
}

async function lock(tx: Tx, id: string) {
  // One change of people at a time, so that two never remove each other's last member.
  await tx.selectFrom("people").select("id").where(hasRole("secretariat")).forUpdate().execute();
  const row = await tx
    .selectFrom("people")
    .select(["roles", "party", "state"])
    .where("id", "=", id)
    .where(sql<boolean>`NOT ${hasRole("service")}`)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal("not-found", "There is no such person.");
  return row;
}

async function checkSecretariat(tx: Tx): Promise<void> {
  const row = await tx
    .selectFrom("people")
    .select("id")
    .where(hasRole("secretariat"))
    .where("state", "!=", "suspended")
    .executeTakeFirst();
  if (row) return;
  throw new Refusal("last-secretary", "One member of the secretariat must remain.");
}

function hasRole(role: Role) {
  return sql<boolean>`${role} = ANY (roles)`;
}
