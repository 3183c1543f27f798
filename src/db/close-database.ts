import { sql } from "kysely";
import type { Db } from "./db.ts";

/** The logins that serve people and that see the queue; null if a URL names no user. */
export type Logins = { serving: string | null; queue: string | null };

/**
 * PostgreSQL functions that everyone may call and no one here needs. They write, end or block other sessions' work, or
 * reveal the names of a connection's prepared statements, which the next principal will use.
 */
const closed = [
  ...["pg_advisory_lock", "pg_try_advisory_lock"].flatMap((name) =>
    ["", "_shared"].flatMap((how) => [`${name}${how}(bigint)`, `${name}${how}(int, int)`]),
  ),
  "pg_prepared_statement()",
  "pg_cancel_backend(int)",
  "pg_terminate_backend(int, bigint)",
  "lo_creat(int)",
  "lo_create(oid)",
  "lo_from_bytea(oid, bytea)",
  "lo_open(oid, int)",
  "lo_put(oid, bigint, bytea)",
  "lo_unlink(oid)",
  "lowrite(int, bytea)",
];

/** What an owner may revoke from everyone, and what only a superuser may. */
const revoked = `DO $$
  DECLARE one text;
  BEGIN
    IF has_database_privilege('public', current_database(), 'TEMPORARY') THEN
      EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    END IF;
    -- BullMQ sorts what it adds in temporary tables.
    IF NOT has_database_privilege('depositary_queue', current_database(), 'TEMPORARY') THEN
      EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO depositary_queue', current_database());
    END IF;
    IF has_schema_privilege('public', 'public', 'CREATE') THEN
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    END IF;
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
      FOREACH one IN ARRAY '{${closed.map((name) => `"${name}"`).join(",")}}'::text[] LOOP
        IF has_function_privilege('public', one, 'EXECUTE') THEN
          EXECUTE format('REVOKE EXECUTE ON FUNCTION pg_catalog.%s FROM PUBLIC', one);
        END IF;
      END LOOP;
      IF has_language_privilege('public', 'plpgsql', 'USAGE') THEN
        REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
      END IF;
    END IF;
  END $$`;

/**
 * Revokes what the database grants to everyone by default and no one needs, such as temporary tables, which could hide
 * ours. Lets the logins act as their roles. Run it as the owner at each start, because a copied or restored database
 * does not keep these grants. `checkLogin` and `checkIsolation` report what the owner may not do.
 */
export async function closeDatabase(db: Db, { serving, queue }: Logins): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('depositary: close'))`.execute(tx);
    await sql.raw(revoked).execute(tx);
  });
  for (const [login, role] of [
    [serving, "depositary_api"],
    [serving, "depositary_public"],
    [queue, "depositary_queue"],
  ] as const) {
    if (login === null || (await isMember(db, login, role))) continue;
    // Fails for an owner who may not grant the role, and for the second of two that grant it at once.
    await sql`GRANT ${sql.id(role)} TO ${sql.id(login)}`.execute(db).catch(() => {});
  }
}

async function isMember(db: Db, login: string, role: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`SELECT pg_has_role(m.oid, r.oid, 'MEMBER') AS is
    FROM pg_roles m, pg_roles r WHERE m.rolname = ${login} AND r.rolname = ${role}`.execute(db);
  return rows[0]?.is ?? false;
}
