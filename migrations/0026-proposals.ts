import { type Kysely, sql } from "kysely";

const statements = [
  // An act that one officer has recorded and that waits for a second one. `act` is the act as the law takes
  // it, with its day; `verb` and `given` are what is done again when the second officer confirms.
  `CREATE TABLE proposals (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreements,
    verb text NOT NULL,
    act jsonb NOT NULL,
    given jsonb NOT NULL,
    rule text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  "CREATE INDEX proposals_by_agreement ON proposals (agreement, at)",
  `CREATE TABLE proposal_endings (
    proposal uuid PRIMARY KEY REFERENCES proposals,
    verdict text NOT NULL CHECK (verdict IN ('confirmed', 'rejected')),
    reason text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL
  )`,
  ...["proposals", "proposal_endings"].flatMap((table) => [
    `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `REVOKE UPDATE ON ${table} FROM depositary_api`,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
  ]),
  // What waits for a second officer is the office's alone: a party learns of what was confirmed.
  `CREATE POLICY of_askers ON proposals TO depositary_api
    USING (EXISTS (SELECT FROM agreements a WHERE a.id = agreement)
      AND (SELECT asks_for('legal-officer', 'secretariat', 'service')))`,
  `CREATE POLICY of_askers ON proposal_endings TO depositary_api
    USING (EXISTS (SELECT FROM proposals x WHERE x.id = proposal))`,
];

/** Acts that need a second officer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
