import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { siteOf } from "#src/accounts/site.ts";
import { type Browser, browserOf } from "#tests/support/browser.ts";
import { codeFor, lettersTo } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { newSoftPasskey } from "#tests/support/soft-passkey.ts";

const publicUrl = "https://depositary.example";
const site = siteOf(publicUrl, "");
let office: Office;
let time = new Date();
let person: { id: string; email: string };
let passkey: Awaited<ReturnType<typeof newSoftPasskey>>;

beforeAll(async () => {
  office = await openOffice();
  office.ctx.publicUrl = publicUrl;
  office.ctx.now = () => time;
  person = office.as("archivist").person;
  passkey = await newSoftPasskey(office, person.id);
});
afterAll(() => office.close());

const later = (minutes: number) => {
  time = new Date(time.getTime() + minutes * 60_000);
};
const isIn = async (browser: Browser) => (await browser.tries("GET", "/session"))[0] === 200;
const verifiedUntil = async (browser: Browser) =>
  (await browser.get<{ verifiedUntil: string | null }>("/session")).verifiedUntil;

type Asked = { id: string; options: { challenge: string } };
async function answers(browser: Browser, path: string) {
  const { id, options } = (await (await browser.send("POST", path)).json()) as Asked;
  return { passkey: { id, response: passkey.answers(options.challenge, site) } };
}

async function byPasskey() {
  const browser = browserOf(office);
  const given = await answers(browser, "/session/passkeys");
  expect((await browser.send("POST", "/session", given)).status).toBe(201);
  return browser;
}

async function byCode() {
  const browser = browserOf(office);
  const before = (await lettersTo(office, person.email)).length;
  const asked = await browser.send("POST", "/session/codes", { email: person.email });
  const { id } = (await asked.json()) as { id: string };
  const code = await codeFor(office, person.email, before);
  expect((await browser.send("POST", "/session", { code: { id, code } })).status).toBe(201);
  return browser;
}

async function newKey(browser: Browser, days = 9) {
  const wanted = { label: "Machine", scopes: ["read", "act"], days };
  const made = await browser.send("POST", "/keys", wanted);
  expect(made.status).toBe(201);
  return (await made.json()) as { id: string; key: string };
}

async function byKey(key: string) {
  const browser = browserOf(office);
  expect((await browser.send("POST", "/session", { key })).status).toBe(201);
  return browser;
}

test("a key that is taken back ends the sessions that it opened, and no other", async () => {
  const desk = await byPasskey();
  const [stolen, kept] = [await newKey(desk), await newKey(desk)];
  const thief = await byKey(stolen.key);
  const script = await byKey(kept.key);
  expect((await desk.send("DELETE", `/keys/${stolen.id}`)).status).toBe(204);
  expect([await isIn(thief), await isIn(script), await isIn(desk)]).toEqual([false, true, true]);
});

test("a key that is taken back past the application ends its sessions all the same", async () => {
  const { id, key } = await newKey(await byPasskey());
  const session = await byKey(key);
  await office.db.updateTable("api_keys").set({ revoked_at: time }).where("id", "=", id).execute();
  expect(await isIn(session)).toBe(false);
});

test("a session that a key opened ends with the key, and is said to", async () => {
  const { key } = await newKey(await byPasskey(), 1);
  const end = time.getTime() + 24 * 60 * 60_000;
  later(23 * 60);
  const session = await byKey(key);
  type Listed = { items: { current: boolean; expiresAt: string }[] };
  const { items } = await session.get<Listed>("/sessions");
  const own = items.find(({ current }) => current);
  expect(own?.expiresAt).toBe(new Date(end).toISOString());
  later(59);
  expect(await isIn(session)).toBe(true);
  later(2);
  expect(await isIn(session)).toBe(false);
});

test("a session that a key opened is confirmed by nothing", async () => {
  const { key } = await newKey(await byPasskey());
  const session = await byKey(key);
  const code = { code: { id: crypto.randomUUID(), code: "1234 5678" } };
  for (const [path, body] of [
    ["/session/verification/codes", undefined],
    ["/session/verification/passkeys", undefined],
    ["/session/verification", code],
  ] as const) {
    expect(await session.tries("POST", path, body)).toEqual([403, "forbidden"]);
  }
  expect(await verifiedUntil(session)).toBeNull();
});

test("no session opens with a key that is being taken back at that moment", async () => {
  const { id, key } = await newKey(await byPasskey());
  let opening: Promise<Response> | undefined;
  await office.db.transaction().execute(async (tx) => {
    await tx.selectFrom("people").select("id").where("id", "=", person.id).forUpdate().execute();
    await tx.updateTable("api_keys").set({ revoked_at: time }).where("id", "=", id).execute();
    opening = browserOf(office).send("POST", "/session", { key });
    const waiting = async () =>
      (await sql`SELECT FROM pg_locks WHERE NOT granted`.execute(office.db)).rows.length;
    await expect.poll(waiting).toBeGreaterThan(0);
  });
  expect((await opening)?.status).toBe(401);
});

test("a passkey that is taken back ends its sessions, and what it confirmed is confirmed no more", async () => {
  const lost = await byPasskey();
  // A letter is enough to come in, but with a passkey only the passkey confirms.
  const desk = await byCode();
  const given = await answers(desk, "/session/verification/passkeys");
  expect((await desk.send("POST", "/session/verification", given)).status).toBe(201);
  expect(await verifiedUntil(desk)).not.toBeNull();
  expect((await desk.send("DELETE", `/passkeys/${passkey.id}`)).status).toBe(204);
  expect([await isIn(lost), await isIn(desk)]).toEqual([false, true]);
  expect(await verifiedUntil(desk)).toBeNull();
  const wanted = { label: "Machine", scopes: ["read"], days: 9 };
  expect(await desk.tries("POST", "/keys", wanted)).toEqual([401, "step-up-required"]);
});
