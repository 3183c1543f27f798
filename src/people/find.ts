import type { Db, Tables, Tx } from "#src/db.ts";
import { type Person, roles } from "./person.ts";

const columns = ["id", "email", "names", "titles", "language", "roles", "party"] as const;
const own = columns.map((column) => `people.${column}` as const);

/** The person who holds an unexpired, unrevoked API key of this sha-256 digest (hex), and the key. */
export async function findByKey(
  db: Db,
  digest: string,
  now: Date,
): Promise<{ person: Person; key: { id: string; scopes: string[] } } | null> {
  const row = await db
    .selectFrom("people")
    .innerJoin("api_keys", "api_keys.person", "people.id")
    .select(own)
    .select(["api_keys.id as key", "api_keys.scopes"])
    .where("api_keys.digest", "=", digest)
    .where("api_keys.expires_at", ">", now)
    .where("api_keys.revoked_at", "is", null)
    .where("people.state", "!=", "suspended")
    .executeTakeFirst();
  if (!row) return null;
  const { key, scopes, ...rest } = row;
  return { person: person(rest), key: { id: key, scopes } };
}

export type OpenSession = { id: string; verifiedAt: Date | null; seenAt: Date };

/** The person of an open session whose token has this sha-256 digest (hex), and the session. */
export async function findBySession(
  db: Db,
  digest: string,
  now: Date,
): Promise<{ person: Person; session: OpenSession } | null> {
  const row = await db
    .selectFrom("people")
    .innerJoin("sessions", "sessions.person", "people.id")
    .select(own)
    .select(["sessions.id as session", "sessions.verified_at", "sessions.seen_at"])
    .where("sessions.digest", "=", digest)
    .where("sessions.expires_at", ">", now)
    .where("sessions.seen_at", ">", new Date(now.getTime() - idle))
    .where("people.state", "!=", "suspended")
    .executeTakeFirst();
  if (!row) return null;
  const { session, verified_at, seen_at, ...rest } = row;
  return {
    person: person(rest),
    session: { id: session, verifiedAt: verified_at, seenAt: seen_at },
  };
}

/** A session that nobody has used for this long is over. */
export const idle = 2 * 60 * 60 * 1000;

/** Everyone who may receive letters or act, and who no longer may, without the services. */
export async function listPeople(db: Db): Promise<(Person & { state: PersonState })[]> {
  const rows = await db
    .selectFrom("people")
    .select([...columns, "state"])
    .orderBy("email")
    .execute();
  return rows
    .map((row) => ({ ...person(row), state: row.state as PersonState }))
    .filter(({ roles }) => !roles.includes("service"));
}

export const personStates = ["invited", "active", "suspended"] as const;
export type PersonState = (typeof personStates)[number];

export async function findPerson(db: Db | Tx, id: string): Promise<Person | null> {
  const row = await db.selectFrom("people").select(columns).where("id", "=", id).executeTakeFirst();
  return row ? person(row) : null;
}

/** The same, unless suspended. */
export async function findActing(db: Db | Tx, id: string): Promise<Person | null> {
  const row = await db
    .selectFrom("people")
    .select(columns)
    .where("id", "=", id)
    .where("state", "!=", "suspended")
    .executeTakeFirst();
  return row ? person(row) : null;
}

/** The person with this address, in its canonical form, who is not suspended and no service. */
export async function findByEmail(db: Db | Tx, email: string): Promise<Person | null> {
  const row = await db
    .selectFrom("people")
    .select(columns)
    .where((eb) => eb(eb.fn("lower", ["email"]), "=", email))
    .where("state", "!=", "suspended")
    .executeTakeFirst();
  const found = row ? person(row) : null;
  return found?.roles.includes("service") ? null : found;
}

type PersonRow = Pick<Tables["people"], "id" | "email" | "language" | "roles" | "party"> & {
  names: Person["names"];
  titles: Person["titles"];
};

function person(row: PersonRow): Person {
  return { ...row, roles: roles.filter((role) => row.roles.includes(role)) };
}
