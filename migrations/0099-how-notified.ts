import { type Kysely, sql } from "kysely";

const mayRecord = "(SELECT asks_for('service', 'secretariat', 'legal-officer'))";
const own = "party = (SELECT asking_party())";

const statements = [
  // How the depositary informed the State (VCLT article 78(c)): by letter, by what the State itself says about its
  // receipt, or by a note that an officer recorded. Null for what was recorded before.
  `ALTER TABLE reservation_notifications ADD COLUMN basis text
    CHECK (basis IN ('letter', 'statement', 'note'))`,
  `ALTER TABLE reservation_receipts ADD COLUMN basis text
    CHECK (basis IN ('letter', 'statement', 'note'))`,
  "DROP POLICY of_service ON reservation_notifications",
  `CREATE POLICY of_service ON reservation_notifications AS RESTRICTIVE FOR INSERT
    TO depositary_api WITH CHECK (${mayRecord} OR (basis = 'statement' AND ${own}))`,
  "DROP POLICY of_office ON reservation_receipts",
  `CREATE POLICY of_office ON reservation_receipts AS RESTRICTIVE FOR INSERT
    TO depositary_api WITH CHECK (${mayRecord} OR (basis = 'statement' AND ${own}))`,
];

/** By what a State was notified of a reservation, or received its withdrawal. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
