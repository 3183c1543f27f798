import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveOffice, startChromium } from "#tests/support/chromium.ts";
import { codeFor } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";

let office: Office;
let served: { url: string; close(): void };
let chromium: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  office = await openOffice();
  served = await serveOffice(office);
  chromium = await startChromium();
  page = await chromium.newPage({ viewport: { width: 390, height: 844 } });
  page.on("console", (line) => {
    if (line.type() === "error") complaints.push(line.text());
  });
});
afterAll(async () => {
  await chromium?.close();
  served?.close();
  await office.close();
});

test.each(["/", "/sign-in", "/docs"])(
  "%s is styled, fits a telephone, and breaks no rule of its own policy",
  async (path) => {
    await page.goto(`${served.url}${path}`);
    const { style, wide } = await page.evaluate(() => ({
      style: getComputedStyle(document.body).maxWidth,
      wide: document.documentElement.scrollWidth > innerWidth,
    }));
    expect([style, wide]).toEqual(["960px", false]);
    expect(complaints).toEqual([]);
  },
);

test("the policy lets nothing in that is not ours, nor a style or script in the page", async () => {
  const answer = await office.app.request("/");
  const policy = answer.headers.get("Content-Security-Policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|data:|https?:/);
  await page.goto(served.url);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = true";
    document.body.append(script);
    return "ran" in globalThis;
  });
  expect(ran).toBe(false);
  complaints.length = 0;
});

test("a person signs in on the page with the code from the letter", async () => {
  const { email } = office.as("archivist").person;
  await page.goto(`${served.url}/sign-in`);
  await page.getByLabel("Address of mail").fill(email);
  await page.getByRole("button", { name: "Send a code" }).click();
  await page.getByLabel("Code").fill(await codeFor(office, email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${served.url}/`);
  expect(await page.getByRole("heading", { name: "Your agreements" }).count()).toBe(1);
  expect(complaints).toEqual([]);
});

test("a request that names another origin changes nothing, with or without a cookie", async () => {
  const post = (origin: string) =>
    office.app.request("http://localhost/api/v1/session/codes", {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: origin },
      body: JSON.stringify({ email: "a@b.example" }),
    });
  expect((await post("https://evil.example")).status).toBe(403);
  expect((await post("null")).status).toBe(403);
  expect((await post("http://localhost")).status).toBe(202);
});
