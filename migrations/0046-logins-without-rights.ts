import { type Kysely, sql } from "kysely";

/** Roles are the whole server's: another database of it may have made it, even at this moment. */
const queueRole = `DO $$
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'depositary_queue') THEN
      CREATE ROLE depositary_queue NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`;

/** Pins the search path of each of our functions, so that the names in it always mean our schemas. */
const pinPaths = `DO $$
  DECLARE one record;
  BEGIN
    FOR one IN SELECT p.oid::regprocedure AS signature, n.nspname AS schema
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname IN ('public', 'register', 'identity')
        AND NOT EXISTS (SELECT FROM unnest(p.proconfig) AS has WHERE has LIKE 'search\\_path=%')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
          AND d.objid = p.oid AND d.deptype = 'e')
    LOOP
      EXECUTE format('ALTER FUNCTION %s SET search_path = %s, pg_temp', one.signature,
        CASE one.schema WHEN 'register' THEN 'register, public' ELSE 'public' END);
    END LOOP;
  END $$`;

const statements = [
  queueRole,
  pinPaths,
  // Whether the schema is whole and current is asked by a login that owns nothing.
  "GRANT SELECT ON kysely_migration, schema_parts TO depositary_api",
];

/** What a service needs whose logins own nothing: a role for the queue, and a look at what was migrated. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
