import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, browserOf } from "#tests/support/browser.ts";
import { codeFor } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
let browser: Browser;
let agreement: string;
beforeAll(async () => {
  office = await openOffice();
  agreement = await draft(office);
  await circulate(office, agreement);
  browser = browserOf(office);
  const { email } = office.as("legal-officer").person;
  const asked = await browser.send("POST", "/session/codes", { email });
  const { id } = (await asked.json()) as { id: string };
  await browser.send("POST", "/session", { code: { id, code: await codeFor(office, email) } });
});
afterAll(() => office.close());

const kept = ({ headers }: Response) => headers.get("Cache-Control");

test.each([
  "/agreements",
  "/agreements/{id}",
  "/agreements/{id}/texts/en",
  "/agreements/{id}/source",
  "/agreements/{id}/comments",
  "/agreements/{id}/pdf?kind=draft",
  "/agreements/{id}/evidence",
  "/parties",
  "/people",
  "/waiting",
  "/ceremonies",
  "/filters",
  "/session",
  "/sessions",
  "/keys",
  "/passkeys",
])("a browser with a session writes nothing of %s on the disk", async (pattern) => {
  const path = pattern.replace("{id}", agreement);
  const answer = await browser.send("GET", path);
  expect([answer.status, kept(answer)]).toEqual([200, "no-store"]);
  const etag = answer.headers.get("ETag");
  if (!etag) return;
  // A program that keeps its own copies may still ask by the tag.
  const again = await browser.send("GET", path, undefined, { "If-None-Match": etag });
  expect([again.status, kept(again)]).toEqual([304, "no-store"]);
});

test("a program with a key may keep what it asks about again, and what all may read anybody may keep", async () => {
  const { key } = office.as("legal-officer");
  const byKey = (path: string) =>
    office.anyone.send("GET", path, undefined, { Authorization: `Bearer ${key}` });
  expect(kept(await byKey("/agreements"))).toBe("private, no-cache");
  expect(kept(await byKey("/keys"))).toBe("no-store");
  expect(kept(await browser.send("GET", "/register"))).toMatch(/^public/);
});

test("the answer that shows a new key is kept by nobody", async () => {
  const key = { label: "Reports", scopes: ["read"], days: 1 };
  const made = await browser.send("POST", "/keys", key);
  expect([made.status, kept(made)]).toEqual([201, "no-store"]);
});

test("a refusal is kept by nobody", async () => {
  const refused = await browser.send("GET", `/agreements/${crypto.randomUUID()}`);
  expect([refused.status, kept(refused)]).toEqual([404, "no-store"]);
});

test("at the sign-out a browser is told to forget this site", async () => {
  const left = await browser.send("DELETE", "/session");
  expect([left.status, left.headers.get("Clear-Site-Data")]).toEqual([204, '"cache", "storage"']);
  expect(kept(left)).toBe("no-store");
});
