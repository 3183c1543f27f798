import { sql } from "kysely";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Db } from "#src/db/db.ts";

/**
 * What differs between two databases: signatures by the key of the log, the time of publication of templates, what
 * people sign in with, and the marks that triggers make with the database's clock.
 */
const ofTheDatabase = [
  ...["log_checkpoints", "log_statements", "templates", "api_keys", "sessions"],
  "awaited_marks",
];

/** The sha-256 of every row, by table; without what each database has of its own. */
export async function digestOfRows(db: Db): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`SELECT relname::text AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`.execute(db);
  const found: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !ofTheDatabase.includes(table.name))) {
    const { rows } = await sql<{ row: string }>`SELECT to_jsonb(t)::text AS row
      FROM ${sql.table(name)} t ORDER BY 1`.execute(db);
    const own = rows.map(({ row }) => row).filter((row) => !row.includes("hub.example"));
    found[name] = await sha256(own.join("\n"));
  }
  return found;
}
