import { type Kysely, sql } from "kysely";

const statements = [
  // A verdict holds for later versions too, as long as the paragraph has the same words.
  `CREATE TABLE warning_verdicts (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    warning text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    verdict text NOT NULL CHECK (verdict IN ('false-alarm', 'stands')),
    reason text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, warning, at, person),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TRIGGER warning_verdicts_are_kept BEFORE UPDATE OR DELETE
    ON warning_verdicts FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  "REVOKE UPDATE ON warning_verdicts FROM depositary_api",
  "ALTER TABLE warning_verdicts ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE warning_verdicts FORCE ROW LEVEL SECURITY",
  "CREATE POLICY of_owner ON warning_verdicts TO CURRENT_USER USING (true)",
  `CREATE POLICY of_askers ON warning_verdicts TO depositary_api
    USING (EXISTS (SELECT FROM agreements x WHERE x.id = agreement))`,
  `CREATE POLICY of_officers ON warning_verdicts AS RESTRICTIVE FOR INSERT
    TO depositary_api WITH CHECK ((SELECT asks_for('legal-officer')))`,
];

/** An officer's verdict on a warning of the drafting checks, with the reason; the last one counts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
