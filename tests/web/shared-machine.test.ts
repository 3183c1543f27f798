import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enterArticle } from "#tests/support/enter-article.ts";
import { trials } from "#tests/support/length.ts";
import { codeFor, lettersTo } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
import { openWeb, type Say, type Web, wordsIn } from "#tests/support/web.ts";

let office: Office;
let web: Web;
const words = "WORDS OF THE FIRST PARTY";

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

const first = () => office.as("legal-officer").person;
const second = () => office.as("legal-officer", null, 1).person;

/** All that the browser keeps of this site. */
function keptIn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const stores = [localStorage, sessionStorage].map((store) => Object.entries(store));
    return JSON.stringify([stores, databases, "caches" in self ? await caches.keys() : []]);
  });
}

/** The short run is in Arabic: what is kept and forgotten does not depend on the language. */
const languages = (["ar", "en"] as const).slice(0, trials({ short: 1, long: 2 }));

describe.each(languages)("two people at one computer, in %s", (language) => {
  let say: Say;
  beforeAll(async () => {
    say = await wordsIn(language);
    await office.db.updateTable("people").set({ language }).execute();
  });

  async function comesIn(page: Page, { email }: { email: string }, tick = false): Promise<void> {
    await page.goto(`${web.url}/sign-in`);
    if (tick) await page.getByLabel(say("sign-in", "shared")).check();
    const before = (await lettersTo(office, email)).length;
    await page.getByLabel(say("sign-in", "email")).fill(email);
    await page.getByRole("button", { name: say("sign-in", "sendCode") }).click();
    await page.getByLabel(say("sign-in", "code")).fill(await codeFor(office, email, before));
    await page.getByRole("button", { name: say("sign-in", "go"), exact: true }).click();
    await page.waitForURL((address) => address.pathname !== "/sign-in");
    await menu(page).waitFor();
  }

  const menu = (page: Page) =>
    page.getByRole("button", {
      name: new RegExp(say("shell", "person", { name: "X" }).split(/[\u2066-\u2069]*X/)[0]!),
    });

  /** The field of a form that keeps what is typed. */
  async function field(page: Page) {
    await page.goto(`${web.url}/ceremonies`);
    await page.getByRole("button", { name: say("ceremonies", "plan") }).click();
    return page.getByRole("dialog").locator(`input[lang=${language}]`).first();
  }

  async function types(page: Page): Promise<void> {
    await (await field(page)).fill(words);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }

  /** Signs out, and answers the question about what was not sent if one is expected. */
  async function leaves(page: Page, answer: "delete" | "keep" | null): Promise<void> {
    await menu(page).click();
    await page.getByRole("menuitem", { name: say("shell", "signOut") }).click();
    if (answer) {
      await page.getByRole("heading", { name: say("shell", "unsent.title") }).waitFor();
      await page.getByRole("button", { name: say("shell", `unsent.${answer}`) }).click();
    }
    await page.getByRole("heading", { name: say("home", "front.title") }).waitFor();
  }

  test("what one has typed and deletes on leaving is nowhere on the computer", async () => {
    const page = await web.device({ language });
    await comesIn(page, first());
    await types(page);
    await leaves(page, "delete");
    expect(await keptIn(page)).not.toContain(words);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    await comesIn(page, second());
    expect(await (await field(page)).inputValue()).toBe("");
    await page.context().close();
  });

  test("what one keeps on leaving is there for that person again, and for no other", async () => {
    const page = await web.device({ language });
    await comesIn(page, first());
    await types(page);
    await leaves(page, "keep");
    await comesIn(page, second());
    expect(await (await field(page)).inputValue()).toBe("");
    await page.keyboard.press("Escape");
    await leaves(page, null);
    await comesIn(page, first());
    expect(await (await field(page)).inputValue()).toBe(words);
    await page.context().close();
  });

  test("a shared computer keeps nothing, forgets what others have left, and stays marked", async () => {
    const page = await web.device({ language });
    await comesIn(page, first());
    await types(page);
    await leaves(page, "keep");
    expect(await keptIn(page)).toContain(words);
    await comesIn(page, second(), true);
    expect(await keptIn(page)).not.toContain(words);
    await types(page);
    expect(await keptIn(page)).not.toContain(words);
    const again = page.getByRole("button", { name: say("ceremonies", "plan") });
    await again.click();
    const typed = page.getByRole("dialog").locator(`input[lang=${language}]`).first();
    expect(await typed.inputValue()).toBe(words);
    await page.keyboard.press("Escape");
    await leaves(page, null);
    await page.goto(`${web.url}/sign-in`);
    expect(await page.getByLabel(say("sign-in", "shared")).isChecked()).toBe(true);
    await comesIn(page, first());
    expect(await (await field(page)).inputValue()).toBe("");
    await page.context().close();
  });

  // The rest has no words of its own.
  if (language === "ar") return;

  test("when a session ends by itself, the next person to sign in is shown nothing of it", async () => {
    const page = await web.device({ language });
    await comesIn(page, first());
    await types(page);
    await page.goto(`${web.url}/agreements`);
    await office.db.deleteFrom("sessions").execute();
    await comesIn(page, second());
    expect(await (await field(page)).inputValue()).toBe("");
    await page.context().close();
  });

  test("words of a draft that were not saved are gone too, although closing the page keeps them elsewhere", async () => {
    const page = await web.device({ language });
    const id = await draft(office);
    await comesIn(page, first());
    await page.route("**/working-texts/*", (route) =>
      route.request().method() === "PUT" ? route.fulfill({ status: 429 }) : route.continue(),
    );
    await page.goto(`${web.url}/agreements/${id}/draft`);
    await enterArticle(page, /^Edit Section.2: English$/, /^Section.2: English$/);
    await page.keyboard.type(words);
    await leaves(page, "delete");
    expect(await keptIn(page)).not.toContain(words);
    await page.context().close();
  });

  test("the Back button shows nothing after signing out", async () => {
    const page = await web.device({ language });
    const id = await draft(office);
    await comesIn(page, first());
    await page.goto(`${web.url}/agreements/${id}`);
    await page.locator("#main h1").waitFor();
    const heading = (await page.locator("#main h1").textContent()) ?? "";
    await leaves(page, null);
    await page.goBack();
    await page.getByLabel(say("sign-in", "email")).waitFor();
    expect(await page.locator("body").textContent()).not.toContain(heading);
    await page.context().close();
  });
});

