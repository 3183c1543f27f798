import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { serveOffice, startChromium } from "./chromium.ts";
import type { Office } from "./office.ts";

/** The office's web app in a real browser. */
export type Web = {
  url: string;
  chromium: Browser;
  /** A new device: nobody has signed in there, or the person has, with a key. */
  device(options?: Device): Promise<Page>;
  /** What the browsers have complained of since this was asked last; that nobody has signed in is no complaint. */
  complaints(): string[];
  close(): Promise<void>;
};
type Device = {
  language?: "en" | "ru" | "ar" | "kk";
  width?: number;
  dark?: boolean;
  as?: string;
};

/** Opens the app for tests: a server and a browser, closed together. */
export async function openWeb(office: Office): Promise<Web> {
  const { url, close } = await serveOffice(office);
  const chromium = await startChromium();
  let complaints: string[] = [];
  return {
    url,
    chromium,
    device: async ({ language = "en", width = 1440, dark = false, as } = {}) => {
      const context = await chromium.newContext({
        viewport: { width, height: width < 600 ? 800 : 900 },
        colorScheme: dark ? "dark" : "light",
        locale: language,
      });
      if (as) {
        const cookie = await sessionOf(office, as);
        await context.addCookies([{ ...cookie, url }]);
      }
      const page = await context.newPage();
      await page.addInitScript((chosen) => {
        // A download passes through a document that has no store.
        if (origin === "null") return;
        if (!localStorage.getItem("language")) localStorage.setItem("language", chosen);
      }, language);
      page.on("console", (line) => {
        if (line.type() === "error" && !/ 401 /.test(line.text())) complaints.push(line.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      return page;
    },
    complaints: () => {
      const all = complaints;
      complaints = [];
      return all;
    },
    close: async () => {
      await chromium.close();
      close();
    },
  };
}

/** The session cookie of the person with this address: by a code from the letter, as everybody signs in. */
async function sessionOf(office: Office, email: string): Promise<{ name: string; value: string }> {
  const { codeFor, lettersTo } = await import("./mailbox.ts");
  const headers = { "Content-Type": "application/json" };
  const before = (await lettersTo(office, email)).length;
  const asked = await office.app.request("/api/v1/session/codes", {
    method: "POST",
    headers,
    body: JSON.stringify({ email }),
  });
  const { id } = (await asked.json()) as { id: string };
  const code = await codeFor(office, email, before);
  const answer = await office.app.request("/api/v1/session", {
    method: "POST",
    headers,
    body: JSON.stringify({ code: { id, code } }),
  });
  const [, name = "", value = ""] =
    answer.headers.getSetCookie()[0]?.match(/^([^=]+)=([^;]*)/) ?? [];
  return { name, value };
}

type Finding = { id: string; impact: string | null; nodes: { html: string }[] };

/** What axe finds serious or critical on a page, WCAG 2.2 AA; empty where all is well. */
export async function faultsOf(page: Page): Promise<string[]> {
  const file = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  await page.evaluate(await readFile(file, "utf8"));
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: Finding[] }> };
    };
    return (await axe.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Whether a page is wider than its window. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}
