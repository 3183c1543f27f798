import type { Db } from "#src/db/db.ts";
import { type Person, roles } from "./person.ts";

/** The demo people who are not suspended, in the order of the given addresses. */
export async function listDemoPeople(db: Db, emails: string[]): Promise<Person[]> {
  const rows = await db
    .selectFrom("people")
    .select(["id", "email", "names", "titles", "language", "roles", "party"])
    .where("email", "in", emails)
    .where("state", "!=", "suspended")
    .execute();
  return rows
    .map((row) => ({ ...row, roles: roles.filter((role) => row.roles.includes(role)) }))
    .sort((a, b) => emails.indexOf(a.email) - emails.indexOf(b.email));
}
