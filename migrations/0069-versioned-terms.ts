import { type Kysely, sql } from "kysely";

/** Terms that no agreement had before; the prevailing language was only a column of its own. */
const added = `jsonb_build_object('amendment', 'silent', 'settlement', 'silent',
  'depositary', 'office', 'minimumParties', NULL, 'prevailing', prevailing)`;

const withoutTriggers = (table: string, statement: string) => [
  `ALTER TABLE ${table} DISABLE TRIGGER USER`,
  statement,
  `ALTER TABLE ${table} ENABLE TRIGGER USER`,
];

const statements = [
  ...withoutTriggers("agreements", `UPDATE agreements SET terms = ${added} || terms`),
  `ALTER TABLE versions ADD COLUMN terms jsonb, ADD COLUMN terms_digest text`,
  // Versions keep their digests, which cover the texts alone: terms_digest stays null. So do terms in a version that the
  // previous release writes while both run.
  ...withoutTriggers(
    "versions",
    "UPDATE versions v SET terms = a.terms FROM agreements a WHERE a.id = v.agreement",
  ),
];

/** Each version carries the terms that its texts mean, and its digest covers both. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
