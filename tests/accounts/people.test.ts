import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserOf } from "#tests/support/browser.ts";
import { codeFor, lettersOfRelayTo, lettersTo } from "#tests/support/mailbox.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
import { seconded } from "#tests/support/second-secretary.ts";

let office: Office;
let first: Client;
let second: Client;

beforeAll(async () => {
  office = await openOffice();
  first = office.as("secretariat");
  second = office.as("secretariat", null, 1);
});
afterAll(() => office.close());

const invited = {
  email: "dana@ministry.example",
  names: { en: "Dana Example" },
  language: "en",
  roles: ["representative"],
  party: "KZ",
};

async function invites(change: object = {}): Promise<string> {
  const wanted = { ...invited, ...change };
  const answer = await seconded(office, await first.send("POST", "/people", wanted));
  if (answer.status !== 201) throw new Error(await answer.text());
  return ((await answer.json()) as { id: string }).id;
}

async function enters(email: string) {
  const browser = browserOf(office);
  const before = (await lettersTo(office, email)).filter(({ text }) => /\d{4} \d{4}/.test(text));
  const asked = await browser.send("POST", "/session/codes", { email });
  const { id } = (await asked.json()) as { id: string };
  const code = await codeFor(office, email, before.length);
  expect((await browser.send("POST", "/session", { code: { id, code } })).status).toBe(201);
  return browser;
}

test("the secretariat invites a person, who signs in with the address alone", async () => {
  await invites();
  const [letter] = await lettersOfRelayTo(office, invited.email);
  expect(letter?.text).toContain("http://localhost/sign-in");
  expect(letter?.text).not.toMatch(/token|\d{4} \d{4}/);
  const browser = await enters("Dana@Ministry.Example");
  expect(await browser.get("/session")).toMatchObject({ roles: ["representative"], party: "KZ" });
});

test("nobody else invites, and nobody twice", async () => {
  const officer = office.as("legal-officer");
  expect((await officer.send("POST", "/people", invited)).status).toBe(403);
  expect((await office.anyone.send("POST", "/people", invited)).status).toBe(401);
  expect((await first.send("POST", "/people", invited)).status).toBe(409);
  const service = { ...invited, email: "x@y.example", roles: ["service"] };
  expect((await first.send("POST", "/people", service)).status).toBe(400);
});

test("a representative has a party, which exists, and nobody else has one", async () => {
  for (const change of [{ party: null }, { roles: ["archivist"] }, { party: "ZZ" }]) {
    const wanted = { ...invited, ...change, email: "other@ministry.example" };
    expect((await first.send("POST", "/people", wanted)).status).toBe(400);
  }
});

test("a role that is taken away is gone at the person's next request", async () => {
  const id = await invites({ email: "eve@hub.example", roles: ["legal-officer"], party: null });
  const old = await enters("eve@hub.example");
  const agreement = await draft(office);
  expect((await old.tries("GET", `/agreements/${agreement}`))[0]).toBe(200);
  const change = { roles: ["archivist"] };
  await seconded(office, await first.send("PATCH", `/people/${id}`, change));
  expect((await old.tries("GET", `/agreements/${agreement}`))[0]).toBe(401);
  const browser = await enters("eve@hub.example");
  expect((await browser.tries("GET", `/agreements/${agreement}`))[0]).toBe(404);
  await first.send("PATCH", `/people/${id}`, { state: "suspended" });
  expect((await browser.tries("GET", "/session"))[0]).toBe(401);
  const before = (await lettersTo(office, "eve@hub.example")).length;
  await browserOf(office).send("POST", "/session/codes", { email: "eve@hub.example" });
  // A code that another person asks for behind it has come: this one never does.
  const behind = office.as("archivist").person.email;
  const earlier = (await lettersTo(office, behind)).length;
  await browserOf(office).send("POST", "/session/codes", { email: behind });
  await codeFor(office, behind, earlier);
  expect(await lettersTo(office, "eve@hub.example")).toHaveLength(before);
});

