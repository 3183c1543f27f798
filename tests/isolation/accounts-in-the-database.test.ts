import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeKey } from "#src/accounts/make-key.ts";
import { everybody, type Principal, principalOf, withoutPolicies } from "#src/db/principal.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";

let office: Office;
let principals: Record<string, { principal: Principal; id: string | null }>;
/** Each of these tables has a row of the secretary's that no other person may see. */
const ofSecretary: Record<string, string> = {
  sessions: "person",
  api_keys: "person",
  passkeys: "person",
  passkey_challenges: "person",
  one_time_codes: "person",
  identities: "person",
  recoveries: "person",
  account_events: "person",
  idempotency_keys: "person",
  saved_filters: "person",
};
let secretary: Client;

beforeAll(async () => {
  office = await openOffice();
  secretary = office.as("secretariat");
  const { id } = secretary.person;
  const named = (client: Client) => ({
    principal: principalOf(client.person),
    id: client.person.id,
  });
  principals = {
    "a representative": named(office.as("representative", "KZ")),
    "an archivist": named(office.as("archivist")),
    "a legal officer": named(office.as("legal-officer")),
    "another secretary": named(office.as("secretariat", null, 1)),
    "a visitor who has not signed in": { principal: principalOf(null), id: null },
    "the public": { principal: everybody, id: null },
  };
  await makeKey(office.db, { person: id, label: "x", scopes: ["read"], days: 1, now: new Date() });
  const soon = sql`now() + interval '1 hour'`;
  for (const row of [
    sql`passkeys (id, person, public_key, counter, transports, label, created_at)
      VALUES ('p', ${id}, 'k', 0, '{}', 'x', now())`,
    sql`passkey_challenges (id, challenge, purpose, person, expires_at)
      VALUES (gen_random_uuid(), 'c', 'sign', ${id}, ${soon})`,
    sql`one_time_codes (id, person, mailbox, purpose, act, code_digest, link_digest, created_at, expires_at)
      VALUES (gen_random_uuid(), ${id}, 'm', 'sign', 'a', 'd', 'l', now(), ${soon})`,
    sql`identities VALUES ('issuer', 'subject', ${id}, now())`,
    sql`recoveries (id, person, email, reason, asked_by, asked_at)
      VALUES (gen_random_uuid(), ${id}, 'e@office.example', 'r', ${id}, now())`,
    sql`account_events (at, actor, person, event, detail)
      VALUES (now(), ${id}, ${id}, 'signed-in', '{}')`,
    sql`idempotency_keys (person, route, key, fingerprint, answer, created_at)
      VALUES (${id}, 'POST /x', 'k', 'f', '{}', now())`,
    sql`saved_filters VALUES (${id}, 'mine', '{}', now())`,
  ]) {
    await sql`INSERT INTO ${row}`.execute(office.db);
  }
});
afterAll(() => office.close());

test("every table has policies that hold for its owner too, but for three that nobody's request writes", async () => {
  const { rows } = await sql<{ name: string }>`SELECT relname AS name FROM pg_class
    WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
      AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY 1`.execute(office.db);
  expect(rows.map(({ name }) => name)).toEqual(withoutPolicies);
  const { rows: written } = await sql`SELECT name FROM unnest(${withoutPolicies}::text[]) AS name
    WHERE has_table_privilege('depositary_api', name, 'INSERT, UPDATE, DELETE, TRUNCATE')`.execute(
    office.db,
  );
  expect(written).toEqual([]);
});

test("every function of ours has its own search path, and every one that acts as its owner is closed to the public's tables", async () => {
  const { rows } = await sql`SELECT p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace IN ('public'::regnamespace, 'register'::regnamespace, 'identity'::regnamespace)
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
      AND NOT EXISTS (SELECT FROM unnest(p.proconfig) has WHERE has LIKE 'search\_path=%, pg_temp')`.execute(
    office.db,
  );
  expect(rows).toEqual([]);
});

