import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, browserOf } from "#tests/support/browser.ts";
import { codeFor, lettersTo } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";

let office: Office;
let email = "";
let time = new Date();

beforeAll(async () => {
  office = await openOffice();
  office.ctx.now = () => time;
  email = office.as("legal-officer").person.email;
});
afterAll(() => office.close());

const later = (minutes: number) => {
  time = new Date(time.getTime() + minutes * 60_000);
};

async function asks(browser: Browser, address = email): Promise<string> {
  const answer = await browser.send("POST", "/session/codes", { email: address });
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { id: string }).id;
}

async function signsIn(browser: Browser, address = email): Promise<void> {
  const before = (await lettersTo(office, address)).length;
  const id = await asks(browser, address);
  const code = await codeFor(office, address, before);
  expect((await browser.send("POST", "/session", { code: { id, code } })).status).toBe(201);
}

test("a code from a letter opens a session, once", async () => {
  const browser = browserOf(office, "Firefox");
  const id = await asks(browser);
  const code = await codeFor(office, email);
  const answer = await browser.send("POST", "/session", { code: { id, code } });
  expect(answer.status).toBe(201);
  const cookie = answer.headers.get("Set-Cookie") ?? "";
  expect(cookie).toMatch(/^depositary-session=[\w-]{43};/);
  expect(cookie).toContain("HttpOnly");
  expect(cookie).toContain("SameSite=Lax");
  expect(await browser.get<{ roles: string[] }>("/session")).toMatchObject({
    roles: ["legal-officer"],
  });
  expect(await browserOf(office).tries("POST", "/session", { code: { id, code } })).toEqual([
    401,
    "unauthenticated",
  ]);
});

