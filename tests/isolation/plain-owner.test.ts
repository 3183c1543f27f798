import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { Client, Pool } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { checkLogin, ofQueue, serving } from "#src/db/check-login.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { checkIsolation, principalOf, service } from "#src/db/principal.ts";
import { principalMacOf } from "#src/db/principal-mac.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { startProcess } from "#tests/support/processes.ts";

/** An office's own server: the owner of the tables is no superuser, and an administrator makes the logins. */
const name = `plain_${randomUUID().replaceAll("-", "")}`;
const login = `${name}_serving`;
const jobs = `${name}_jobs`;
const password = "an-office-s-own-password";
const cli = join(import.meta.dirname, "../../src/cli.ts");
const folder = freshFolder();
const closing: (() => Promise<unknown>)[] = [];
let admin: Client;
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  folder.remove();
});

beforeAll(async () => {
  admin = new Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  closing.push(() => admin.end());
  await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD '${password}' CREATEROLE`);
  await admin.query(`CREATE ROLE ${login} LOGIN NOINHERIT PASSWORD '${password}'`);
  await admin.query(`CREATE ROLE ${jobs} LOGIN PASSWORD '${password}'`);
  closing.push(() => admin.query(`DROP OWNED BY ${name} CASCADE; DROP ROLE ${name}`));
  closing.push(() => admin.query(`DROP ROLE ${login}; DROP ROLE ${jobs}`));
  // The roles are the whole server's: where another database has made them, its owner hands them on.
  for (const role of ["depositary_api", "depositary_public", "depositary_queue"]) {
    const { rowCount } = await admin.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
    if (rowCount) await admin.query(`GRANT ${role} TO ${name} WITH ADMIN OPTION`);
  }
  await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
  closing.push(() => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
});

function urlOf(username: string): string {
  const url = new URL(inject("postgresUrl"));
  return Object.assign(url, { username, password, pathname: `/${name}` }).href;
}

function poolOf(username: string): Pool {
  const pool = new Pool({ connectionString: urlOf(username), max: 2, pipeline: true });
  pool.on("error", () => {});
  closing.push(() => pool.end());
  return pool;
}

/** The command, whose last words are given with its code. */
async function run(words: string[], env: Record<string, string>) {
  const settings = {
    DATA_DIR: join(folder.path, "data"),
    PORT: "0",
    DEMONSTRATION_SEAL: "allowed",
  };
  const done = startProcess(cli, words, { ...settings, ...env });
  const { code } = await done.ended;
  return { code, said: done.output().trim() };
}

test("a start that may not migrate says what to set, and changes nothing", async () => {
  const env = { DATABASE_URL: urlOf(login), DATABASE_QUEUE_URL: urlOf(jobs) };
  const { code, said } = await run(["start"], env);
  expect(code).toBe(1);
  expect(said).toMatch(
    /^DATABASE_URL signs in as \S+, who cannot act as depositary_api\. Set DATABASE_OWNER_URL/,
  );
  const { rows } = await poolOf(name).query("SELECT FROM pg_tables WHERE schemaname = 'public'");
  expect(rows).toEqual([]);
});

test("an owner who is no superuser migrates and lets the logins in; then a login that owns nothing serves", async () => {
  const env = { DATABASE_URL: urlOf(login), DATABASE_QUEUE_URL: urlOf(jobs) };
  const migrated = await run(["migrate"], { ...env, DATABASE_OWNER_URL: urlOf(name) });
  expect(migrated).toEqual({ code: 0, said: "The database is up to date." });
  // Without the owner, which is how an office may run it from now on.
  const made = await run(
    ["people", "anna@office.example", "--name", "Anna", "--role", "secretariat"],
    env,
  );
  expect(made).toMatchObject({ code: 0, said: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  const pool = poolOf(login);
  await checkLogin(pool, serving);
  await checkLogin(poolOf(jobs), ofQueue);
  const as = openPrincipals(pool, principalMacOf(urlOf(login)));
  await checkIsolation(as(service));
  const parties = await as(principalOf(null)).selectFrom("parties").select("code").execute();
  expect(parties.length).toBeGreaterThan(30);
  expect(await as(principalOf(null)).selectFrom("agreements").select("id").execute()).toEqual([]);
});

test("a database of an earlier release is not served before its owner has migrated it", async () => {
  const last = "SELECT max(name) FROM kysely_migration";
  await admin.query("SELECT 1");
  const owner = poolOf(name);
  const { rows } = await owner.query(
    `DELETE FROM kysely_migration WHERE name = (${last}) RETURNING *`,
  );
  const { code, said } = await run(["start"], {
    DATABASE_URL: urlOf(login),
    DATABASE_QUEUE_URL: urlOf(jobs),
  });
  await owner.query("INSERT INTO kysely_migration VALUES ($1, $2)", [
    rows[0].name,
    rows[0].timestamp,
  ]);
  expect(code).toBe(1);
  expect(said).toMatch(/^The database lacks 1 migrations of this release\. Set DATABASE_OWNER_URL/);
});

test("the owner of the tables does not serve, and the start says what to type", async () => {
  const { code, said } = await run(["start"], {
    DATABASE_URL: urlOf(name),
    DATABASE_QUEUE_URL: urlOf(jobs),
  });
  expect(code).toBe(1);
  expect(said).toMatch(
    /^DATABASE_URL signs in as \S+, who may make roles\. Name a login that owns nothing/,
  );
  expect(said).toContain("CREATE ROLE depositary_serving LOGIN NOINHERIT PASSWORD");
  expect(said).toContain("GRANT depositary_api, depositary_public TO depositary_serving;");
});

test.each([
  ["is a superuser", "ALTER ROLE $ SUPERUSER", "ALTER ROLE $ NOSUPERUSER"],
  ["passes row-level security by", "ALTER ROLE $ BYPASSRLS", "ALTER ROLE $ NOBYPASSRLS"],
  ["may make roles", "ALTER ROLE $ CREATEROLE", "ALTER ROLE $ NOCREATEROLE"],
  ["may make databases", "ALTER ROLE $ CREATEDB", "ALTER ROLE $ NOCREATEDB"],
  ["may copy the whole server", "ALTER ROLE $ REPLICATION", "ALTER ROLE $ NOREPLICATION"],
  [
    "is a member of pg_read_all_data",
    "GRANT pg_read_all_data TO $",
    "REVOKE pg_read_all_data FROM $",
  ],
  [
    "may hand on the role depositary_api",
    "GRANT depositary_api TO $ WITH ADMIN OPTION",
    "REVOKE ADMIN OPTION FOR depositary_api FROM $",
  ],
  [
    "has rights of its own",
    "GRANT SELECT ON public.people TO $",
    "REVOKE SELECT ON public.people FROM $",
  ],
  [
    "owns a part of the database",
    "CREATE TABLE public.own (); ALTER TABLE public.own OWNER TO $",
    "DROP TABLE public.own",
  ],
])("a login that %s is refused", async (fault, give, take) => {
  const here = new Client({
    connectionString: Object.assign(new URL(inject("postgresUrl")), { pathname: `/${name}` }).href,
  });
  await here.connect();
  try {
    await here.query(give.replaceAll("$", login));
    const refused = checkLogin(poolOf(login), serving);
    await expect(refused).rejects.toThrow(`DATABASE_URL signs in as ${login}, who ${fault}.`);
  } finally {
    await here.query(take.replaceAll("$", login));
    await here.end();
  }
  await checkLogin(poolOf(login), serving);
});

test("a database in which everybody may make something is refused with what to type", async () => {
  const db = openPrincipals(poolOf(login), principalMacOf(urlOf(login)))(service);
  const owner = poolOf(name);
  for (const what of [`TEMPORARY ON DATABASE ${name}`, "CREATE ON SCHEMA public"]) {
    await owner.query(`GRANT ${what} TO PUBLIC`);
    await expect(checkIsolation(db)).rejects.toThrow(/as its owner: REVOKE /);
    await owner.query(`REVOKE ${what} FROM PUBLIC`);
  }
  await checkIsolation(db);
});
