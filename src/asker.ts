import { sql } from "kysely";
import type { Db } from "#src/db.ts";

/** As whom the database is asked: its role there, and what row-level security knows of the person. */
export type Asker = {
  role: "none" | "depositary_api" | "depositary_public" | "unchanged";
  roles: readonly string[];
  party: string | null;
};

/** Whoever signed in: the owner of the tables for migrations, and a login without rights where people are served. */
export const owner: Asker = { role: "none", roles: [], party: null };
/** The service itself: jobs, deadlines, and finding out who is asking. */
export const service: Asker = { role: "depositary_api", roles: ["service"], party: null };
/** The public, which reads the register and nothing else. */
export const everybody: Asker = { role: "depositary_public", roles: [], party: null };

/**
 * Nobody in particular: the connection keeps the settings of whoever used it last. Only for statements that mean
 * the same under all of them, such as finding out who is asking.
 */
export const unchanged: Asker = { role: "unchanged", roles: [], party: null };

/** A person, or with null somebody who has not signed in and sees no agreement. */
export function askerOf(person: { roles: readonly string[]; party: string | null } | null): Asker {
  const { roles, party } = person ?? { roles: [], party: null };
  return { role: "depositary_api", roles, party };
}

/** The settings of a connection that make it this asker's; none where it stays as it is. */
export function settingsOf({ role, roles, party }: Asker): string[] {
  if (role === "unchanged") return [];
  const path = role === "depositary_public" ? "register, pg_temp" : "public, pg_temp";
  return [role, roles.join(","), party ?? "", path];
}

export const setAsker = `SELECT set_config('role', $1, false), set_config('app.roles', $2, false),
  set_config('app.party', $3, false), set_config('search_path', $4, false)`;

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
      WHEN EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relname IN ('agreements', 'version_texts', 'evidence')
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity)) THEN 'a table has no policy'
    END AS fault FROM pg_roles r WHERE r.rolname = current_user`.execute(db);
  const fault = rows[0] ? rows[0].fault : "the role is not there";
  if (fault) throw new Error(`The database does not keep parties apart: ${fault}.`);
}
