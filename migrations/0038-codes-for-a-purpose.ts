import { type Kysely, sql } from "kysely";

/**
 * A code is good for one purpose: signing in, confirming that it is oneself, or one signature, of which it keeps the digest
 * of what is signed.
 */
const statements = [
  `ALTER TABLE one_time_codes
    ADD COLUMN purpose text NOT NULL DEFAULT 'sign-in'
      CHECK (purpose IN ('sign-in', 'confirm', 'sign')),
    ADD COLUMN act text,
    ADD CONSTRAINT one_time_codes_name_their_act CHECK ((purpose = 'sign') = (act IS NOT NULL))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
