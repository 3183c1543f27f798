import { type Kysely, sql } from "kysely";

const cares = "(SELECT asks_for('secretariat', 'service'))";

const statements = [
  `CREATE TABLE template_events (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    actor uuid NOT NULL REFERENCES people,
    name text NOT NULL,
    event text NOT NULL CHECK (event IN ('published', 'retired', 'restored')),
    digest text REFERENCES templates
  )`,
  "CREATE INDEX template_events_by_name ON template_events (name, seq)",
  `CREATE TRIGGER template_events_are_kept BEFORE UPDATE OR DELETE ON template_events
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  "REVOKE UPDATE ON template_events FROM depositary_api",
  ...["templates", "template_events"].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
    `CREATE POLICY of_all ON ${table} FOR SELECT TO depositary_api USING (true)`,
    `CREATE POLICY of_carers ON ${table} FOR INSERT TO depositary_api WITH CHECK (${cares})`,
  ]),
];

/** The secretariat's care of the templates: who published a version, and which are retired. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
