import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Client } from "./office.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Wanted = { language?: string; width?: number; dark?: boolean };

/** A browser in which a demo person has signed in; the office must be one with demo people. */
export async function signedIn(
  chromium: Browser,
  url: string,
  { person }: Client,
  { language = "en", width = 1280, dark = false }: Wanted = {},
): Promise<BrowserContext> {
  const context = await chromium.newContext({
    viewport: { width, height: 900 },
    locale: language,
    baseURL: url,
    colorScheme: dark ? "dark" : "light",
  });
  const headers = { Origin: url };
  const answer = await context.request.post("/api/v1/session", {
    data: { demo: person.id },
    headers,
  });
  if (!answer.ok()) throw new Error(await answer.text());
  await context.request.patch("/api/v1/session", { data: { language }, headers });
  await context.addInitScript((tag) => localStorage.setItem("language", tag), language);
  return context;
}

type Finding = { id: string; impact: string | null; nodes: { html: string; failureSummary?: string }[] };

/** The serious and critical findings of axe on a page, in words. */
export async function findingsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: Finding[] }> };
    };
    return (await axe.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary ?? ""}`);
}

/** Whether the page is wider than its window. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}
