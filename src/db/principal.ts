import { sql } from "kysely";
import type { Db } from "./db.ts";

/** Who asks the database: the role there, and what row-level security knows of the person. */
export type Principal = {
  role: "none" | "depositary_api" | "depositary_public" | "unchanged";
  roles: readonly string[];
  party: string | null;
  /** The person whose rows are visible: codes, passkeys, kept answers, filters; null for the service and the public. */
  person: string | null;
};

/** The login itself: the owner of the tables for migrations, or a login without rights that serves people. */
export const owner: Principal = { role: "none", roles: [], party: null, person: null };
/** The service itself: jobs, deadlines, and finding out who makes a request. */
export const service: Principal = {
  role: "depositary_api",
  roles: ["service"],
  party: null,
  person: null,
};
/** The public, who can read only the register. */
export const everybody: Principal = {
  role: "depositary_public",
  roles: [],
  party: null,
  person: null,
};

/**
 * Keeps the settings of the connection's previous principal. Only for statements that mean the same under all of them,
 * such as finding out who makes a request.
 */
export const unchanged: Principal = { role: "unchanged", roles: [], party: null, person: null };

/** A person, or with null someone who has not signed in and sees no agreement. */
export function principalOf(
  person: { id: string; roles: readonly string[]; party: string | null } | null,
): Principal {
  const { id, roles, party } = person ?? { id: null, roles: [], party: null };
  return { role: "depositary_api", roles, party, person: id };
}

/** The settings that make a connection act as this principal; none if it stays as it is. */
export function settingsOf({ role, roles, party, person }: Principal): string[] {
  if (role === "unchanged") return [];
  const path = role === "depositary_public" ? "register, pg_temp" : "public, pg_temp";
  return [role, path, roles.join(","), party ?? "", person ?? ""];
}

/** The signed part of the settings, with the process id of the one backend on which it is valid. */
export function signedOf([, , ...principal]: string[], pid: number): string {
  return [pid, ...principal].join("\n");
}

/** Sets them; the last value is their HMAC. Policies reject settings without it. */
export const setPrincipal = `SELECT set_config('role', $1, false), set_config('search_path', $2, false),
  set_config('app.roles', $3, false), set_config('app.party', $4, false),
  set_config('app.person', $5, false), set_config('app.mac', $6, false)`;

/** Tables without policies: the lists of migrations and of schema parts, which only the owner writes. */
export const withoutPolicies = ["kysely_migration", "kysely_migration_lock", "schema_parts"];

/**
 * Throws if the role that serves people could see more than its policies allow: as a superuser, with a right to bypass
 * them, as the owner of a table, or through its own tables that hide ours.
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
