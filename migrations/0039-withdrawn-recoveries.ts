import { type Kysely, sql } from "kysely";

/** A recovery that waits can be withdrawn, so that another one can be asked for: one waits for a person at a time. */
const statements = [
  `ALTER TABLE recoveries
    ADD COLUMN withdrawn_by uuid REFERENCES people,
    ADD COLUMN withdrawn_at timestamptz,
    ADD CONSTRAINT recoveries_end_once CHECK (approved_at IS NULL OR withdrawn_at IS NULL)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
