import { sql } from "kysely";
import type { Pool } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Db } from "#src/db/db.ts";
import { migrate, SchemaFault } from "#src/db/migrate.ts";
import { longLimits, openPool } from "#src/db/open-pool.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { owner } from "#src/db/principal.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/postgres.ts";

let database: TestDatabase;
let pool: Pool;
let db: Db;
beforeEach(async () => {
  database = await freshDatabase();
  pool = openPool(database.url, { max: 2 }, longLimits);
  db = openPrincipals(pool)(owner);
  await migrate(db);
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

test.each([
  ["a table", "DROP TABLE seals CASCADE", "table public.seals"],
  ["an old table", "DROP TABLE evidence CASCADE", "table evidence"],
  ["the record of migrations", "DROP TABLE kysely_migration", "no record of its migrations"],
  ["what the record held", "DELETE FROM kysely_migration", "no record of its migrations"],
  ["a trigger", "DROP TRIGGER renewals_are_kept ON renewals", "trigger renewals.renewals_are_kept"],
  ["a policy", "DROP POLICY of_askers ON outbox", "policy outbox.of_askers"],
  ["row security", "ALTER TABLE outbox DISABLE ROW LEVEL SECURITY", "row security of outbox"],
  ["a key", "ALTER TABLE letters DROP CONSTRAINT letters_pkey", "constraint letters.letters_pkey"],
  ["a view of the register", "DROP VIEW register.renewals", "view register.renewals"],
])("a database that lost %s is refused in one sentence that says so", async (_, loss, said) => {
  await sql.raw(loss).execute(db);
  const fault = await migrate(db).catch((error) => error);
  expect(fault).toBeInstanceOf(SchemaFault);
  expect(fault.message).toContain(said);
  expect(fault.message).toMatch(
    /^The database cannot be used: [^\n]+ Restore the whole backup into an empty database \(docs\/OPERATIONS\.md\)\.$/,
  );
});

test("a database of a newer release is refused by name, and a whole one is left as it is", async () => {
  expect(await migrate(db)).toEqual([]);
  await sql`INSERT INTO kysely_migration VALUES ('9999-later', '2030-01-01')`.execute(db);
  await expect(migrate(db)).rejects.toThrow(
    /a newer release has made it \(9999-later\)\. Start that release\.$/,
  );
});