const rolesOf = ({ person }: Client, roles: string[]) =>
  office.db.updateTable("people").set({ roles }).where("id", "=", person.id).execute();

test("nobody gives themselves a role, and one of the secretariat remains", async () => {
  const own = `/people/${first.person.id}`;
  expect((await first.send("PATCH", own, { roles: ["secretariat", "legal-officer"] })).status).toBe(
    403,
  );
  await rolesOf(second, ["archivist"]);
  const alone = { roles: ["archivist"] };
  const answer = await office
    .as("secretariat")
    .send("PATCH", `/people/${office.as("secretariat").person.id}`, alone);
  expect(answer.status).toBe(403);
  await rolesOf(second, ["secretariat"]);
  await reenter();
});

/** A change of roles or a suspension ends the access of these two, who are needed further on. */
const reenter = () => Promise.all([first.reenter(), second.reenter()]);

test("of two who remove each other at the same instant one remains", async () => {
  for (let trial = 0; trial < 20; trial++) {
    const answers = await Promise.all([
      first.send("PATCH", `/people/${second.person.id}`, { state: "suspended" }),
      second.send("PATCH", `/people/${first.person.id}`, { state: "suspended" }),
    ]);
    const rows = await office.db
      .selectFrom("people")
      .select(["id", "state"])
      .where(sql<boolean>`'secretariat' = ANY (roles)`)
      .execute();
    expect(rows.some(({ state }) => state !== "suspended")).toBe(true);
    expect(answers.map(({ status }) => status)).toContain(204);
    await office.db
      .updateTable("people")
      .set({ state: "active" })
      .where(sql<boolean>`'secretariat' = ANY (roles)`)
      .execute();
    await reenter();
  }
});

test("a person who has lost access starts over when two of the secretariat say so", async () => {
  const id = await invites({ email: "lost@ministry.example" });
  const old = await enters("lost@ministry.example");
  const made = await old.send("POST", "/keys", { label: "R", scopes: ["read"], days: 9 });
  const { key } = (await made.json()) as { key: string };
  const wanted = { email: "found@ministry.example", reason: "The telephone was stolen." };
  const asked = await first.send("POST", `/people/${id}/recoveries`, wanted);
  const { id: recovery } = (await asked.json()) as { id: string };
  const path = `/recoveries/${recovery}/approvals`;
  expect((await first.send("POST", path, {})).status).toBe(403);
  expect((await office.as("legal-officer").send("POST", path, {})).status).toBe(403);
  expect((await old.tries("GET", "/session"))[0]).toBe(200);
  expect(await second.get("/recoveries")).toMatchObject({ items: [{ id: recovery, person: id }] });
  expect((await second.send("POST", path, {})).status).toBe(204);
  expect((await second.send("POST", path, {})).status).toBe(404);
  expect((await old.tries("GET", "/session"))[0]).toBe(401);
  const headers = { Authorization: `Bearer ${key}` };
  expect((await office.app.request("/api/v1/session", { headers })).status).toBe(401);
  const warnings = await lettersOfRelayTo(office, "lost@ministry.example");
  expect(warnings.map(({ subject }) => subject)).toContain(
    "Access to your account has been restored",
  );
  const browser = await enters("found@ministry.example");
  expect(await browser.get("/session")).toMatchObject({ person: id, party: "KZ" });
});

