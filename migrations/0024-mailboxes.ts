import { type Kysely, sql } from "kysely";

/** Which mailbox (sha-256 of its address) a code was sent to, whoever has that address. */
const statements = ["ALTER TABLE one_time_codes ADD COLUMN mailbox text"];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
