import { type Kysely, sql } from "kysely";

const statements = [
  // What one member of the secretariat has proposed for accounts and templates, and a second one confirms.
  // `subject` is the person's id, the address that is invited or the template's name.
  `CREATE TABLE office_proposals (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('invite-person', 'change-person', 'publish-template')),
    subject text NOT NULL,
    given jsonb NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  "CREATE INDEX office_proposals_by_subject ON office_proposals (kind, subject, at)",
  `CREATE TABLE office_proposal_endings (
    proposal uuid PRIMARY KEY REFERENCES office_proposals,
    verdict text NOT NULL CHECK (verdict IN ('confirmed', 'rejected')),
    reason text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL
  )`,
  ...["office_proposals", "office_proposal_endings"].flatMap((table) => [
    `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `REVOKE UPDATE ON ${table} FROM depositary_api`,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
  ]),
  // Accounts are the secretariat's alone; a legal officer proposes templates and sees what became of them.
  `CREATE POLICY of_askers ON office_proposals TO depositary_api
    USING ((SELECT asks_for('secretariat', 'service'))
      OR kind = 'publish-template' AND (SELECT asks_for('legal-officer')))`,
  `CREATE POLICY of_askers ON office_proposal_endings TO depositary_api
    USING (EXISTS (SELECT FROM office_proposals x WHERE x.id = proposal))`,
];

/** Changes of accounts and templates that wait for a second person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
