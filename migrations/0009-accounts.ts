import { type Kysely, sql } from "kysely";

/** How people prove who they are, and the record of what was changed about them. */
const statements = [
  `ALTER TABLE people ADD COLUMN state text NOT NULL DEFAULT 'active'
    CHECK (state IN ('invited', 'active', 'suspended'))`,
  `ALTER TABLE sessions
    ADD COLUMN id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    ADD COLUMN method text NOT NULL DEFAULT 'key',
    ADD COLUMN verified_at timestamptz,
    ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN agent text NOT NULL DEFAULT '',
    ADD COLUMN address text NOT NULL DEFAULT ''`,
  "CREATE INDEX sessions_by_person ON sessions (person)",
  `ALTER TABLE api_keys
    ADD COLUMN id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    ADD COLUMN scopes text[] NOT NULL DEFAULT '{read,act,verify}'`,
  "CREATE INDEX api_keys_by_person ON api_keys (person)",
  `CREATE TABLE one_time_codes (
    id uuid PRIMARY KEY,
    person uuid REFERENCES people,
    code_digest text NOT NULL,
    link_digest text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  )`,
  "CREATE INDEX one_time_codes_by_person ON one_time_codes (person, created_at)",
  `CREATE TABLE passkeys (
    id text PRIMARY KEY,
    person uuid NOT NULL REFERENCES people,
    public_key text NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    label text NOT NULL,
    created_at timestamptz NOT NULL,
    used_at timestamptz,
    revoked_at timestamptz
  )`,
  "CREATE INDEX passkeys_by_person ON passkeys (person)",
  `CREATE TABLE passkey_challenges (
    id uuid PRIMARY KEY,
    challenge text NOT NULL,
    purpose text NOT NULL CHECK (purpose IN ('register', 'sign-in', 'step-up', 'sign')),
    person uuid REFERENCES people,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  )`,
  `CREATE TABLE sign_ons (
    state_digest text PRIMARY KEY,
    nonce text NOT NULL,
    verifier text NOT NULL,
    browser_digest text NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  )`,
  `CREATE TABLE identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject)
  )`,
  `CREATE TABLE recoveries (
    id uuid PRIMARY KEY,
    person uuid NOT NULL REFERENCES people,
    email text NOT NULL,
    reason text NOT NULL,
    asked_by uuid NOT NULL REFERENCES people,
    asked_at timestamptz NOT NULL,
    approved_by uuid REFERENCES people,
    approved_at timestamptz,
    CHECK (approved_by IS NULL OR approved_by NOT IN (asked_by, person))
  )`,
  `CREATE TABLE account_events (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    actor uuid REFERENCES people,
    person uuid NOT NULL REFERENCES people,
    event text NOT NULL,
    detail jsonb NOT NULL
  )`,
  "CREATE INDEX account_events_by_person ON account_events (person, seq)",
  `CREATE TRIGGER account_events_are_kept BEFORE UPDATE OR DELETE ON account_events
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
