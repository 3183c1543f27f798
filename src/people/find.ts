import { CompiledQuery } from "kysely";
import type { Db, Tables, Tx } from "#src/db/db.ts";
import { type Person, roles } from "./person.ts";

const columns = ["id", "email", "names", "titles", "language", "roles", "party"] as const;

/** The holder of the key or session, as of this request, and whether that person has a passkey. */
type Identified = { person: Person; passkeys: boolean };

const byKey = "SELECT * FROM identity.by_key($1, $2)";
const bySession = "SELECT * FROM identity.by_session($1, $2, $3)";

type KeyRow = PersonRow & { passkeys: boolean; key: string; scopes: string[] };

/**
 * Finds the person who holds an unexpired, unrevoked API key with this sha-256 digest (hex), and the key. One
 * statement, which any principal can send (`unchanged`).
 */
export async function findByKey(
  db: Db,
  digest: string,
  now: Date,
): Promise<(Identified & { key: { id: string; scopes: string[] } }) | null> {
  const rows = await ask<KeyRow>(db, byKey, [digest, now.toISOString()]);
  if (!rows[0]) return null;
  const { key, scopes, passkeys, ...rest } = rows[0];
  return { person: person(rest), passkeys, key: { id: key, scopes } };
}

export type OpenSession = {
  id: string;
  /** The API key that opened the session, if one did. */
  key: string | null;
  verifiedAt: Date | null;
  seenAt: Date;
};

type SessionRow = PersonRow & {
  passkeys: boolean;
  session: string;
  api_key: string | null;
  verified_at: Date | null;
  seen_at: Date;
};

/**
 * Finds the person of an open session whose token has this sha-256 digest (hex), and the session. Also one statement
 * that any principal can send.
 */
export async function findBySession(
  db: Db,
  digest: string,
  now: Date,
): Promise<(Identified & { session: OpenSession }) | null> {
  const used = new Date(now.getTime() - idle).toISOString();
  const rows = await ask<SessionRow>(db, bySession, [digest, now.toISOString(), used]);
  if (!rows[0]) return null;
  const { session, api_key: key, verified_at, seen_at, passkeys, ...rest } = rows[0];
  return {
    person: person(rest),
    passkeys,
    session: { id: session, key, verifiedAt: verified_at, seenAt: seen_at },
  };
}

/** Every request runs this, so the statement is not compiled each time. */
async function ask<Row>(db: Db, statement: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await db.executeQuery(CompiledQuery.raw(statement, values));
  return rows as Row[];
}

/** A session ends after this long without use, in milliseconds. */
export const idle = 2 * 60 * 60 * 1000;

/** Everyone who may receive letters or act, and everyone who no longer may; services excluded. */
export async function listPeople(db: Db | Tx): Promise<(Person & { state: PersonState })[]> {
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
  return (await findAccount(db, id))?.person ?? null;
}

export async function findAccount(
  db: Db | Tx,
  id: string,
): Promise<{ person: Person; state: PersonState } | null> {
  const row = await db
    .selectFrom("people")
    .select([...columns, "state"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  const { state, ...rest } = row;
  return { person: person(rest), state: state as PersonState };
}

/** Finds one person, unless suspended. */
export async function findActing(db: Db | Tx, id: string): Promise<Person | null> {
  const row = await db
    .selectFrom("people")
    .select(columns)
    .where("id", "=", id)
    .where("state", "!=", "suspended")
    .executeTakeFirst();
  return row ? person(row) : null;
}

/** Finds the same and locks the row, so that the account does not change until the transaction ends. */
export async function holdActing(tx: Tx, id: string): Promise<Person | null> {
  const row = await tx
    .selectFrom("people")
    .select(columns)
    .where("id", "=", id)
    .where("state", "!=", "suspended")
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row ? person(row) : null;
}

/** Finds the person with this canonical address who is not suspended and not a service. */
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
