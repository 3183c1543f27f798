import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endAccess } from "#src/accounts/end-access.ts";
import { siteOf } from "#src/accounts/site.ts";
import type { Tx } from "#src/db/db.ts";
import { browserOf } from "#tests/support/browser.ts";
import { codeFor, lettersTo } from "#tests/support/mailbox.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { seconded } from "#tests/support/second-secretary.ts";
import { newSoftPasskey } from "#tests/support/soft-passkey.ts";

const publicUrl = "https://depositary.example";
const site = siteOf(publicUrl, "");
let office: Office;
let first: Client;
let second: Client;

beforeAll(async () => {
  office = await openOffice();
  office.ctx.publicUrl = publicUrl;
  first = office.as("secretariat");
  second = office.as("secretariat", null, 1);
});
afterAll(() => office.close());

type Asked = { id: string; options: { challenge: string } };
const ids = (answer: Response) => answer.json() as Promise<Asked>;

let count = 0;
/** A representative of Kazakhstan who has just been invited. */
async function newPerson() {
  const email = `person-${++count}@ministry.example`;
  const names = { en: "Dana Example" };
  const wanted = { email, names, language: "en", roles: ["representative"], party: "KZ" };
  const { id } = await ids(await seconded(office, await first.send("POST", "/people", wanted)));
  return { id, email };
}

type Person = Awaited<ReturnType<typeof newPerson>>;

/** A code and a link that were sent to the person and not used. */
async function asks({ email }: Person) {
  const sent = (await lettersTo(office, email)).filter(({ text }) => /\d{4} \d{4}/.test(text));
  const { id } = await ids(await browserOf(office).send("POST", "/session/codes", { email }));
  const code = await codeFor(office, email, sent.length);
  const letter = (await lettersTo(office, email)).find(({ text }) => text.includes(id));
  const token = letter?.text.match(/token=([\w-]+)/)?.[1] ?? "";
  return { code: { code: { id, code } }, link: { link: { id, token } } };
}

async function enters(given: object) {
  const browser = browserOf(office);
  expect((await browser.send("POST", "/session", given)).status).toBe(201);
  return browser;
}

const bearer = (key: string) => () =>
  office.app.request("/api/v1/session", { headers: { Authorization: `Bearer ${key}` } });

/** Each way in that the person has, as a function that tries it. */
async function allAccess(person: Person) {
  const desk = await enters((await asks(person)).code);
  const wanted = { label: "Reports", scopes: ["read", "act"], days: 9 };
  const { key } = (await (await desk.send("POST", "/keys", wanted)).json()) as { key: string };
  const byKey = await enters({ key });
  const { code } = await asks(person);
  const { link } = await asks(person);
  const passkey = await newSoftPasskey(office, person.id);
  const asked = await ids(await desk.send("POST", "/session/verification/passkeys"));
  const response = passkey.answers(asked.options.challenge, site);
  const challenge = { passkey: { id: asked.id, response } };
  return {
    "an open session": () => desk.send("GET", "/session"),
    "a session opened by a key": () => byKey.send("GET", "/session"),
    "an API key": bearer(key),
    "a code": () => browserOf(office).send("POST", "/session", code),
    "a link": () => browserOf(office).send("POST", "/session", link),
    "a challenge for a passkey": () => desk.send("POST", "/session/verification", challenge),
  };
}

async function recovers({ id, email }: Person, to = email): Promise<void> {
  const wanted = { email: to, reason: "The telephone was stolen." };
  const recovery = await ids(await first.send("POST", `/people/${id}/recoveries`, wanted));
  const approved = await second.send("POST", `/recoveries/${recovery.id}/approvals`, {});
  expect(approved.status).toBe(204);
}

const changes =
  (change: object) =>
  async ({ id }: Person) => {
    const answer = await seconded(office, await first.send("PATCH", `/people/${id}`, change));
    expect([201, 204]).toContain(answer.status);
  };

const causes: Record<string, (person: Person) => Promise<void>> = {
  "a suspension": changes({ state: "suspended" }),
  "a suspension and its end": async (person) => {
    await changes({ state: "suspended" })(person);
    await changes({ state: "active" })(person);
  },
  "another address": (person) => changes({ email: `new-${person.email}` })(person),
  "another role": changes({ roles: ["archivist"], party: null }),
  "one role more": changes({ roles: ["representative", "archivist"] }),
  "another party": changes({ party: "AE" }),
  "a recovery at the same address": (person) => recovers(person),
  "a recovery at another address": (person) => recovers(person, `new-${person.email}`),
};

