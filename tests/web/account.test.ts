import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addAuthenticator } from "#tests/support/chromium.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

let office: Office;
let web: Web;
let page: Page;

const person = () => office.as("representative", "KZ");

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  office.ctx.publicUrl = web.url;
  await person().send("PATCH", "/session", { language: "en" });
  page = await web.device({ as: person().person.email });
  page.setDefaultTimeout(10_000);
  await page.goto(`${web.url}/account`);
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test("a passkey is made under a name, and the first signing-in by a code suffices for it", async () => {
  await addAuthenticator(page);
  const passkeys = page.getByRole("region", { name: "Passkeys" });
  await passkeys.getByText("You have none yet.").waitFor();
  await passkeys.getByLabel("Name of the device").fill("Phone of the office");
  await passkeys.getByRole("button", { name: "Make a passkey" }).click();
  await passkeys.getByText("Phone of the office", { exact: true }).waitFor();
  const kept = await person().get<{ items: unknown[] }>("/passkeys");
  expect(kept.items).toMatchObject([{ label: "Phone of the office" }]);
});

test("an API key is shown once, and asks for a confirmation when the last one is old", async () => {
  const now = office.ctx.now;
  office.ctx.now = () => new Date(Date.now() + 6 * 60_000);
  const keys = page.getByRole("region", { name: "API keys" });
  await keys.getByRole("button", { name: "Make an API key" }).click();
  await keys.getByLabel("What the key is for").fill("Archive of the ministry");
  await keys.getByRole("button", { name: "Make the key" }).click();
  const window = page.getByRole("dialog", { name: "Confirm that it is you" });
  await window.getByRole("button", { name: "Use your passkey" }).click();
  await keys.getByText("It is shown only once").waitFor();
  const key = await keys.locator("pre").textContent();
  office.ctx.now = now;
  const answer = await office.app.request("/api/v1/session", {
    headers: { Authorization: `Bearer ${key}` },
  });
  expect(answer.status).toBe(200);
  await keys.getByRole("button", { name: "I have saved it" }).click();
  await keys.getByText("Archive of the ministry").waitFor();
  expect(await keys.locator("pre").count()).toBe(0);
});

test("this device is marked among the sessions, and all others are ended", async () => {
  const other = await web.device({ as: person().person.email });
  await other.goto(`${web.url}/account`);
  await page.reload();
  const sessions = page.getByRole("region", { name: "Where you are signed in" });
  await sessions.getByText("This device").waitFor();
  await sessions.getByRole("button", { name: "End all others" }).click();
  await sessions.getByRole("button", { name: "End all others" }).waitFor({ state: "detached" });
  // The page may learn of it by itself and go to sign in, which ends this load.
  await Promise.allSettled([other.reload()]);
  await other.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
  expect(new URL(other.url()).searchParams.get("next")).toBe("/account");
  await other.context().close();
});

test("what was done to the account is listed, and a passkey is removed", async () => {
  const passkeys = page.getByRole("region", { name: "Passkeys" });
  await passkeys.getByRole("button", { name: "Remove: Phone of the office" }).click();
  await passkeys.getByText("You have none yet.").waitFor();
  const events = page.getByRole("region", { name: "What was done to your account" });
  await events.getByText("A passkey was removed").waitFor();
  await events.getByText("An API key was made").waitFor();
});

test("the language is chosen and the page is mirrored; signing out ends the session", async () => {
  await page.getByLabel("Language you read").selectOption("ar");
  await page.getByRole("heading", { name: "مفاتيح المرور" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.dir)).toBe("rtl");
  await page.getByRole("button", { name: "تسجيل الخروج" }).click();
  await page.waitForURL(`${web.url}/`);
  await page.getByRole("link", { name: "تسجيل الدخول" }).first().waitFor();
});

test.each([
  ["en", 1440, false],
  ["en", 360, true],
  ["ar", 360, false],
  ["ar", 768, true],
] as const)("the account is sound in %s at %i px, dark: %s", async (language, width, dark) => {
  await person().send("PATCH", "/session", { language });
  web.complaints();
  const device = await web.device({ language, width, dark, as: person().person.email });
  await device.goto(`${web.url}/account`);
  await device.getByRole("heading", { level: 2 }).nth(4).waitFor();
  await device.waitForLoadState("networkidle");
  expect(await overflows(device)).toBe(false);
  expect(await faultsOf(device)).toEqual([]);
  expect(web.complaints()).toEqual([]);
  await device.context().close();
});
