import { type Kysely, sql } from "kysely";

const seen = "EXISTS (SELECT FROM agreements a WHERE a.id = agreement)";

const statements = [
  // A sealed file with one more document timestamp. `base` is the file as it was sealed, a prefix of them all.
  `CREATE TABLE renewals (
    base text NOT NULL,
    position integer NOT NULL,
    agreement uuid NOT NULL,
    number integer NOT NULL,
    digest text NOT NULL UNIQUE,
    until timestamptz NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (base, position),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TRIGGER renewals_are_kept BEFORE UPDATE OR DELETE ON renewals
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  "REVOKE UPDATE ON renewals FROM depositary_api",
  "ALTER TABLE renewals ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE renewals FORCE ROW LEVEL SECURITY",
  "CREATE POLICY of_owner ON renewals TO CURRENT_USER USING (true)",
  `CREATE POLICY of_askers ON renewals TO depositary_api USING (${seen})`,
  `CREATE VIEW register.renewals AS SELECT t.* FROM public.renewals t
    WHERE EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)`,
  "GRANT SELECT ON register.renewals TO depositary_public",
];

/** Sealed files that were given another document timestamp. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
