import { type Kysely, sql } from "kysely";

/** A correction may say which terms on record were wrong (VCLT article 79). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE corrections ADD COLUMN terms jsonb`.execute(db);
}