test("an address that somebody has is given to nobody else, at the same instant either", async () => {
  const email = "twin@ministry.example";
  const answers = await Promise.all(
    [1, 2, 3].map(() => first.send("POST", "/people", { ...invited, email })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
  for (const answer of answers) await seconded(office, answer);
  const id = await invites({ email: "other@ministry.example" });
  const wanted = { email: email.toUpperCase(), reason: "Lost." };
  const asked = await first.send("POST", `/people/${id}/recoveries`, wanted);
  const { id: recovery } = (await asked.json()) as { id: string };
  const approved = await second.send("POST", `/recoveries/${recovery}/approvals`, {});
  expect(approved.status).toBe(409);
});

test("the person concerned approves nothing, even from the secretariat", async () => {
  const wanted = { email: "new@hub.example", reason: "Lost." };
  const path = `/people/${second.person.id}/recoveries`;
  const asked = await first.send("POST", path, wanted);
  const { id } = (await asked.json()) as { id: string };
  expect((await second.send("POST", `/recoveries/${id}/approvals`, {})).status).toBe(403);
  const own = `/people/${first.person.id}/recoveries`;
  expect((await first.send("POST", own, wanted)).status).toBe(403);
});

test("what was done to accounts stays on record", async () => {
  const events = await office.db.selectFrom("account_events").select("event").execute();
  expect(new Set(events.map(({ event }) => event))).toEqual(
    new Set([
      "invited",
      "first-signed-in",
      "signed-in",
      "changed",
      "key-made",
      "recovery-asked",
      "recovered",
    ]),
  );
  const dana = await office.db
    .selectFrom("people")
    .select("id")
    .where("email", "=", invited.email)
    .executeTakeFirstOrThrow();
  const { items } = await first.get<{ items: { event: string }[] }>(`/people/${dana.id}/events`);
  expect(items.map(({ event }) => event)).toEqual(["first-signed-in", "invited"]);
  const own = `/people/${second.person.id}/events`;
  expect((await second.send("GET", own)).status).toBe(200);
  expect((await office.as("legal-officer").send("GET", own)).status).toBe(403);
  const changing = office.db.updateTable("account_events").set({ event: "x" }).execute();
  await expect(changing).rejects.toThrow();
});

test("one recovery of a person waits at a time; a withdrawn one is approved by nobody", async () => {
  const id = await invites({ email: "twice@ministry.example" });
  const path = `/people/${id}/recoveries`;
  const asks = (email: string) => first.send("POST", path, { email, reason: "Lost." });
  const both = await Promise.all([asks("wrong@ministry.example"), asks("other@ministry.example")]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const bodies = await Promise.all(both.map((answer) => answer.json() as Promise<object>));
  expect(bodies).toContainEqual(
    expect.objectContaining({ type: "urn:depositary:problem:recovery-waits-already" }),
  );
  const [{ id: wrong }] = bodies.filter((body) => "id" in body) as [{ id: string }];
  expect((await office.as("legal-officer").send("DELETE", `/recoveries/${wrong}`)).status).toBe(
    403,
  );
  expect((await second.send("DELETE", `/recoveries/${wrong}`)).status).toBe(204);
  expect((await second.send("DELETE", `/recoveries/${wrong}`)).status).toBe(404);
  expect((await second.send("POST", `/recoveries/${wrong}/approvals`, {})).status).toBe(404);
  const right = (await (await asks("right@ministry.example")).json()) as { id: string };
  expect((await second.send("POST", `/recoveries/${right.id}/approvals`, {})).status).toBe(204);
});

test("a recovery asked for before only one was let wait ends with the approved one", async () => {
  const id = await invites({ email: "older@ministry.example" });
  const wanted = { email: "first@new.example", reason: "Lost." };
  const asked = await first.send("POST", `/people/${id}/recoveries`, wanted);
  const one = (await asked.json()) as { id: string };
  const other = crypto.randomUUID();
  const row = { person: id, reason: "Lost.", asked_by: first.person.id, asked_at: new Date() };
  await office.db
    .insertInto("recoveries")
    .values({
      id: other,
      email: "thief@evil.example",
      ...row,
      approved_by: null,
      approved_at: null,
    })
    .execute();
  expect((await second.send("POST", `/recoveries/${one.id}/approvals`, {})).status).toBe(204);
  expect((await second.send("POST", `/recoveries/${other}/approvals`, {})).status).toBe(404);
});
