import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, serveOffice, startChromium } from "#tests/support/chromium.ts";
import { codeFor, lettersTo } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";

let office: Office;
let served: { url: string; close(): void };
let chromium: Chromium;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  office = await openOffice();
  served = await serveOffice(office);
  chromium = await startChromium();
  page = await chromium.newPage({ viewport: { width: 360, height: 800 }, locale: "en" });
  page.on("console", (line) => {
    // That nobody has signed in yet is told as a 401.
    if (line.type() === "error" && !line.text().includes("401")) complaints.push(line.text());
  });
});
afterAll(async () => {
  await chromium?.close();
  served?.close();
  await office.close();
});

test("a person signs in with the code from the letter", async () => {
  const { email } = office.as("archivist").person;
  await page.goto(`${served.url}/sign-in`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send a code" }).click();
  await page.getByLabel("Code from the letter").fill(await codeFor(office, email));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Account of Sofia Lindqvist" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
  expect(complaints).toEqual([]);
});

test("a link of a letter is used up by the button and not by looking at it", async () => {
  const { email } = office.as("representative", "KZ").person;
  await office.anyone.send("POST", "/session/codes", { email });
  await codeFor(office, email);
  const [letter] = await lettersTo(office, email);
  const [, query] = letter?.text.match(/sign-in(\?id=[\w-]+#token=[\w-]+)/) ?? [];
  for (const device of ["first", "second"]) {
    const context = await chromium.newContext({ locale: "en" });
    const other = await context.newPage();
    await other.goto(`${served.url}/sign-in${query}`);
    const button = other.getByRole("button", { name: "Sign in on this device" });
    await button.waitFor();
    if (device === "first") {
      // Looked at and left alone.
      await context.close();
      continue;
    }
    await button.click();
    await other.getByRole("button", { name: /Ерлан Әбдірахманов/ }).waitFor();
    await context.close();
  }
});

test("a fault of the service is told with the name of its request, to be quoted", async () => {
  const device = await chromium.newPage({ locale: "en" });
  await device.route("**/api/v1/session/codes", async (route) => {
    const answer = await route.fetch({ url: `${served.url}/api/v1/nowhere`, method: "GET" });
    const body = { ...(await answer.json()), status: 500 };
    await route.fulfill({ status: 500, json: body, contentType: "application/problem+json" });
  });
  await device.goto(`${served.url}/sign-in`);
  await device.getByLabel("E-mail address").fill("someone@hub.example");
  const refused = device.waitForResponse("**/session/codes");
  await device.getByRole("button", { name: "Send a code" }).click();
  const { requestId } = (await (await refused).json()) as { requestId: string };
  await device.getByText(`When you report this, quote the request: ${requestId}`).waitFor();
  await device.context().close();
});

test("the language is chosen once, mirrors the page where it is Arabic, and stays", async () => {
  await page.getByRole("button", { name: "Language: English" }).click();
  await page.getByRole("menuitem", { name: "العربية" }).click();
  await page.getByRole("button", { name: "اللغة: العربية" }).waitFor();
  const seen = () =>
    page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
  expect(await seen()).toEqual(["ar", "rtl"]);
  await page.reload();
  await page.getByRole("button", { name: "اللغة: العربية" }).waitFor();
  expect(await seen()).toEqual(["ar", "rtl"]);
  const overflows = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(overflows).toBe(false);
});

test("an address that leads nowhere says so and leads home", async () => {
  await page.goto(`${served.url}/agreements/${crypto.randomUUID()}/nowhere`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.getByRole("link", { name: "إلى الصفحة الأولى" }).count()).toBe(1);
});
