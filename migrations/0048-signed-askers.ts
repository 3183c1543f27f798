import { type Kysely, sql } from "kysely";

/** The settings that say who asks, as the service signs them: with the backend's process id, one a line. */
const said = `concat_ws(E'\\n', pg_backend_pid()::text, current_setting('app.roles', true),
  current_setting('app.party', true), current_setting('app.person', true))`;

// PL/pgSQL keeps its plans for the connection; functions in plain SQL are planned at every call before 18.
const asked = (signature: string, returns: string, body: string) =>
  `CREATE OR REPLACE FUNCTION ${signature} RETURNS ${returns} LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$ BEGIN ${body} END $$`;

const statements = [
  // The halves of HMAC's key, for each login; two of one login while its password changes.
  `CREATE TABLE identity.mac_keys (
    login name NOT NULL,
    inner_key bytea NOT NULL CHECK (length(inner_key) = 64),
    outer_key bytea NOT NULL CHECK (length(outer_key) = 64),
    at timestamptz NOT NULL,
    PRIMARY KEY (login, inner_key)
  )`,
  "REVOKE ALL ON identity.mac_keys FROM PUBLIC, depositary_api, depositary_public",
  // HMAC-SHA-256 (RFC 2104). The owner of this function passes every policy anyway.
  `CREATE FUNCTION identity.is_signed() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$ BEGIN
      RETURN pg_has_role(session_user, current_user, 'MEMBER') OR EXISTS (
        SELECT FROM identity.mac_keys k WHERE k.login = session_user
          AND current_setting('app.mac', true) = encode(
            sha256(k.outer_key || sha256(k.inner_key || convert_to(${said}, 'UTF8'))), 'hex'));
    END $$`,
  asked(
    "asks_for(VARIADIC wanted text[])",
    "boolean",
    `IF string_to_array(current_setting('app.roles', true), ',') && wanted
      THEN RETURN identity.is_signed(); END IF;
    RETURN false;`,
  ),
  ...[
    ["asking_party", "text", "app.party"],
    ["asking_person", "uuid", "app.person"],
  ].map(([name, type, setting]) =>
    asked(
      `${name}()`,
      `${type}`,
      `IF current_setting('${setting}', true) <> '' AND identity.is_signed()
        THEN RETURN current_setting('${setting}', true)::${type}; END IF;
      RETURN NULL;`,
    ),
  ),
];

/** Who asks is believed only if the service has signed it, so that a statement which sets it gains nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
