import { type Kysely, sql } from "kysely";

const statements = [
  "ALTER TABLE versions ADD COLUMN note text",
  // What is being written and is no version yet. A text that was taken over or discarded leaves its row, so that
  // no revision is ever counted twice.
  `CREATE TABLE working_texts (
    agreement uuid NOT NULL REFERENCES agreements,
    language text NOT NULL,
    markdown text,
    revision integer NOT NULL,
    based_on integer NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, language)
  )`,
  "ALTER TABLE working_texts ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE working_texts FORCE ROW LEVEL SECURITY",
  "CREATE POLICY of_owner ON working_texts TO CURRENT_USER USING (true)",
  // Whoever sees the agreement sees its versions; what is being written only they who write.
  `CREATE POLICY of_drafters ON working_texts TO depositary_api
    USING ((SELECT asks_for('legal-officer', 'service')))`,
];

/** Texts that are being written, beside the versions; and what a version's author says of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
