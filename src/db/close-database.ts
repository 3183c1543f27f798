import { sql } from "kysely";
import type { Db } from "./db.ts";

/** Who signs in to serve, and who to see the queue; null where a URL names no one. */
export type Logins = { serving: string | null; queue: string | null };

/**
 * Functions of PostgreSQL that everybody may call and nobody here needs: they write, end or hold up what others do, or tell
 * how the statements of a connection are named, which the next principal's will have.
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

/** What an owner may take from everybody, and what only a superuser may. */
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
 * Takes from everybody what the database gives by default and nobody needs (temporary tables, which could stand before
 * ours), and lets the logins act as their roles. To be done as the owner at each start, since a copy of a database and a
 * restored one have forgotten it. What the owner may not do is left to `checkLogin` and `checkIsolation` to say.
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
    // Refused to an owner who may not hand the role on, and to the second of two who do it at once.
    await sql`GRANT ${sql.id(role)} TO ${sql.id(login)}`.execute(db).catch(() => {});
  }
}

async function isMember(db: Db, login: string, role: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`SELECT pg_has_role(m.oid, r.oid, 'MEMBER') AS is
    FROM pg_roles m, pg_roles r WHERE m.rolname = ${login} AND r.rolname = ${role}`.execute(db);
  return rows[0]?.is ?? false;
}
