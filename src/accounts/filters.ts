import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";

export type SavedFilter = { name: string; query: Record<string, unknown>; savedAt: string };

/** The most filters a person can keep. */
const maxFilters = 50;

/** A person's saved filters, by name. */
export async function listFilters(db: Db, person: string): Promise<SavedFilter[]> {
  const rows = await db
    .selectFrom("saved_filters")
    .select(["name", "query", "saved_at"])
    .where("person", "=", person)
    .orderBy(sql`name COLLATE "C"`)
    .execute();
  return rows.map(({ name, query, saved_at }) => ({
    name,
    query,
    savedAt: saved_at.toISOString(),
  }));
}

/** Saves a filter under a name and replaces one with the same name. Throws a Refusal beyond fifty. */
export async function saveFilter(
  { db, now }: Context,
  person: string,
  { name: given, query }: Omit<SavedFilter, "savedAt">,
): Promise<SavedFilter> {
  const name = checkText(given, { kind: "title", language: "en" });
  const at = now();
  await db.transaction().execute(async (tx) => {
    // Serializes a person's saves, so that each counts the other.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`filters of ${person}`}, 0))`.execute(
      tx,
    );
    const others = await tx
      .selectFrom("saved_filters")
      .select("name")
      .where("person", "=", person)
      .where("name", "!=", name)
      .execute();
    if (others.length >= maxFilters) {
      throw new Refusal(
        "too-many-filters",
        `You keep ${maxFilters} filters already. Remove one first.`,
      );
    }
    const row = { query: JSON.stringify(query), saved_at: at };
    await tx
      .insertInto("saved_filters")
      .values({ person, name, ...row })
      .onConflict((conflict) => conflict.columns(["person", "name"]).doUpdateSet(row))
      .execute();
  });
  return { name, query, savedAt: at.toISOString() };
}

/** Deletes one of the person's own filters. */
export async function removeFilter(db: Db, person: string, name: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom("saved_filters")
    .where("person", "=", person)
    .where("name", "=", name)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Refusal("not-found", "You keep no such filter.");
}
