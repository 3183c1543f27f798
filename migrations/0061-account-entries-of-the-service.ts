import { type Kysely, sql } from "kysely";

const statements = [
  // All that is done to accounts is done as the service; a person's request adds to no account's chain.
  "DROP POLICY of_all ON account_entries",
  `CREATE POLICY of_service ON account_entries FOR INSERT TO depositary_api
    WITH CHECK ((SELECT asks_for('service')))`,
];

/** Who may add to the chain of an account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
