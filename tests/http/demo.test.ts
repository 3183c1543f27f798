import { afterAll, beforeAll, expect, test } from "vitest";
import { demoOf } from "#src/node.ts";
import { demoPeople } from "#src/people/demo-people.ts";
import { browserOf } from "#tests/support/browser.ts";
import { fromPage } from "#tests/support/local-browser.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { seconded } from "#tests/support/second-secretary.ts";
import about from "../../package.json" with { type: "json" };

type DemoPerson = { person: string; names: { en: string }; role: string; party: string | null };

let demo: Office;
let office: Office;
beforeAll(async () => {
  [demo, office] = await Promise.all([openOffice({ demo: true }), openOffice()]);
});
afterAll(() => Promise.all([demo.close(), office.close()]));

const people = async () =>
  (await browserOf(demo).get<{ people: DemoPerson[] }>("/demo/people")).people;

test("a demonstration names its people, with role and party, in their order", async () => {
  const shown = await people();
  expect(shown.map(({ names }) => names.en)).toEqual(demoPeople.map(({ names }) => names.en));
  expect(shown[2]).toMatchObject({ role: "representative", party: "KZ" });
});

test("one of them is signed in as by a name alone, and may do what asks for a fresh proof", async () => {
  const secretary = (await people()).find(({ role }) => role === "secretariat");
  const browser = browserOf(demo);
  const answer = await browser.send("POST", "/session", { demo: secretary?.person });
  expect(answer.status).toBe(201);
  expect(await browser.get("/session")).toMatchObject({ person: secretary?.person });
  const wanted = { email: "new@hub.example", names: { en: "New" }, language: "en" };
  const proposed = await browser.send("POST", "/people", { ...wanted, roles: ["archivist"] });
  expect(proposed.status).toBe(202);
  const invited = await seconded(demo, proposed);
  expect(invited.status).toBe(201);
  const { id } = (await invited.json()) as { id: string };
  expect(await browserOf(demo).tries("POST", "/session", { demo: id })).toEqual([
    401,
    "unauthenticated",
  ]);
});

test("its letters are shown, the newest first, so that a code can be typed", async () => {
  const browser = browserOf(demo);
  const { email } = demo.as("archivist").person;
  await browser.send("POST", "/session/codes", { email });
  await expect
    .poll(async () => {
      type Letter = { to: string; text: string; at: string };
      const { items } = await browser.get<{ items: Letter[] }>("/demo/letters");
      return items[0]?.to === email && /\d{4} \d{4}/.test(items[0].text);
    })
    .toBe(true);
});

test("the service says what a client must know before anybody has signed in", async () => {
  const { version } = about;
  const common = { singleSignOn: false, letters: true, version, publicUrl: null, zone: "UTC" };
  expect(await browserOf(demo).get("/service")).toEqual({ demonstration: true, ...common });
  expect(await browserOf(office).get("/service")).toEqual({ demonstration: false, ...common });
});

test("a service of record knows nothing of it", async () => {
  const browser = browserOf(office);
  for (const path of ["/demo/people", "/demo/letters"]) {
    expect(await browser.tries("GET", path)).toEqual([404, "not-found"]);
  }
  const { id } = office.as("secretariat").person;
  const [asked, other] = await Promise.all([
    browser.send("POST", "/session", { demo: id }),
    browser.send("POST", "/session", { nothing: id }),
  ]);
  expect(asked.status).toBe(400);
  const said = async (answer: Response) =>
    (await answer.text()).replace(answer.headers.get("X-Request-Id") ?? "", "");
  expect(await said(asked)).toBe(await said(other));
});

test.each([
  ["by another host's name", "http://elsewhere.example", {}],
  ["through a proxy", "http://localhost", { "X-Forwarded-For": "192.0.2.1" }],
])("nor does a demonstration that is asked %s", async (_, site, more) => {
  const headers = { ...fromPage(site), ...more };
  const [first] = await people();
  const shown = await demo.app.request(`${site}/api/v1/demo/people`, { headers });
  expect(shown.status).toBe(404);
  const entered = await demo.app.request(`${site}/api/v1/session`, {
    method: "POST",
    body: JSON.stringify({ demo: first?.person }),
    headers: { ...headers, "Content-Type": "application/json" },
  });
  expect(entered.status).toBe(400);
});

test("nor does one with a public address of its own", () => {
  const settings = { demo: true, smtpUrl: null, dataDir: "data" };
  expect(demoOf({ ...settings, publicUrl: "https://treaties.example" })).toBeNull();
  expect(demoOf({ ...settings, publicUrl: "http://localhost:3000" })).toBeNull();
  expect(demoOf({ ...settings, publicUrl: null })).not.toBeNull();
});
