import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, serveOffice, startChromium } from "#tests/support/chromium.ts";
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

test.each(["/docs"])(
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
  const policyOf = async (path: string) =>
    (await office.app.request(path)).headers.get("Content-Security-Policy") ?? "";
  for (const path of ["/", "/agreements", "/docs", "/api/v1/register", "/assets/none.js"]) {
    const policy = await policyOf(path);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  }
  expect(await policyOf("/")).not.toBe(await policyOf("/"));
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
