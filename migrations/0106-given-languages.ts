import { type Kysely, sql } from "kysely";

/** The words of languages that we do not ship, as they came with an agreement: `GivenLanguage` by language. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE agreements ADD COLUMN given_languages jsonb NOT NULL DEFAULT '{}'
    CHECK (jsonb_typeof(given_languages) = 'object')`.execute(db);
}
