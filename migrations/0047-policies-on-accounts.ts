import { type Kysely, sql } from "kysely";

const asks = (...roles: string[]) =>
  `(SELECT asks_for(${roles.map((role) => `'${role}'`).join(", ")}))`;
const own = "person = (SELECT asking_person())";

const forced = (table: string) => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  // Migrations, foreign keys and the functions that find who is asking act as the owner.
  `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
];

/** What the service alone does: who signs in, what opens and ends access, and the record of it. */
const ofService = [
  "account_events",
  "api_keys",
  "identities",
  "idempotency_keys",
  "one_time_codes",
  "passkey_challenges",
  "passkeys",
  "people",
  "recoveries",
  "sessions",
  "sign_ons",
];

/** The columns that change; of an insert every column is the service's. */
const changing = {
  account_events: [],
  api_keys: ["revoked_at"],
  identities: [],
  idempotency_keys: [],
  one_time_codes: ["attempts", "used_at"],
  passkey_challenges: ["used_at"],
  passkeys: ["counter", "used_at", "revoked_at"],
  recoveries: ["approved_by", "approved_at", "withdrawn_by", "withdrawn_at"],
  sign_ons: ["used_at"],
};

/** A ceremony that the asker may see but does not plan. */
const isHeldWith = `state = 'closed' AND ${asks("archivist")}
  OR EXISTS (SELECT FROM ceremony_items i WHERE i.ceremony = id)`;

const statements = [
  `CREATE FUNCTION asking_person() RETURNS uuid LANGUAGE sql STABLE
    SET search_path = public, pg_temp AS $$
    SELECT nullif(current_setting('app.person', true), '')::uuid $$`,
  ...ofService.flatMap((table) => [
    ...forced(table),
    `CREATE POLICY of_service ON ${table} TO depositary_api USING (${asks("service")})`,
  ]),
  ...Object.entries(changing).flatMap(([table, columns]) => [
    `REVOKE UPDATE ON ${table} FROM depositary_api`,
    ...(columns.length > 0
      ? [`GRANT UPDATE (${columns.join(", ")}) ON ${table} TO depositary_api`]
      : []),
  ]),
  // Names are shown beside what people did. The application decides who may write to which person.
  `CREATE POLICY of_readers ON people FOR SELECT TO depositary_api
    USING (${asks("legal-officer", "secretariat", "archivist", "representative")})`,
  // An act is signed in the name of who acts, within that act's transaction.
  `CREATE POLICY of_own ON passkeys FOR SELECT TO depositary_api USING (${own})`,
  `CREATE POLICY of_own_use ON passkeys FOR UPDATE TO depositary_api USING (${own})`,
  ...["one_time_codes", "passkey_challenges"].flatMap((table) => [
    `CREATE POLICY of_own ON ${table} FOR SELECT TO depositary_api
      USING (purpose = 'sign' AND ${own})`,
    `CREATE POLICY of_own_use ON ${table} FOR UPDATE TO depositary_api
      USING (purpose = 'sign' AND ${own})`,
  ]),
  `CREATE POLICY of_own ON idempotency_keys TO depositary_api USING (${own})`,
  ...forced("saved_filters"),
  `CREATE POLICY of_own ON saved_filters TO depositary_api USING (${own})`,
  ...forced("reference_numbers"),
  `CREATE POLICY of_drafters ON reference_numbers TO depositary_api
    USING (${asks("legal-officer", "service")})`,
  ...forced("ceremonies"),
  `CREATE POLICY of_planners ON ceremonies TO depositary_api
    USING (${asks("legal-officer", "secretariat", "service")})`,
  `CREATE POLICY of_readers ON ceremonies FOR SELECT TO depositary_api USING (${isHeldWith})`,
  // Who may not change one is told so once it is found and locked, which takes the right to change it.
  `CREATE POLICY of_lockers ON ceremonies FOR UPDATE TO depositary_api
    USING (${isHeldWith}) WITH CHECK (false)`,
  ...["ceremony_events", "ceremony_records"].flatMap((table) => [
    ...forced(table),
    `REVOKE UPDATE ON ${table} FROM depositary_api`,
    `CREATE POLICY of_planners ON ${table} TO depositary_api
      USING (${asks("legal-officer", "secretariat", "service")})`,
    `CREATE POLICY of_readers ON ${table} FOR SELECT TO depositary_api
      USING (EXISTS (SELECT FROM ceremonies c WHERE c.id = ceremony))`,
  ]),
  // Letters about accounts are ordered by the office and the service, in no representative's name.
  "DROP POLICY of_letters_ordered ON outbox",
  `CREATE POLICY of_letters_ordered ON outbox FOR INSERT TO depositary_api
    WITH CHECK (agreement IS NULL AND (${asks("secretariat", "service")}
      OR NOT letter ? 'to' AND ${asks("legal-officer")}))`,
  // The service alone notes devices.
  `CREATE OR REPLACE FUNCTION identity.note_device(whose uuid, given text, at timestamptz) RETURNS boolean
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO known_devices AS k (person, device, seen_at)
    SELECT whose, given, at WHERE asks_for('service')
      OR pg_has_role(session_user, current_user, 'MEMBER')
    ON CONFLICT (person, device) DO UPDATE SET seen_at = greatest(k.seen_at, excluded.seen_at)
    RETURNING xmax = 0 $$`,
  // Of a code for another purpose its own person learns that it is one, and nothing else.
  `CREATE FUNCTION identity.own_code_waits(code uuid, at timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM one_time_codes c WHERE c.id = code AND c.person = asking_person()
      AND c.used_at IS NULL AND c.expires_at > at) $$`,
  "REVOKE EXECUTE ON FUNCTION identity.own_code_waits(uuid, timestamptz) FROM PUBLIC",
  "GRANT EXECUTE ON FUNCTION identity.own_code_waits(uuid, timestamptz) TO depositary_api",
  "REVOKE EXECUTE ON FUNCTION identity.note_device(uuid, text, timestamptz) FROM PUBLIC",
  "GRANT EXECUTE ON FUNCTION identity.note_device(uuid, text, timestamptz) TO depositary_api",
];

/** Policies on what people's requests reach and had none: accounts, keys, sessions, codes, filters, ceremonies. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
