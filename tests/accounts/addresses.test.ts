import { afterAll, beforeAll, expect, test } from "vitest";
import { canonicalEmail, shownEmail } from "#src/people/email.ts";
import { browserOf } from "#tests/support/browser.ts";
import { codeFor, lettersOfRelayTo, lettersTo } from "#tests/support/mailbox.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { seconded } from "#tests/support/second-secretary.ts";

let office: Office;
let secretary: Client;
beforeAll(async () => {
  office = await openOffice();
  secretary = office.as("secretariat");
});
afterAll(() => office.close());

const invitation = (email: string) => ({
  email,
  names: { en: "Somebody New", kk: "Жаңа Адам" },
  language: "en",
  roles: ["representative"],
  party: "KZ",
});

async function invites(email: string): Promise<string> {
  const answer = await seconded(office, await secretary.send("POST", "/people", invitation(email)));
  if (answer.status !== 201) throw new Error(await answer.text());
  return ((await answer.json()) as { id: string }).id;
}

async function problemOf(answer: Response) {
  const problem = (await answer.json()) as {
    type: string;
    detail: string;
    errors?: { pointer: string; detail: string }[];
  };
  const { type, detail, errors } = problem;
  return { status: answer.status, type, detail, errors };
}

async function asks(email: string): Promise<string> {
  const answer = await office.anyone.send("POST", "/session/codes", { email });
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { id: string }).id;
}

test.each([
  "Dana@Хаб.қаз",
  "dana@xn--80ao21a.XN--80AO21A",
  "office@почта.рф",
  "a.b+c@وزارة.امارات",
  " A@B.Example ",
  "x@straße.example",
])("%s is kept as ASCII, found by either form, and shown in its own script", (given) => {
  const canonical = canonicalEmail(given);
  expect(canonical).toMatch(/^[\x21-\x7e]+$/);
  expect(canonicalEmail(canonical)).toBe(canonical);
  expect(canonicalEmail(shownEmail(canonical))).toBe(canonical);
});

test("the Kazakh, Russian and Arabic top-level domains have their registered form", () => {
  expect(canonicalEmail("a@b.қаз")).toBe("a@b.xn--80ao21a");
  expect(canonicalEmail("a@b.рф")).toBe("a@b.xn--p1ai");
  expect(canonicalEmail("a@b.امارات")).toBe("a@b.xn--mgbaam7a8h");
  expect(shownEmail("a@b.xn--80ao21a")).toBe("a@b.қаз");
});

test.each([
  ["дана@hub.example", "before the @"],
  ["no-at.example", "name@host"],
  ["a@b@c.example", "name@host"],
  ["a@localhost", "domain"],
  ["a@1.2.3.4", "domain"],
  ["a@-b.example", "domain"],
  ["a@b..example", "domain"],
  ["a@b.example/c", "domain"],
  ["a b@c.example", "before the @"],
  ["a..b@c.example", "before the @"],
  [`${"a".repeat(65)}@c.example`, "before the @"],
])("%s is refused with what is wrong with it, in the reader's language", async (email, words) => {
  const refused = await problemOf(await secretary.send("POST", "/people", invitation(email)));
  expect(refused).toMatchObject({ status: 422, type: "urn:depositary:problem:invalid-address" });
  expect(refused.errors?.[0]?.pointer).toBe("/email");
  expect(refused.errors?.[0]?.detail).toContain(words);
  const kazakh = await problemOf(
    await secretary.send("POST", "/people", invitation(email), { "Accept-Language": "kk" }),
  );
  expect(kazakh.detail).toContain("мекенжай");
  const asked = await office.anyone.send("POST", "/session/codes", { email });
  expect(asked.status).toBe(422);
});

test("somebody at a Kazakh domain is invited once, whichever way it is written, and signs in", async () => {
  await invites("dana@ТУЛҒА.ҚАЗ");
  const again = invitation("Dana@тулға.қаз");
  expect((await secretary.send("POST", "/people", again)).status).toBe(409);
  const punycode = canonicalEmail("dana@тулға.қаз");
  expect((await secretary.send("POST", "/people", invitation(punycode))).status).toBe(409);
  const browser = browserOf(office);
  const before = (await lettersTo(office, punycode)).length;
  const id = await asks(punycode);
  await codeFor(office, punycode);
  const last = await asks("dana@тулға.қаз");
  expect(last).not.toBe(id);
  await expect.poll(async () => (await lettersTo(office, punycode)).length).toBe(before + 2);
  const letter = (await lettersTo(office, punycode)).find(({ text }) => text.includes(last));
  const code = letter?.text.match(/\d{4} \d{4}/)?.[0] ?? "";
  expect((await browser.send("POST", "/session", { code: { id: last, code } })).status).toBe(201);
  expect(await browser.get("/session")).toMatchObject({ email: "dana@тулға.қаз" });
  const { items } = await secretary.get<{ items: { email: string }[] }>("/people");
  expect(items.map(({ email }) => email)).toContain("dana@тулға.қаз");
});