test("the link in the letter does the same, in whichever browser it is opened", async () => {
  const before = (await lettersTo(office, email)).length;
  await asks(browserOf(office));
  await codeFor(office, email, before);
  const [letter] = await lettersTo(office, email);
  const [, id, token] = letter?.text.match(/sign-in\?id=([\w-]+)#token=([\w-]+)/) ?? [];
  const other = browserOf(office, "Phone");
  expect((await other.send("POST", "/session", { link: { id, token } })).status).toBe(201);
  expect((await browserOf(office).tries("POST", "/session", { link: { id, token } }))[0]).toBe(401);
});

test("an address that nobody has gets the same answer and no letter", async () => {
  const id = await asks(browserOf(office), "nobody@nowhere.example");
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(await lettersTo(office, "nobody@nowhere.example")).toEqual([]);
  const wrong = { code: { id, code: "00000000" } };
  expect((await browserOf(office).tries("POST", "/session", wrong))[0]).toBe(401);
});

test("after five wrong codes the right one is worth nothing, and after ten minutes too", async () => {
  const browser = browserOf(office);
  const before = (await lettersTo(office, email)).length;
  const id = await asks(browser);
  const code = await codeFor(office, email, before);
  for (let attempt = 0; attempt < 5; attempt++) {
    const wrong = { code: { id, code: code === "1111 1111" ? "2" : "1111 1111" } };
    expect((await browser.tries("POST", "/session", wrong))[0]).toBe(401);
  }
  expect((await browser.tries("POST", "/session", { code: { id, code } }))[0]).toBe(401);
  const second = await asks(browser);
  const fresh = await codeFor(office, email, before + 1);
  later(11);
  expect((await browser.tries("POST", "/session", { code: { id: second, code: fresh } }))[0]).toBe(
    401,
  );
});

test("a person sees their own sessions and ends them, here and elsewhere", async () => {
  const [desk, phone] = [browserOf(office, "Desk"), browserOf(office, "Phone")];
  await signsIn(desk);
  await signsIn(phone);
  type Listed = { items: { id: string; agent: string; current: boolean }[] };
  const { items } = await desk.get<Listed>("/sessions");
  const other = items.find(({ agent, current }) => agent === "Phone" && !current);
  expect(items.filter(({ current }) => current).map(({ agent }) => agent)).toEqual(["Desk"]);
  expect((await desk.send("DELETE", `/sessions/${other?.id}`)).status).toBe(204);
  expect((await desk.tries("DELETE", `/sessions/${other?.id}`))[0]).toBe(404);
  await signsIn(phone);
  expect((await desk.send("DELETE", "/sessions")).status).toBe(204);
  expect((await phone.tries("GET", "/session"))[0]).toBe(401);
  expect((await desk.send("DELETE", "/session")).status).toBe(204);
  expect((await desk.tries("GET", "/session"))[0]).toBe(401);
});

test("a session ends when nobody has used it for two hours, and after twelve in any case", async () => {
  const browser = browserOf(office);
  await signsIn(browser);
  for (let hour = 0; hour < 11; hour++) {
    later(60);
    expect((await browser.tries("GET", "/session"))[0]).toBe(200);
  }
  later(61);
  expect((await browser.tries("GET", "/session"))[0]).toBe(401);
  await signsIn(browser);
  later(119);
  expect((await browser.tries("GET", "/session"))[0]).toBe(200);
  later(121);
  expect((await browser.tries("GET", "/session"))[0]).toBe(401);
});

test("a session that nobody has used for two hours is no longer listed", async () => {
  const [desk, phone] = [browserOf(office, "Old desk"), browserOf(office, "New phone")];
  await signsIn(desk);
  later(121);
  await signsIn(phone);
  const { items } = await phone.get<{ items: { agent: string }[] }>("/sessions");
  const agents = items.map(({ agent }) => agent);
  expect(agents).toContain("New phone");
  expect(agents).not.toContain("Old desk");
});

test("what the care of accounts asks is a verification of the last five minutes, under a new token", async () => {
  const browser = browserOf(office);
  await signsIn(browser);
  const key = { label: "Reports", scopes: ["read"], days: 30 };
  expect((await browser.send("POST", "/keys", key)).status).toBe(201);
  later(6);
  expect(await browser.tries("POST", "/keys", key)).toEqual([401, "step-up-required"]);
  const token = browser.jar.get("depositary-session");
  const before = (await lettersTo(office, email)).length;
  const asked = await browser.send("POST", "/session/verification/codes");
  const { id } = (await asked.json()) as { id: string };
  const code = await codeFor(office, email, before);
  expect((await browser.send("POST", "/session/verification", { code: { id, code } })).status).toBe(
    201,
  );
  expect(browser.jar.get("depositary-session")).not.toBe(token);
  expect((await browser.send("POST", "/keys", key)).status).toBe(201);
  const old = new Headers({ Cookie: `depositary-session=${token}` });
  expect((await office.app.request("/api/v1/session", { headers: old })).status).toBe(401);
});

test("an application learns who acts, whether by passkey, and how long the verification holds", async () => {
  const browser = browserOf(office);
  await signsIn(browser);
  const { person } = office.as("legal-officer");
  const { names, titles } = person;
  expect(await browser.get("/session")).toMatchObject({
    email,
    names,
    titles,
    passkeys: false,
    verifiedUntil: new Date(time.getTime() + 5 * 60_000).toISOString(),
  });
  later(5);
  expect(await browser.get("/session")).toMatchObject({ verifiedUntil: null });
  const bearer = { Authorization: `Bearer ${office.as("legal-officer").key}` };
  const byKey = await office.anyone.send("GET", "/session", undefined, bearer);
  expect(await byKey.json()).toMatchObject({ email, verifiedUntil: null });
});

test("the language that a person chooses is remembered, noted, and that of the refusals", async () => {
  const browser = browserOf(office);
  await signsIn(browser);
  for (const language of ["kk", "kk"]) {
    const answer = await browser.send("PATCH", "/session", { language });
    expect([answer.status, await answer.json()]).toMatchObject([200, { language: "kk" }]);
  }
  const elsewhere = office.as("legal-officer");
  await elsewhere.reenter();
  expect(await elsewhere.get("/session")).toMatchObject({ language: "kk" });
  const refused = await elsewhere.send("POST", "/people", { language: "kk" });
  expect(refused.headers.get("Content-Language")).toBe("kk");
  const secretary = office.as("secretariat");
  type Events = { items: { event: string; detail: object }[] };
  const { items } = await secretary.get<Events>(`/people/${elsewhere.person.id}/events`);
  const chosen = items.filter(({ event }) => event === "language-chosen");
  expect(chosen.map(({ detail }) => detail)).toEqual([{ from: "en", to: "kk" }]);
  expect((await browser.tries("PATCH", "/session", { language: "de" }))[0]).toBe(400);
  expect((await browser.tries("PATCH", "/session", { roles: ["secretariat"] }))[0]).toBe(400);
  expect((await browser.send("PATCH", "/session", { language: "en" })).status).toBe(200);
});

test("another's code confirms nobody", async () => {
  const browser = browserOf(office);
  await signsIn(browser);
  const second = office.as("legal-officer", null, 1).person.email;
  const id = await asks(browserOf(office), second);
  const code = await codeFor(office, second);
  expect((await browser.tries("POST", "/session/verification", { code: { id, code } }))[0]).toBe(
    401,
  );
});

test("a key that only reads does not act, opens no session, and ends when it is taken back", async () => {
  const browser = browserOf(office);
  await signsIn(browser);
  const hidden = { label: "\ud800", scopes: ["read"], days: 1 };
  expect((await browser.tries("POST", "/keys", hidden))[0]).toBe(422);
  const made = await browser.send("POST", "/keys", { label: "R", scopes: ["read"], days: 1 });
  const { id, key } = (await made.json()) as { id: string; key: string };
  const as = (method: string, path: string, body?: string) =>
    office.app.request(`/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      ...(body && { body }),
    });
  expect((await as("GET", "/agreements")).status).toBe(200);
  expect((await as("POST", "/agreements", "{}")).status).toBe(403);
  expect((await browserOf(office).tries("POST", "/session", { key }))[0]).toBe(401);
  const { items } = await browser.get<{ items: object[] }>("/keys");
  expect(JSON.stringify(items)).not.toContain(key);
  expect((await browser.send("DELETE", `/keys/${id}`)).status).toBe(204);
  expect((await as("GET", "/agreements")).status).toBe(401);
});

test("no token, code or key is kept as it is", async () => {
  const rows = await Promise.all(
    (["sessions", "api_keys", "one_time_codes"] as const).map((table) =>
      office.db.selectFrom(table).selectAll().execute(),
    ),
  );
  const text = JSON.stringify(rows);
  const [letter] = await lettersTo(office, email);
  const [, token = "none"] = letter?.text.match(/token=([\w-]+)/) ?? [];
  expect(text).not.toContain(token);
  expect(text).toMatch(/[0-9a-f]{64}/);
});
