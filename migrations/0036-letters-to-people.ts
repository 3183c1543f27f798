import { type Kysely, sql } from "kysely";

/**
 * Letters to a person about the own account wait in the outbox too: rows without an agreement, with the person and the
 * letter. Anybody's act may order one to the person's own address; one to another address, such as that from before
 * a change, only the secretariat's. Only the secretariat and the service see them.
 */
const statements = [
  `ALTER TABLE outbox
    ALTER COLUMN agreement DROP NOT NULL,
    ADD COLUMN person uuid REFERENCES people,
    ADD COLUMN letter jsonb,
    ADD CONSTRAINT outbox_is_about_one CHECK ((agreement IS NULL) = (person IS NOT NULL)
      AND (person IS NULL) = (letter IS NULL))`,
  `CREATE POLICY of_letters_ordered ON outbox FOR INSERT TO depositary_api
    WITH CHECK (agreement IS NULL
      AND (NOT letter ? 'to' OR (SELECT asks_for('secretariat', 'service'))))`,
  `CREATE POLICY of_letters_seen ON outbox FOR SELECT TO depositary_api
    USING (agreement IS NULL AND (SELECT asks_for('secretariat', 'service')))`,
  `CREATE POLICY of_letters_sent ON outbox FOR UPDATE TO depositary_api
    USING (agreement IS NULL AND (SELECT asks_for('secretariat', 'service')))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
