import { type Kysely, sql } from "kysely";

/** The words of languages that we do not ship are public with the text that they head. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE VIEW register.given_words AS
    SELECT a.id AS agreement, a.given_languages AS words FROM public.agreements a
    WHERE EXISTS (SELECT FROM public.publications p WHERE p.agreement = a.id)`.execute(db);
  await sql`GRANT SELECT ON register.given_words TO depositary_public`.execute(db);
}
