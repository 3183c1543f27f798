import { type Kysely, sql } from "kysely";

const statements = [
  // What ordered a job: the request's name, and the span of a trace (W3C Trace Context, 3.2). Neither is a secret.
  `ALTER TABLE outbox
    ADD request text CHECK (request ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    ADD traceparent text CHECK (traceparent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$')`,
];

/** Jobs know the request that they follow from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
