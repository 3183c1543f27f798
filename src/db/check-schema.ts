import { type Kysely, sql } from "kysely";

/** Every part of the schemas `public` and `register`, except what the migrations themselves keep. */
const parts = sql`SELECT part FROM (
    SELECT CASE relkind WHEN 'r' THEN 'table ' WHEN 'v' THEN 'view ' ELSE 'index ' END
      || nspname || '.' || relname AS part
    FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
    WHERE nspname IN ('public', 'register') AND relkind IN ('r', 'v', 'i')
      AND relname NOT LIKE 'kysely%'
    UNION ALL SELECT 'trigger ' || relname || '.' || tgname
    FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace
    WHERE nspname = 'public' AND NOT tgisinternal
    UNION ALL SELECT 'constraint ' || relname || '.' || conname
    FROM pg_constraint k JOIN pg_class c ON c.oid = conrelid
    JOIN pg_namespace n ON n.oid = relnamespace
    WHERE nspname = 'public' AND contype IN ('p', 'f', 'u', 'c') AND relname NOT LIKE 'kysely%'
    UNION ALL SELECT 'policy ' || tablename || '.' || policyname FROM pg_policies
    WHERE schemaname = 'public'
    UNION ALL SELECT 'row security of ' || relname
    FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
    WHERE nspname = 'public' AND relrowsecurity AND relforcerowsecurity
    UNION ALL SELECT 'function ' || proname
    FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE nspname = 'public'
  ) AS found GROUP BY part`;

/** Tables of the first releases: if one exists, the database is or was ours. */
const oldest = ["agreements", "evidence", "parties", "people", "signatures", "text_bodies"];

const advice = "Restore the whole backup into an empty database (docs/OPERATIONS.md).";

/**
 * What is wrong with a partly restored database, and what to do. Null if nothing is, or if the database is empty.
 * `known` are the migrations of this release. Call it before migrating.
 */
export async function schemaFault<T>(db: Kysely<T>, known: string[]): Promise<string | null> {
  const tables = await tablesOf(db);
  const ours = oldest.filter((name) => tables.has(name));
  const done = tables.has("kysely_migration") ? await migrationsOf(db) : [];
  if (done.length === 0) {
    if (ours.length === 0) return null;
    return `it has the ${listOf(ours.map((name) => `table ${name}`))}, but no record of its migrations. ${advice}`;
  }
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    return `a newer release has made it (${unknown.join(", ")}). Start that release.`;
  }
  const lacking = oldest.filter((name) => !tables.has(name)).map((name) => `table ${name}`);
  if (lacking.length > 0) return `it lacks the ${listOf(lacking)}. ${advice}`;
  if (!done.includes("0022-schema-parts")) return null;
  if (!tables.has("schema_parts")) return `it lacks the table schema_parts. ${advice}`;
  const { rows } = await sql<{ part: string }>`SELECT part FROM schema_parts
    EXCEPT (${parts}) ORDER BY part`.execute(db);
  const missing = rows.map(({ part }) => part);
  // A missing table's columns and indexes are missing too; naming the table is enough.
  const gone = missing.filter((part) => part.startsWith("table "));
  if (missing.length === 0) return null;
  return `it lacks the ${listOf(gone.length > 0 ? gone : missing)}. ${advice}`;
}

/** How many of the migrations the database lacks; all if the caller may not read the list, as before 0.1.0. */
export async function migrationsLeft<T>(db: Kysely<T>, known: string[]): Promise<number> {
  const { rows } = await sql<{ readable: boolean | null }>`SELECT
    has_table_privilege(to_regclass('public.kysely_migration'), 'SELECT') AS readable`.execute(db);
  const done = rows[0]?.readable ? await migrationsOf(db) : [];
  return known.filter((name) => !done.includes(name)).length;
}

/** Records the parts of the current schema. Call it after migrating. */
export async function recordSchema<T>(db: Kysely<T>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`DELETE FROM schema_parts`.execute(tx);
    await sql`INSERT INTO schema_parts ${parts} ON CONFLICT DO NOTHING`.execute(tx);
  });
}

async function tablesOf<T>(db: Kysely<T>): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`SELECT tablename AS name FROM pg_tables
    WHERE schemaname = 'public'`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

async function migrationsOf<T>(db: Kysely<T>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}

/** The first three names, and how many more there are. */
function listOf(names: string[]): string {
  const shown = names.slice(0, 3).join(", the ");
  return names.length > 3 ? `${shown} and ${names.length - 3} more parts` : shown;
}
