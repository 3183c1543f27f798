import { type Kysely, sql } from "kysely";

/**
 * From now on every consent by signature is stated in its entry of evidence. Entries of earlier releases stay as they
 * are; a process of an earlier release can add no more of them, so that in the log none follows a stated one.
 */
const statements = [
  `ALTER TABLE evidence ADD CONSTRAINT consents_are_stated
    CHECK (act <> 'sign' OR detail ? 'consent') NOT VALID`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
