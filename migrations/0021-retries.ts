import { type Kysely, sql } from "kysely";

const statements = [
  // Since when every attempt has failed; null while none has, and again once one succeeds.
  "ALTER TABLE outbox ADD failing_since timestamptz",
  // The secretariat has told a job to stop: the next run gives it up.
  "ALTER TABLE outbox ADD stopped boolean NOT NULL DEFAULT false",
  "CREATE INDEX outbox_failing ON outbox (effect) WHERE finished_at IS NULL AND (failing_since IS NOT NULL OR failed_at IS NOT NULL)",
  // Addresses that the mail server refused for good; not tried again within the same run.
  `CREATE TABLE letter_refusals (
    outbox bigint NOT NULL REFERENCES outbox,
    run integer NOT NULL,
    person uuid NOT NULL REFERENCES people,
    reason text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (outbox, run, person)
  )`,
  "ALTER TABLE letter_refusals ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE letter_refusals FORCE ROW LEVEL SECURITY",
  "CREATE POLICY of_owner ON letter_refusals TO CURRENT_USER USING (true)",
  `CREATE POLICY of_askers ON letter_refusals TO depositary_api
    USING (EXISTS (SELECT FROM outbox x WHERE x.id = letter_refusals.outbox))`,
  // What a part of the service said of itself last, such as the job runner.
  `CREATE TABLE heartbeats (
    part text PRIMARY KEY,
    seen_at timestamptz NOT NULL,
    fault text
  )`,
  "ALTER TABLE heartbeats ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE heartbeats FORCE ROW LEVEL SECURITY",
  "CREATE POLICY of_owner ON heartbeats TO CURRENT_USER USING (true)",
  `CREATE POLICY of_service ON heartbeats TO depositary_api USING ((SELECT asks_for('service')))`,
];

/** Jobs that are tried until what they need is back, refused addresses, and signs of life. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