test("a corrected address ends the codes sent to the old one, and both are written to", async () => {
  const id = await invites("misspelt@ministry.example");
  const [old, link] = [await asks("misspelt@ministry.example"), browserOf(office)];
  const code = await codeFor(office, "misspelt@ministry.example");
  const right = { email: "spelt@ministry.example" };
  const waiting = await secretary.send("PATCH", `/people/${id}`, right);
  expect((await seconded(office, waiting)).status).toBe(201);
  for (const address of ["misspelt@ministry.example", "spelt@ministry.example"]) {
    await expect
      .poll(async () => (await lettersOfRelayTo(office, address)).map(({ subject }) => subject))
      .toContain("The address of your account has changed");
    const [letter] = (await lettersTo(office, address)).filter(({ text }) =>
      text.includes("spelt@ministry.example to spelt@ministry.example"),
    );
    expect(letter).toBeDefined();
  }
  expect((await link.tries("POST", "/session", { code: { id: old, code } }))[0]).toBe(401);
  const letters = (await lettersTo(office, "misspelt@ministry.example")).length;
  await asks("misspelt@ministry.example");
  const fresh = await asks("spelt@ministry.example");
  const newCode = await codeFor(office, "spelt@ministry.example");
  expect((await link.send("POST", "/session", { code: { id: fresh, code: newCode } })).status).toBe(
    201,
  );
  expect(await lettersTo(office, "misspelt@ministry.example")).toHaveLength(letters);
  type Events = { items: { event: string; detail: object }[] };
  const { items } = await secretary.get<Events>(`/people/${id}/events`);
  expect(items).toContainEqual(
    expect.objectContaining({
      event: "address-changed",
      detail: {
        from: "misspelt@ministry.example",
        to: "spelt@ministry.example",
        proposedBy: secretary.person.id,
      },
    }),
  );
});

test("an address is corrected by the secretariat, to one that nobody else has, and never one's own", async () => {
  const id = await invites("third@ministry.example");
  const taken = { email: secretary.person.email.toUpperCase() };
  expect((await secretary.send("PATCH", `/people/${id}`, taken)).status).toBe(409);
  const wrong = { email: "nowhere" };
  expect((await secretary.send("PATCH", `/people/${id}`, wrong)).status).toBe(422);
  const officer = office.as("legal-officer");
  const other = { email: "fourth@ministry.example" };
  expect((await officer.send("PATCH", `/people/${id}`, other)).status).toBe(403);
  expect((await secretary.send("PATCH", `/people/${secretary.person.id}`, other)).status).toBe(403);
  expect((await lettersTo(office, "fourth@ministry.example")).length).toBe(0);
});

test("a code asked before a suspension opens nothing, then or after it", async () => {
  const email = "fifth@ministry.example";
  const id = await invites(email);
  const asked = await asks(email);
  const given = { code: { id: asked, code: await codeFor(office, email) } };
  for (const state of ["suspended", "active"]) {
    const answer = await secretary.send("PATCH", `/people/${id}`, { state });
    expect([201, 204]).toContain((await seconded(office, answer)).status);
    expect((await browserOf(office).tries("POST", "/session", given))[0]).toBe(401);
  }
});

test("a code asked before two people approved a recovery opens nothing after it", async () => {
  const email = "sixth@ministry.example";
  const id = await invites(email);
  const asked = await asks(email);
  const given = { code: { id: asked, code: await codeFor(office, email) } };
  const wanted = { email: "sixth@new.example", reason: "The mailbox is lost." };
  const begun = await secretary.send("POST", `/people/${id}/recoveries`, wanted);
  const recovery = ((await begun.json()) as { id: string }).id;
  const second = office.as("secretariat", null, 1);
  expect((await second.send("POST", `/recoveries/${recovery}/approvals`, {})).status).toBe(204);
  expect((await browserOf(office).tries("POST", "/session", given))[0]).toBe(401);
});
