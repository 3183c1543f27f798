import type { Db, Tables } from "#src/db.ts";
import { type Person, roles } from "./person.ts";

const columns = ["id", "email", "names", "titles", "language", "roles", "party"] as const;

/** The person who holds an unexpired, unrevoked API key of this sha-256 digest (hex). */
export async function findByKey(db: Db, digest: string, now: Date): Promise<Person | null> {
  const row = await db
    .selectFrom("people")
    .innerJoin("api_keys", "api_keys.person", "people.id")
    .select(columns.map((column) => `people.${column}` as const))
    .where("api_keys.digest", "=", digest)
    .where("api_keys.expires_at", ">", now)
    .where("api_keys.revoked_at", "is", null)
    .executeTakeFirst();
  return row ? person(row) : null;
}

/** The person of an unexpired session whose token has this sha-256 digest (hex). */
export async function findBySession(db: Db, digest: string, now: Date): Promise<Person | null> {
  const row = await db
    .selectFrom("people")
    .innerJoin("sessions", "sessions.person", "people.id")
    .select(columns.map((column) => `people.${column}` as const))
    .where("sessions.digest", "=", digest)
    .where("sessions.expires_at", ">", now)
    .executeTakeFirst();
  return row ? person(row) : null;
}

/** Everyone who may receive letters or act, without the services. */
export async function listPeople(db: Db): Promise<Person[]> {
  const rows = await db.selectFrom("people").select(columns).orderBy("email").execute();
  return rows.map(person).filter(({ roles }) => !roles.includes("service"));
}

export async function findPerson(db: Db, id: string): Promise<Person | null> {
  const row = await db.selectFrom("people").select(columns).where("id", "=", id).executeTakeFirst();
  return row ? person(row) : null;
}

type PersonRow = Pick<Tables["people"], "id" | "email" | "language" | "roles" | "party"> & {
  names: Person["names"];
  titles: Person["titles"];
};

function person(row: PersonRow): Person {
  return { ...row, roles: roles.filter((role) => row.roles.includes(role)) };
}
