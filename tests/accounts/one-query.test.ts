import { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeKey } from "#src/accounts/make-key.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { service } from "#src/db/principal.ts";
import { principalMacOf } from "#src/db/principal-mac.ts";
import { createApp } from "#src/http/app.ts";
import { servingUrl } from "#tests/support/logins.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";

let office: Office;
let pool: Pool;
let officer: Client;
let party: Client;
/** What went over the one connection, settings included. */
const sent: string[] = [];
let get: (headers: Record<string, string>, path?: string) => Promise<Response>;
let key: string;
let cookie: string;

beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
  party = office.as("representative", "KZ");
  pool = new Pool({ connectionString: servingUrl(office.url), max: 1, pipeline: true });
  pool.on("connect", (client) => {
    const query = client.query.bind(client);
    client.query = ((config: { text: string }, ...rest: never[]) => {
      sent.push(config.text);
      return query(config as never, ...rest);
    }) as never;
  });
  const as = openPrincipals(pool, principalMacOf(servingUrl(office.url)));
  const app = createApp(() => ({ ...office.ctx, db: as(service), as }));
  get = async (headers, path = "/session") => app.request(`/api/v1${path}`, { headers });
  const wanted = { person: officer.person.id, label: "x", days: 1, now: new Date() };
  ({ key } = await makeKey(office.db, { ...wanted, scopes: ["read", "act"] }));
  const opened = await app.request("/api/v1/session", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ key }),
  });
  cookie = (opened.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
});
afterAll(async () => {
  await pool.end();
  await office.close();
});
beforeEach(async () => {
  await get({ Cookie: cookie });
  sent.length = 0;
});

test("a request by key that asks for nothing more is one statement", async () => {
  expect((await get({ Authorization: `Bearer ${key}` })).status).toBe(200);
  expect(sent).toEqual([expect.stringContaining("identity.by_key")]);
});

test("a request by session that asks for nothing more is one statement", async () => {
  expect((await get({ Cookie: cookie })).status).toBe(200);
  expect(sent).toEqual([expect.stringContaining("identity.by_session")]);
});

test("the same person's next request sets nothing on a connection that is theirs", async () => {
  await get({ Cookie: cookie }, "/agreements");
  sent.length = 0;
  expect((await get({ Cookie: cookie }, "/agreements")).status).toBe(200);
  expect(sent.filter((text) => text.includes("identity."))).toHaveLength(1);
  expect(sent.filter((text) => text.includes("set_config"))).toEqual([]);
});

test("who comes after another is found out first, and then the connection is theirs", async () => {
  const made = await makeKey(office.db, {
    person: party.person.id,
    label: "y",
    scopes: ["read"],
    days: 1,
    now: new Date(),
  });
  await get({ Cookie: cookie }, "/agreements");
  sent.length = 0;
  expect((await get({ Authorization: `Bearer ${made.key}` }, "/agreements")).status).toBe(200);
  expect(sent[0]).toContain("identity.by_key");
  expect(sent[1]).toContain("set_config");
  expect(sent.filter((text) => text.includes("set_config"))).toHaveLength(1);
});

test("roles, suspension and the end of a key are read at every request, also after the public's", async () => {
  const { id } = officer.person;
  const people = office.db.updateTable("people").where("id", "=", id);
  const roles = async () => {
    const answer = await get({ Cookie: cookie });
    return answer.ok ? ((await answer.json()) as { roles: string[] }).roles : answer.status;
  };
  expect((await get({}, "/register")).status).toBe(200);
  expect(await roles()).toEqual(["legal-officer"]);
  await people.set({ roles: ["archivist"] }).execute();
  expect(await roles()).toEqual(["archivist"]);
  await people.set({ state: "suspended" }).execute();
  expect(await roles()).toBe(401);
  expect((await get({ Authorization: `Bearer ${key}` })).status).toBe(401);
  await people.set({ state: "active", roles: ["legal-officer"] }).execute();
  expect(await roles()).toEqual(["legal-officer"]);
  await office.db
    .updateTable("api_keys")
    .set({ revoked_at: new Date() })
    .where("label", "=", "x")
    .execute();
  expect((await get({ Authorization: `Bearer ${key}` })).status).toBe(401);
});
