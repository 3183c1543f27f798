import { type Selectable, sql } from "kysely";
import { visibleTo } from "#src/agreements/scope.ts";
import type { Db, Tables, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";

export type CeremonyRow = Selectable<Tables["ceremonies"]> & { day: string };

/**
 * The ceremonies a person sees. Planners see all, an archivist the closed ones, a representative those with an
 * agreement of their own party.
 */
function seen(person: Person) {
  if (plans(person)) return sql<boolean>`true`;
  const closed = person.roles.includes("archivist") ? sql`state = 'closed'` : sql`false`;
  const own = person.roles.includes("representative")
    ? sql`EXISTS (SELECT FROM ceremony_items i JOIN agreement_parties p
        ON p.agreement = i.agreement AND p.party = ${person.party} WHERE i.ceremony = ceremonies.id)`
    : sql`false`;
  return sql<boolean>`(${closed} OR ${own})`;
}

/** Whether the person can plan ceremonies. */
export function plans(person: Person): boolean {
  return can(person, "hold-ceremonies");
}

export async function findCeremony(
  db: Db | Tx,
  id: string,
  person: Person,
  { lock = false } = {},
): Promise<CeremonyRow> {
  const query = db
    .selectFrom("ceremonies")
    .selectAll()
    .select(sql<string>`held_on::text`.as("day"))
    .where("id", "=", id)
    .where(seen(person));
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new Refusal("not-found", "There is no such ceremony.");
  return row;
}

/** Newest first, at most 200. */
export function listCeremonies(db: Db, person: Person): Promise<CeremonyRow[]> {
  return db
    .selectFrom("ceremonies")
    .selectAll()
    .select(sql<string>`held_on::text`.as("day"))
    .where(seen(person))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(200)
    .execute();
}

export type ItemRow = {
  position: number;
  agreement: string;
  seats: Tables["ceremony_items"]["seats"];
};

/** The items whose agreements the person sees, with their positions in the whole run sheet. */
export function itemsOf(db: Db | Tx, id: string, person: Person) {
  return db
    .selectFrom("ceremony_items")
    .innerJoin("agreements", "agreements.id", "ceremony_items.agreement")
    .select(["ceremony_items.position", "ceremony_items.agreement", "ceremony_items.seats"])
    .where("ceremony_items.ceremony", "=", id)
    .where(visibleTo(person) as never)
    .orderBy("ceremony_items.position")
    .execute();
}
