import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { createInstance } from "i18next";
import type { Page } from "playwright-core";
import { isolate } from "#src/text/isolate.ts";
import type { LanguageOf } from "#src/text/languages.ts";
import { namedInSentences } from "#src/web/words/named-in-sentences.ts";
import { type Chromium, serveOffice, startChromium } from "./chromium.ts";
import type { Office } from "./office.ts";

/** The office's web app in a real browser. */
export type Web = {
  url: string;
  chromium: Chromium;
  /** A new device: nobody has signed in there, or the person has, with a key. */
  device(options?: Device): Promise<Page>;
  /** A device as `device` opens it, the same one for the same person and language. Its cache is warm. */
  sameDevice(options?: Device): Promise<Page>;
  /** What the browsers have complained of since this was asked last; that nobody has signed in is no complaint. */
  complaints(): string[];
  close(): Promise<void>;
};
type Language = LanguageOf<"interface">;
type Device = {
  language?: Language;
  width?: number;
  dark?: boolean;
  as?: string;
  /** The IANA zone of the device. */
  zone?: string;
};

/** Opens the app for tests: a server and a browser, closed together. */
export async function openWeb(office: Office): Promise<Web> {
  const { url, close } = await serveOffice(office);
  const chromium = await startChromium();
  let complaints: string[] = [];
  const device = async ({ language = "en", width = 1440, dark = false, as, zone }: Device = {}) => {
    const context = await chromium.newContext({
      viewport: sizeOf(width),
      colorScheme: dark ? "dark" : "light",
      locale: language,
      ...(zone && { timezoneId: zone }),
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
  };
  const kept = new Map<string, Promise<Page>>();
  return {
    url,
    chromium,
    device,
    sameDevice: async ({ width = 1440, dark = false, ...options } = {}) => {
      const key = JSON.stringify(options);
      const page = kept.get(key) ?? device(options);
      kept.set(key, page);
      await (await page).setViewportSize(sizeOf(width));
      await (await page).emulateMedia({ colorScheme: dark ? "dark" : "light" });
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

const sizeOf = (width: number) => ({ width, height: width < 600 ? 800 : 900 });

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

/** The app's words for what a test looks for, as its catalogues have them and the app fills them. */
export type Say = (area: string, key: string, given?: Record<string, string | number>) => string;

/** `say("acts", "name.submit")` in a language; a key that no catalogue has is a fault of the test. */
export async function wordsIn(language: Language): Promise<Say> {
  const folder = join(import.meta.dirname, "../../src/web/words", language);
  const resources: Record<string, object> = {};
  for (const file of await readdir(folder)) {
    resources[basename(file, ".json")] = JSON.parse(await readFile(join(folder, file), "utf8"));
  }
  const words = createInstance();
  await words.use(namedInSentences).init({
    lng: language,
    resources: { [language]: resources },
    interpolation: { escape: (value) => isolate(value, language) },
  });
  return (area, key, given = {}) => {
    if (!words.exists(`${area}:${key}`, given)) throw new Error(`No words: ${area}:${key}`);
    return words.t(`${area}:${key}`, given);
  };
}

/** Signs in on the page of signing in, by the code of the letter, as everybody can. */
export async function signIn(
  page: Page,
  { office, url, email, say }: { office: Office; url: string; email: string; say: Say },
): Promise<void> {
  const { codeFor, lettersTo } = await import("./mailbox.ts");
  const before = (await lettersTo(office, email)).length;
  await page.goto(url);
  await page.getByLabel(say("sign-in", "email")).fill(email);
  await page.getByRole("button", { name: say("sign-in", "sendCode") }).click();
  await page.getByLabel(say("sign-in", "code")).fill(await codeFor(office, email, before));
  await page.getByRole("button", { name: say("sign-in", "go"), exact: true }).click();
  await page.waitForURL((address) => address.pathname !== "/sign-in");
}

type Finding = { id: string; impact: string | null; nodes: { html: string }[] };

/** What axe finds serious or critical on a page, WCAG 2.2 AA; empty where all is well. */
export async function faultsOf(page: Page): Promise<string[]> {
  const file = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  await page.evaluate(await readFile(file, "utf8"));
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Finding[] }> };
    };
    return (await axe.run({ resultTypes: ["violations"] })).violations;
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** The badges whose words do not fit and end in dots. */
export function cutBadges(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".mantine-Badge-label")]
      .filter((label) => label.scrollWidth > label.clientWidth)
      .map((label) => label.textContent ?? ""),
  );
}

/** Whether a page is wider than its window. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}
