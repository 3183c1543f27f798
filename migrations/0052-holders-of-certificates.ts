import { type Kysely, sql } from "kysely";

/**
 * Credentials may say how their person is named in a certificate, where that is none of the names on record. Two people
 * who verify the credentials confirm that too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw("ALTER TABLE credentials ADD COLUMN holder text").execute(db);
}
