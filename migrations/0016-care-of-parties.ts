import { type Kysely, sql } from "kysely";

const cares = "(SELECT asks_for('secretariat', 'service'))";

const statements = [
  `CREATE TABLE party_events (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    actor uuid NOT NULL REFERENCES people,
    party text NOT NULL REFERENCES parties,
    event text NOT NULL,
    detail jsonb NOT NULL
  )`,
  "CREATE INDEX party_events_by_party ON party_events (party, seq)",
  `CREATE TRIGGER party_events_are_kept BEFORE UPDATE OR DELETE ON party_events
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  "REVOKE UPDATE ON party_events FROM depositary_api",
  ...["parties", "party_events"].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
    `CREATE POLICY of_carers ON ${table} FOR INSERT TO depositary_api WITH CHECK (${cares})`,
  ]),
  "CREATE POLICY of_all ON parties FOR SELECT TO depositary_api USING (true)",
  `CREATE POLICY of_carers_too ON parties FOR UPDATE TO depositary_api USING (${cares})`,
  `CREATE POLICY of_readers ON party_events FOR SELECT TO depositary_api USING (${cares})`,
];

/** The secretariat's care of the parties, and the record of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
