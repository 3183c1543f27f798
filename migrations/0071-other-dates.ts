import { type Kysely, sql } from "kysely";

const statements = [
  "ALTER TABLE entry_dates ADD COLUMN reason text, ADD COLUMN derived_on date",
  `CREATE OR REPLACE VIEW register.entry_dates AS
    SELECT t.agreement, t.party, t.on_day, t.reason, t.derived_on FROM public.entry_dates t
    WHERE EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)`,
];

/** Days of entry into force that the depositary determined for a reason, beside those that the engine derived. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