test("nobody's request reads or writes what opens another's account", async () => {
  const { id } = secretary.person;
  for (const [who, { principal }] of Object.entries(principals)) {
    const db = office.ctx.as(principal);
    for (const [table, column] of Object.entries(ofSecretary)) {
      const own = sql`FROM public.${sql.table(table)} WHERE ${sql.ref(column)} = ${id}`;
      const there = await sql<{ n: string }>`SELECT count(*) AS n ${own}`.execute(office.db);
      expect([table, there.rows[0]?.n]).not.toEqual([table, "0"]);
      const seen = await sql<{ n: string }>`SELECT count(*) AS n ${own}`
        .execute(db)
        .then(({ rows }) => rows[0]?.n, deniedOnly);
      expect([who, table, seen]).toEqual([who, table, principal === everybody ? "42501" : "0"]);
      const update = sql`UPDATE public.${sql.table(table)} SET ${sql.ref(column)} = ${sql.ref(column)}`;
      const written = await update.execute(db).then((r) => String(r.numAffectedRows), deniedOnly);
      expect([who, table, written]).toEqual([who, table, expect.stringMatching(/^(?:0|42501)$/)]);
    }
    const set = (what: ReturnType<typeof sql>) =>
      sql`UPDATE public.people SET ${what}`
        .execute(db)
        .then((r) => String(r.numAffectedRows), deniedOnly);
    for (const what of [
      sql`roles = '{secretariat}'`,
      sql`email = 'me@evil.example'`,
      sql`state = 'active'`,
    ]) {
      expect([who, await set(what)]).toEqual([who, principal === everybody ? "42501" : "0"]);
    }
  }
});

test("nobody's request makes a key, a session, a person or a role", async () => {
  const before = await counted();
  for (const { principal, id } of Object.values(principals)) {
    const person = id ?? secretary.person.id;
    for (const row of [
      sql`api_keys (digest, person, label, created_at, expires_at)
        VALUES ('d', ${person}, 'x', now(), now() + interval '1 year')`,
      sql`sessions (digest, person, created_at, expires_at)
        VALUES ('d', ${person}, now(), now() + interval '1 year')`,
      sql`people (id, email, names, titles, language, roles, created_at)
        VALUES (gen_random_uuid(), 'e@evil.example', '{}', '{}', 'en', '{secretariat}', now())`,
      sql`identities VALUES ('evil', 'me', ${person}, now())`,
      sql`passkeys (id, person, public_key, counter, transports, label, created_at)
        VALUES ('evil', ${person}, 'k', 0, '{}', 'x', now())`,
      sql`one_time_codes (id, person, mailbox, purpose, code_digest, link_digest, created_at, expires_at)
        VALUES (gen_random_uuid(), ${person}, 'm', 'sign-in', 'd', 'l', now(), now() + interval '1 hour')`,
    ]) {
      const insert = sql`INSERT INTO public.${row}`.execute(office.ctx.as(principal));
      await expect(insert).rejects.toMatchObject({ code: "42501" });
    }
  }
  expect(await counted()).toEqual(before);
});

test("a person's own passkey signs, and nobody's statement exchanges its key", async () => {
  const own = office.as("representative", "KZ");
  await sql`INSERT INTO passkeys (id, person, public_key, counter, transports, label, created_at)
    VALUES ('own', ${own.person.id}, 'k', 0, '{}', 'x', now())`.execute(office.db);
  const db = office.ctx.as(principalOf(own.person));
  const used = await sql`UPDATE passkeys SET counter = 1`.execute(db);
  expect(used.numAffectedRows).toBe(1n);
  for (const change of ["public_key = 'mine'", "person = person", "label = 'x'"]) {
    const changing = sql.raw(`UPDATE passkeys SET ${change}`).execute(db);
    await expect(changing).rejects.toMatchObject({ code: "42501" });
  }
});

async function counted() {
  const tables = ["api_keys", "sessions", "people", "identities", "passkeys", "one_time_codes"];
  const counts = tables.map((table) => sql`SELECT count(*) AS n FROM ${sql.table(table)}`);
  return Promise.all(counts.map(async (count) => (await count.execute(office.db)).rows));
}

function deniedOnly(error: { code?: string }): string {
  return error.code ?? String(error);
}
