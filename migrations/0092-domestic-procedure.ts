import { type Kysely, sql } from "kysely";

const statements = [
  `CREATE TABLE procedure_steps (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreements,
    party text NOT NULL REFERENCES parties,
    step text NOT NULL
      CHECK (step IN ('ministry', 'cabinet', 'parliament', 'head-of-state', 'gazette')),
    on_day date,
    expected_on date,
    note text,
    is_public boolean NOT NULL,
    correspondence uuid REFERENCES desk_entries,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE
  )`,
  "CREATE INDEX procedure_steps_by_agreement ON procedure_steps (agreement, party, step, seq)",
  "GRANT USAGE ON SEQUENCE procedure_steps_seq_seq TO depositary_api",
  `CREATE TRIGGER procedure_steps_are_kept BEFORE UPDATE OR DELETE ON procedure_steps
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  "REVOKE UPDATE ON procedure_steps FROM depositary_api",
  "ALTER TABLE procedure_steps ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE procedure_steps FORCE ROW LEVEL SECURITY",
  "CREATE POLICY of_owner ON procedure_steps TO CURRENT_USER USING (true)",
  `CREATE POLICY of_askers ON procedure_steps FOR SELECT TO depositary_api
    USING (EXISTS (SELECT FROM agreements a WHERE a.id = agreement))`,
  `CREATE POLICY of_reporters ON procedure_steps FOR INSERT TO depositary_api WITH CHECK (
    EXISTS (SELECT FROM agreements a WHERE a.id = agreement)
    AND (party = (SELECT asking_party()) OR ((SELECT asking_party()) IS NULL
      AND (SELECT asks_for('secretariat', 'legal-officer')) AND correspondence IS NOT NULL)))`,
  // The last report of each step counts; the public reads it only if the party says so.
  `CREATE VIEW register.procedure_steps AS
    SELECT t.agreement, t.party, t.step, t.on_day, t.expected_on, t.note
    FROM (SELECT DISTINCT ON (s.agreement, s.party, s.step) s.* FROM public.procedure_steps s
      ORDER BY s.agreement, s.party, s.step, s.seq DESC) AS t
    WHERE t.is_public
      AND EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)`,
  "GRANT SELECT ON register.procedure_steps TO depositary_public",
];

/** What parties report of their domestic procedures. It has no effect in law. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
