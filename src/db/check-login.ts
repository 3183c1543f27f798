import type { Pool } from "pg";
import { ConfigError } from "#src/config/config.ts";

/** What each login may do: act as these roles or use their rights, and nothing else. */
export type Login = {
  /** The setting that configures it. */
  setting: "DATABASE_URL" | "DATABASE_QUEUE_URL";
  roles: string[];
  /** Whether it has its roles' rights without switching role; the serving login must switch first. */
  inherits: boolean;
};

export const serving: Login = {
  setting: "DATABASE_URL",
  roles: ["depositary_api", "depositary_public"],
  inherits: false,
};
export const ofQueue: Login = {
  setting: "DATABASE_QUEUE_URL",
  roles: ["depositary_queue"],
  inherits: true,
};

const faultOf = `SELECT session_user AS login, CASE
    WHEN r.rolsuper THEN 'is a superuser'
    WHEN r.rolbypassrls THEN 'passes row-level security by'
    WHEN r.rolcreaterole THEN 'may make roles'
    WHEN r.rolcreatedb THEN 'may make databases'
    WHEN r.rolreplication THEN 'may copy the whole server'
    WHEN EXISTS (SELECT FROM pg_shdepend d WHERE d.refclassid = 'pg_authid'::regclass
      AND d.refobjid = r.oid AND d.deptype = 'o' AND d.dbid IN (0, here.oid))
      THEN 'owns a part of the database'
    WHEN EXISTS (SELECT FROM pg_shdepend d WHERE d.refclassid = 'pg_authid'::regclass
      AND d.refobjid = r.oid AND d.deptype = 'a' AND d.dbid = here.oid)
      THEN 'has rights of its own'
    ELSE coalesce(
      (SELECT 'is a member of ' || min(m.rolname) FROM pg_roles m WHERE m.rolname <> r.rolname
        AND m.rolname <> ALL ($1) AND pg_has_role(r.oid, m.oid, 'MEMBER')),
      (SELECT 'may hand on the role ' || min(m.rolname) FROM pg_roles m WHERE m.rolname = ANY ($1)
        AND pg_has_role(r.oid, m.oid, 'MEMBER WITH ADMIN OPTION')),
      (SELECT 'cannot act as ' || min(wanted) FROM unnest($1) AS wanted
        WHERE NOT EXISTS (SELECT FROM pg_roles m WHERE m.rolname = wanted
          AND pg_has_role(r.oid, m.oid, CASE WHEN $2 THEN 'USAGE' ELSE 'MEMBER' END))),
      (SELECT 'has the rights of ' || min(m.rolname) || ' without taking it on' FROM pg_roles m
        WHERE NOT $2 AND m.rolname = ANY ($1) AND pg_has_role(r.oid, m.oid, 'USAGE')))
    END AS fault
  FROM pg_roles r, pg_database here
  WHERE r.rolname = session_user AND here.datname = current_database()`;

/**
 * Refuses a login that could do more than its roles. An injected statement can leave the role that policies bind, and
 * then acts as the login itself.
 *
 * @throws ConfigError that says what the login is and which statements fix it
 */
export async function checkLogin(
  pool: Pick<Pool, "query">,
  { setting, roles, inherits }: Login,
): Promise<void> {
  const { rows } = await pool.query<{ login: string; fault: string | null }>(faultOf, [
    roles,
    inherits,
  ]);
  const [{ login = "", fault = "is nobody" } = {}] = rows;
  if (fault === null) return;
  const name = setting === "DATABASE_URL" ? "depositary_serving" : "depositary_jobs";
  const how = inherits ? "LOGIN" : "LOGIN NOINHERIT";
  const advice = fault.startsWith("cannot act as")
    ? `Set DATABASE_OWNER_URL for a first start; else, as an administrator: GRANT ${roles.join(", ")} TO ${login};`
    : `Name a login that owns nothing (as an administrator: CREATE ROLE ${name} ${how} PASSWORD '…'; GRANT ${roles.join(", ")} TO ${name};), and the owner of the tables in DATABASE_OWNER_URL.`;
  throw new ConfigError(
    `${setting} signs in as ${login}, who ${fault}. ${advice} See docs/OPERATIONS.md.`,
  );
}
