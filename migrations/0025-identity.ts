import { type Kysely, sql } from "kysely";

/**
 * Who a key or a session belongs to, as one statement that any role may send: so a request is authenticated on a
 * connection as it is, whoever used it last. The functions answer for one secret's digest and list nothing.
 */
const person = `p.id, p.email, p.names, p.titles, p.language, p.roles, p.party,
  EXISTS (SELECT FROM passkeys k WHERE k.person = p.id AND k.revoked_at IS NULL)`;

const found = `id uuid, email text, names jsonb, titles jsonb, language text, roles text[],
  party text, passkeys boolean`;

// PL/pgSQL keeps its plans for the connection; functions in plain SQL are planned at every call before 18.
const statements = [
  "CREATE SCHEMA identity",
  "GRANT USAGE ON SCHEMA identity TO depositary_api, depositary_public",
  `CREATE FUNCTION identity.by_key(given text, at timestamptz)
    RETURNS TABLE (${found}, key uuid, scopes text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN QUERY SELECT ${person}, a.id, a.scopes
      FROM api_keys a JOIN people p ON p.id = a.person
      WHERE a.digest = given AND a.expires_at > at AND a.revoked_at IS NULL
        AND p.state <> 'suspended';
    END $$`,
  `CREATE FUNCTION identity.by_session(given text, at timestamptz, used_since timestamptz)
    RETURNS TABLE (${found}, session uuid, verified_at timestamptz, seen_at timestamptz)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN QUERY SELECT ${person}, s.id, s.verified_at, s.seen_at
      FROM sessions s JOIN people p ON p.id = s.person
      WHERE s.digest = given AND s.expires_at > at AND s.seen_at > used_since
        AND p.state <> 'suspended';
    END $$`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
