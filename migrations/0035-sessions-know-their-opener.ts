import { type Kysely, sql } from "kysely";

/**
 * A session knows the API key or the passkey that opened it, and the passkey that last confirmed it. It is over when
 * that key or passkey is taken back or, for a key, when the key's time is over; a confirmation by a passkey that was
 * taken back counts no more.
 */
const statements = [
  // What opened these is not known, so nothing could end them in time: their people sign in again.
  "DELETE FROM sessions WHERE method IN ('key', 'passkey')",
  `ALTER TABLE sessions
    ADD COLUMN api_key uuid REFERENCES api_keys (id),
    ADD COLUMN passkey text REFERENCES passkeys,
    ADD COLUMN confirmed_by text REFERENCES passkeys`,
  "CREATE INDEX sessions_by_api_key ON sessions (api_key) WHERE api_key IS NOT NULL",
  "CREATE INDEX sessions_by_passkey ON sessions (passkey) WHERE passkey IS NOT NULL",
  "DROP FUNCTION identity.by_session(text, timestamptz, timestamptz)",
  `CREATE FUNCTION identity.by_session(given text, at timestamptz, used_since timestamptz)
    RETURNS TABLE (id uuid, email text, names jsonb, titles jsonb, language text, roles text[],
      party text, passkeys boolean, session uuid, api_key uuid, verified_at timestamptz,
      seen_at timestamptz)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN QUERY SELECT p.id, p.email, p.names, p.titles, p.language, p.roles, p.party,
      EXISTS (SELECT FROM passkeys k WHERE k.person = p.id AND k.revoked_at IS NULL),
      s.id, s.api_key,
      CASE WHEN c.revoked_at IS NULL THEN s.verified_at END, s.seen_at
      FROM sessions s JOIN people p ON p.id = s.person
      LEFT JOIN api_keys a ON a.id = s.api_key
      LEFT JOIN passkeys o ON o.id = s.passkey
      LEFT JOIN passkeys c ON c.id = s.confirmed_by
      WHERE s.digest = given AND s.expires_at > at AND s.seen_at > used_since
        AND p.state <> 'suspended' AND a.revoked_at IS NULL AND o.revoked_at IS NULL
        AND (a.expires_at IS NULL OR a.expires_at > at);
    END $$`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
