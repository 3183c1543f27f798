import { type Kysely, sql } from "kysely";

/**
 * From which devices a person has signed in: a digest of the browser, the system and the network, so that a new one can be
 * told of. No role reads the table; a function notes one and says whether it is new.
 */
const statements = [
  `CREATE TABLE known_devices (
    person uuid NOT NULL REFERENCES people,
    device text NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (person, device)
  )`,
  "REVOKE ALL ON known_devices FROM depositary_api, depositary_public",
  "ALTER TABLE known_devices ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE known_devices FORCE ROW LEVEL SECURITY",
  "CREATE POLICY of_owner ON known_devices TO CURRENT_USER USING (true)",
  `CREATE FUNCTION identity.note_device(whose uuid, given text, at timestamptz) RETURNS boolean
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO known_devices AS k (person, device, seen_at) VALUES (whose, given, at)
    ON CONFLICT (person, device) DO UPDATE SET seen_at = greatest(k.seen_at, excluded.seen_at)
    RETURNING xmax = 0 $$`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
