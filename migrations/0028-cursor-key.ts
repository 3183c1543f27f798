import { type Kysely, sql } from "kysely";

const statements = [
  // What cursors are authenticated with. One row, made here by chance, so that every process reads the same.
  `CREATE TABLE cursor_keys (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    key bytea NOT NULL CHECK (length(key) = 32)
  )`,
  `INSERT INTO cursor_keys (key)
    SELECT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
      || uuid_send(gen_random_uuid()))`,
  "REVOKE INSERT, UPDATE ON cursor_keys FROM depositary_api",
  "ALTER TABLE cursor_keys ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE cursor_keys FORCE ROW LEVEL SECURITY",
  "CREATE POLICY of_owner ON cursor_keys TO CURRENT_USER USING (true)",
  "CREATE POLICY of_service ON cursor_keys FOR SELECT TO depositary_api USING (asks_for('service'))",
];

/** The key that binds a list's cursors to the list and its filter. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
