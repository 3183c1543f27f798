import { type Kysely, sql } from "kysely";

/** How an agreement heads what treaties call articles. Those drafted before have articles. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE agreements ADD COLUMN headings text NOT NULL DEFAULT 'articles'
    CHECK (headings IN ('articles', 'sections'))`.execute(db);
  await sql`CREATE OR REPLACE VIEW register.given_words AS
    SELECT a.id AS agreement, a.given_languages AS words, a.headings FROM public.agreements a
    WHERE EXISTS (SELECT FROM public.publications p WHERE p.agreement = a.id)`.execute(db);
}
