import { sql } from "kysely";
import type { Db } from "./db.ts";

/** As whom the database is asked: its role there, and what row-level security knows of the person. */
export type Principal = {
  role: "none" | "depositary_api" | "depositary_public" | "unchanged";
  roles: readonly string[];
  party: string | null;
  /** Whose own rows are given: codes, passkeys, kept answers and filters; null for the service and the public. */
  person: string | null;
};

/** The login itself: the owner of the tables for migrations, or a login without rights when serving people. */
export const owner: Principal = { role: "none", roles: [], party: null, person: null };
/** The service itself: jobs, deadlines, and finding out who is asking. */
export const service: Principal = {
  role: "depositary_api",
  roles: ["service"],
  party: null,
  person: null,
};
/** The public, which reads the register and nothing else. */
export const everybody: Principal = {
  role: "depositary_public",
  roles: [],
  party: null,
  person: null,
};

/**
 * Nobody in particular: the connection keeps the settings of whoever used it last. Only for statements that mean
 * the same under all of them, such as finding out who is asking.
 */
export const unchanged: Principal = { role: "unchanged", roles: [], party: null, person: null };

/** A person, or with null somebody who has not signed in and sees no agreement. */
export function principalOf(
  person: { id: string; roles: readonly string[]; party: string | null } | null,
): Principal {
  const { id, roles, party } = person ?? { id: null, roles: [], party: null };
  return { role: "depositary_api", roles, party, person: id };
}

/** The settings of a connection that make it this principal's; none where it stays as it is. */
export function settingsOf({ role, roles, party, person }: Principal): string[] {
  if (role === "unchanged") return [];
  const path = role === "depositary_public" ? "register, pg_temp" : "public, pg_temp";
  return [role, path, roles.join(","), party ?? "", person ?? ""];
}

/** What of the settings is signed, beside the process id of the backend on which alone they count. */
export function signedOf([, , ...principal]: string[], pid: number): string {
  return [pid, ...principal].join("\n");
}

/** Sets them, the last value being their HMAC; policies believe no settings without it. */
export const setPrincipal = `SELECT set_config('role', $1, false), set_config('search_path', $2, false),
  set_config('app.roles', $3, false), set_config('app.party', $4, false),
  set_config('app.person', $5, false), set_config('app.mac', $6, false)`;

/** Tables without policies: what was migrated and what the schema consists of, which nobody but the owner writes. */
export const withoutPolicies = ["kysely_migration", "kysely_migration_lock", "schema_parts"];

/**
 * Throws where the role that people are served under could see more than its policies let it: as a
 * superuser, by a right to pass them by, as the owner of a table, or by tables of its own that stand before ours.
 */
export async function checkIsolation(db: Db): Promise<void> {
  const { rows } = await sql<{ fault: string | null }>`SELECT CASE
      WHEN current_user <> 'depositary_api' THEN 'the role is ' || current_user
      WHEN r.rolsuper THEN 'the role is a superuser'
      WHEN r.rolbypassrls THEN 'the role passes row-level security by'
      WHEN EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid) THEN 'the role owns a table'
      WHEN has_database_privilege(current_database(), 'TEMPORARY') OR has_database_privilege(current_database(), 'CREATE')
        THEN format('everybody may make temporary tables or schemas; as its owner: REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database())
      WHEN has_schema_privilege('public', 'CREATE')
        THEN 'everybody may make tables in it; as its owner: REVOKE CREATE ON SCHEMA public FROM PUBLIC'
      WHEN NOT asks_for('service')
        THEN 'it does not know the password of DATABASE_URL; migrate once with DATABASE_OWNER_URL'
      WHEN EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
        AND c.relkind = 'r' AND c.relname <> ALL (${withoutPolicies})
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity)) THEN 'a table has no policy'
    END AS fault FROM pg_roles r WHERE r.rolname = current_user`.execute(db);
  const fault = rows[0] ? rows[0].fault : "the role is not there";
  if (fault) throw new Error(`The database does not keep parties apart: ${fault}.`);
}