describe.each(Object.entries(causes))("after %s", (_, happens) => {
  test("no code, link, challenge, session or key of before opens anything", async () => {
    const person = await newPerson();
    const ways = await allAccess(person);
    expect((await ways["an open session"]()).status).toBe(200);
    expect((await ways["a session opened by a key"]()).status).toBe(200);
    expect((await ways["an API key"]()).status).toBe(200);
    await happens(person);
    for (const [way, tries] of Object.entries(ways)) {
      expect([way, (await tries()).status]).toEqual([way, 401]);
    }
  });
});

test("other names, titles or another language end nothing, nor the same roles said again", async () => {
  const person = await newPerson();
  const ways = await allAccess(person);
  await changes({ names: { en: "Dana Other" }, titles: { en: "Counsellor" }, language: "kk" })(
    person,
  );
  await changes({ roles: ["representative"], party: "KZ", state: "active" })(person);
  for (const [way, tries] of Object.entries(ways)) {
    expect([way, (await tries()).ok]).toEqual([way, true]);
  }
});

test("passkeys stay with the person through a change of role, and end with a recovery", async () => {
  const person = await newPerson();
  const passkey = await newSoftPasskey(office, person.id);
  const signsIn = async () => {
    const browser = browserOf(office);
    const asked = await ids(await browser.send("POST", "/session/passkeys"));
    const response = passkey.answers(asked.options.challenge, site);
    return (await browser.send("POST", "/session", { passkey: { id: asked.id, response } })).status;
  };
  await changes({ roles: ["archivist"], party: null })(person);
  expect(await signsIn()).toBe(201);
  await recovers(person);
  expect(await signsIn()).toBe(401);
});

/** Ends a person's access while a request of theirs is under way: it waits for the account, which is locked. */
async function endsDuring(
  { id }: Person,
  change: (tx: Tx) => Promise<unknown>,
  request: () => Promise<Response>,
) {
  let answering: Promise<Response> | undefined;
  await office.db.transaction().execute(async (tx) => {
    await change(tx);
    await endAccess(tx, { person: id, at: office.ctx.now() });
    answering = request();
    await expect
      .poll(async () => {
        const { rows } = await sql`SELECT FROM pg_locks WHERE NOT granted`.execute(office.db);
        return rows.length;
      })
      .toBeGreaterThan(0);
  });
  return (await answering)?.status;
}

const moves =
  ({ id, email }: Person) =>
  (tx: Tx) =>
    tx
      .updateTable("people")
      .set({ email: `new-${email}` })
      .where("id", "=", id)
      .execute();

test.each(["code", "link"] as const)(
  "a %s that is being used while two people approve a recovery opens nothing",
  async (way) => {
    const person = await newPerson();
    const given = (await asks(person))[way];
    const uses = () => browserOf(office).send("POST", "/session", given);
    expect(await endsDuring(person, moves(person), uses)).toBe(401);
    const open = await office.db.selectFrom("sessions").where("person", "=", person.id).execute();
    expect(open).toEqual([]);
  },
);

test("no key and no passkey is given to a session that is being ended", async () => {
  const person = await newPerson();
  const desk = await enters((await asks(person)).code);
  const wanted = { label: "Reports", scopes: ["read"], days: 365 };
  const makes = () => desk.send("POST", "/keys", wanted);
  expect(await endsDuring(person, moves(person), makes)).toBe(401);
  const keys = await office.db.selectFrom("api_keys").where("person", "=", person.id).execute();
  expect(keys).toEqual([]);
});

test("a session that opens while its person is suspended does not come back with the person", async () => {
  for (let trial = 0; trial < 5; trial++) {
    const person = await newPerson();
    const { code } = await asks(person);
    const browser = browserOf(office);
    await Promise.all([
      browser.send("POST", "/session", code),
      changes({ state: "suspended" })(person),
    ]);
    await changes({ state: "active" })(person);
    expect((await browser.tries("GET", "/session"))[0]).toBe(401);
  }
});
