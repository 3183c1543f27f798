import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type * as Scope from "#src/agreements/scope.ts";
import { openPool, watchLimits } from "#src/db/open-pool.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { everybody, type Principal, principalOf } from "#src/db/principal.ts";
import { type PrincipalMac, principalMacOf } from "#src/db/principal-mac.ts";
import { migrateQueue } from "#src/jobs/queue.ts";
import { servingUrl } from "#tests/support/logins.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";
import { type Hostile, hostile } from "./hostile-statements.ts";

/** Replacements for the application's one scope: first no condition at all, then injected ones. */
const scope = vi.hoisted(() => ({ sql: "true" }));
vi.mock("#src/agreements/scope.ts", async () => {
  const { sql } = await import("kysely");
  const actual = await vi.importActual<typeof Scope>("#src/agreements/scope.ts");
  return { ...actual, visibleTo: () => () => sql.raw(`(${scope.sql})`) };
});

let office: Office;
let estonia: Client;
let mac: PrincipalMac;
const named: Record<string, string> = {};
const lines: string[] = [];

beforeAll(async () => {
  office = await openOffice();
  await migrateQueue(office.url);
  estonia = office.as("representative", "EE");
  mac = principalMacOf(servingUrl(office.url));
  named.draft = await draft(office, { parties: [{ code: "EE" }, { code: "KR" }] });
  named.hidden = await draft(office);
  await circulate(office, named.hidden);
  named.other = office.as("secretariat").person.id;
  named.owner = new URL(office.url).username;
  for (const row of [
    sql`one_time_codes (id, person, mailbox, purpose, act, code_digest, link_digest, created_at, expires_at)
      VALUES (gen_random_uuid(), ${named.other}, 'm', 'sign', 'a', 'd', 'l', now(), now() + interval '1 hour')`,
    sql`passkeys (id, person, public_key, counter, transports, label, created_at)
      VALUES ('p', ${named.other}, 'k', 0, '{}', 'x', now())`,
    sql`idempotency_keys (person, route, key, fingerprint, answer, created_at)
      VALUES (${named.other}, 'POST /x', 'k', 'f', '{}', now())`,
  ]) {
    await sql`INSERT INTO ${row}`.execute(office.db);
  }
});
afterAll(async () => {
  console.log(lines.join("\n"));
  await office.close();
});

const principals: [string, () => Principal][] = [
  ["representative", () => principalOf(estonia.person)],
  ["archivist", () => principalOf(office.as("archivist").person)],
  ["public", () => everybody],
];

/** A digest of every row of every table, of the catalogue's parts that are ours, and of what the server's roles may do. */
async function everything(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`SELECT c.oid::regclass::text AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname IN ('public', 'identity', 'queue') ORDER BY 1`.execute(
    office.db,
  );
  const parts = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS part, md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) AS md5 FROM ${name} t`,
  );
  for (const part of [
    "pg_class c WHERE relnamespace NOT IN ('pg_catalog'::regnamespace, 'pg_toast'::regnamespace)|(oid, relname, relacl, relowner, relrowsecurity, relforcerowsecurity)",
    "pg_proc WHERE pronamespace <> 'pg_catalog'::regnamespace|(oid, proname, prosrc, proacl, proowner, proconfig)",
    "pg_namespace|(nspname, nspacl)",
    "pg_policy|(polname, polrelid, polroles)",
    "pg_trigger|(tgname, tgrelid, tgenabled)",
    "pg_largeobject_metadata|(oid)",
    "pg_db_role_setting WHERE setdatabase = 0|(setrole, setconfig)",
    "pg_authid WHERE rolname IN ('depositary_serving', 'depositary_api', 'depositary_public', 'depositary_queue', 'depositary_jobs', 'evil')|(rolname, rolsuper, rolbypassrls, rolinherit, rolpassword)",
    "pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname IN ('depositary_serving', 'depositary_api', 'depositary_public')|(m.roleid, m.member, m.admin_option)",
  ]) {
    const [from, what] = part.split("|");
    parts.push(
      `SELECT '${from?.split(" ")[0]}', md5(coalesce(string_agg(ROW${what}::text, '' ORDER BY ROW${what}::text), '')) FROM ${from}`,
    );
  }
  const { rows } = await sql
    .raw<{ part: string; md5: string }>(parts.join(" UNION ALL "))
    .execute(office.db);
  return rows
    .map(({ part, md5 }) => `${part} ${md5}`)
    .sort()
    .join("\n");
}

const seen = sql<{ n: string }>`SELECT count(*) AS n FROM agreements`;

/** Runs it on a connection of its own, on which the same asker then looks again; what came of it. */
async function run(principal: Principal, { sql: statement }: Hostile): Promise<string> {
  const url = servingUrl(office.url);
  const pool = openPool(url, { max: 1 }, { ...watchLimits, statementMs: 10_000 });
  try {
    const db = openPrincipals(pool, mac)(principal);
    const before = Number((await seen.execute(db)).rows[0]?.n);
    const text = statement.replaceAll(/\$(\w+)/g, (all, name) => named[name] ?? all);
    const outcome = await sql
      .raw(text)
      .execute(db)
      .then(
        ({ rows, numAffectedRows }) => {
          const isDone = /^(?:SET|RESET|DISCARD|NOTIFY)\b|set_config/.test(text);
          return isDone ? "done" : `${numAffectedRows ?? rows.length} rows`;
        },
        (error: { code: string }) => error.code,
      );
    const after = await seen.execute(db).then(
      ({ rows }) => Number(rows[0]?.n),
      () => 0,
    );
    const asService = await sql<{
      is: boolean;
    }>`SELECT public.asks_for('service', 'secretariat', 'legal-officer') AS is`
      .execute(db)
      .then(
        ({ rows }) => rows[0]?.is,
        () => false,
      );
    expect([statement, after <= before, asService]).toEqual([statement, true, false]);
    return outcome;
  } finally {
    await pool.end();
  }
}

test.each(principals)(
  "hostile statements on a %s's connection are refused or gain nothing, and nothing changes",
  async (who, principal) => {
    const before = await everything();
    const wrong: string[] = [];
    for (const one of hostile) {
      const outcome = await run(principal(), one);
      const gives =
        typeof one.gives === "string"
          ? one.gives
          : who === "public"
            ? one.gives.public
            : one.gives.people;
      lines.push(`${who.padEnd(14)} ${outcome.padEnd(6)} ${one.aim}: ${one.sql.slice(0, 100)}`);
      if (!gives.split("|").includes(outcome)) wrong.push(`${outcome}, not ${gives}: ${one.sql}`);
    }
    expect(wrong).toEqual([]);
    expect(await everything()).toBe(before);
  },
  120_000,
);

test.each([
  "true",
  "true OR set_config('role', 'none', false) IS NULL",
  "set_config('app.roles', 'service', false) IS NOT NULL",
  "set_config('app.party', 'KZ', false) IS NOT NULL OR true",
  "EXISTS (SELECT set_config('app.roles', 'legal-officer', true)) OR true",
])(
  "with the application's scope replaced by %s a stranger is given nothing over HTTP",
  async (slipped) => {
    scope.sql = slipped;
    try {
      for (const path of [
        named.hidden,
        named.draft,
        `${named.hidden}/texts/en`,
        `${named.hidden}/evidence`,
      ]) {
        const { status } = await estonia.send("GET", `/agreements/${path}`);
        expect([path, status >= 400]).toEqual([path, true]);
      }
      const list = await estonia.send("GET", "/agreements");
      if (list.status === 200) expect(await list.json()).toMatchObject({ items: [] });
    } finally {
      scope.sql = "true";
    }
  },
);