test("on a shared computer a page with something typed is left when its session ends", async () => {
  const say = await wordsIn("en");
  await office.db.updateTable("people").set({ language: "en" }).execute();
  const page = await web.device({ as: first().email });
  await page.goto(`${web.url}/sign-in`);
  await page.getByLabel(say("sign-in", "shared")).check();
  await page.goto(`${web.url}/ceremonies`);
  await page.getByRole("button", { name: say("ceremonies", "plan") }).click();
  await page.getByRole("dialog").locator("input[lang=en]").first().fill(words);
  await office.db.deleteFrom("sessions").execute();
  const asked = page.waitForURL((address) => address.pathname === "/sign-in");
  await page.evaluate(() => new BroadcastChannel("person-changed").postMessage(null));
  await asked;
  await page.getByText(say("sign-in", "ended")).waitFor();
  expect(await page.locator("body").textContent()).not.toContain(words);
  expect(await keptIn(page)).not.toContain(words);
  await page.context().close();
});

test("words that an earlier release kept in nobody's name are removed", async () => {
  const page = await web.device({ as: first().email });
  await page.goto(web.url);
  await page.evaluate((text) => localStorage.setItem("kept:ceremony", text), words);
  await page.reload();
  await page.locator("#main h1").waitFor();
  expect(await keptIn(page)).not.toContain(words);
  await page.context().close();
});
