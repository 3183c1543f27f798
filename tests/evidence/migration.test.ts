import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "#src/db/db.ts";
import { migrate } from "#src/db/migrate.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { owner } from "#src/db/principal.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/postgres.ts";

let database: TestDatabase;
let pool: Pool;
let db: Db;

beforeAll(async () => {
  database = await freshDatabase();
  pool = new Pool({ connectionString: database.url, max: 2 });
  db = openPrincipals(pool)(owner);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function migrateTo(name: string): Promise<void> {
  const folder = join(import.meta.dirname, "../../migrations");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".ts"));
  const migrations = await Promise.all(
    files.map(async (file) => [file.slice(0, -3), await import(join(folder, file))] as const),
  );
  const getMigrations = async () => Object.fromEntries<Migration>(migrations);
  const { error } = await new Migrator({ db, provider: { getMigrations } }).migrateTo(name);
  if (error) throw error;
}

test("evidence from before the log is numbered in the order of its acts, and goes on from there", async () => {
  await migrateTo("0010-isolation");
  const [first, second] = ["a", "b"].map(
    (digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000`,
  );
  const insert = (agreement: string | undefined, seq: number, at: string) => sql`
    INSERT INTO evidence (agreement, seq, at, act, stage, detail, previous, hash)
    VALUES (${agreement}, ${seq}, ${at}, 'describe', 'draft.editing', '{}', '', '')`;
  await db.connection().execute(async (one) => {
    await sql`SET session_replication_role = replica`.execute(one);
    await insert(second, 1, "2026-01-02").execute(one);
    await insert(first, 2, "2026-01-03").execute(one);
    await insert(first, 1, "2026-01-01").execute(one);
    await sql`SET session_replication_role = DEFAULT`.execute(one);
  });
  await migrate(db);
  await db.connection().execute(async (one) => {
    await sql`SET session_replication_role = replica`.execute(one);
    await insert(second, 2, "2026-01-01").execute(one);
    await sql`SET session_replication_role = DEFAULT`.execute(one);
  });
  const { rows } =
    await sql`SELECT agreement, seq, position FROM evidence ORDER BY position`.execute(db);
  expect(rows).toEqual([
    { agreement: first, seq: 1, position: "1" },
    { agreement: second, seq: 1, position: "2" },
    { agreement: first, seq: 2, position: "3" },
    { agreement: second, seq: 2, position: "4" },
  ]);
  await expect(sql`UPDATE evidence SET position = DEFAULT`.execute(db)).rejects.toThrow(
    "never changed or deleted",
  );
});
