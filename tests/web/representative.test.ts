import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requestChanges } from "#src/agreements/text/request-changes.ts";
import { reviseText } from "#src/agreements/text/revise-text.ts";
import { submit } from "#src/agreements/text/submit.ts";
import { codeFor } from "#tests/support/mailbox.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft, told } from "#tests/support/scenario.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

let office: Office;
let web: Web;
/** The agreement of the English journey, and of the Arabic one. */
let english: string;
let arabic: string;
let desktop: Page;
let phone: Page;

const languages = ["en", "ru", "ar"];
const kazakhstan = () => office.as("representative", "KZ");
const emirates = () => office.as("representative", "AE");

const reads = async (who: Client, language: string) =>
  expect((await who.send("PATCH", "/session", { language })).status).toBe(200);

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  office.ctx.publicUrl = web.url;
  await reads(kazakhstan(), "en");
  await reads(emirates(), "ar");
  english = await draft(office, { languages });
  await circulate(office, english);
  arabic = await draft(office, { languages });
  await circulate(office, arabic);
  desktop = await web.device({ width: 1440 });
  phone = await web.device({ width: 360, language: "ar", as: emirates().person.email });
  for (const page of [desktop, phone]) page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test("a representative signs in by a code and finds what is asked and until when", async () => {
  const { email } = kazakhstan().person;
  await desktop.goto(`${web.url}/sign-in?next=/agreements/${english}`);
  await desktop.getByLabel("E-mail address").fill(email);
  await desktop.getByRole("button", { name: "Send a code" }).click();
  await desktop.getByLabel("Code from the letter").fill(await codeFor(office, email));
  await desktop.getByRole("button", { name: "Sign in", exact: true }).click();
  await desktop.getByText("Read the text and approve it, or ask for changes.").waitFor();
  await desktop.getByRole("heading", { name: /Purpose/ }).waitFor();
});

test("the first load of an agreement is less than 200 KB of compressed script", async () => {
  const page = await web.device({ as: kazakhstan().person.email, width: 360 });
  await page.goto(`${web.url}/agreements/${english}`);
  await page.getByRole("heading", { name: /Purpose/ }).waitFor();
  await page.waitForLoadState("networkidle");
  const sizes = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".js"))
      .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize),
  );
  // In few files: each costs a telephone as much as some thousand bytes.
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.length).toBeLessThan(15);
  expect(Math.min(...sizes)).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
  await page.context().close();
});

test("two languages are read side by side, article beside article", async () => {
  await desktop.getByLabel("Beside it").selectOption("ar");
  const purpose = desktop.locator("[data-article='2']");
  await purpose.getByRole("heading", { name: /الغرض/ }).waitFor();
  const [left, right] = await Promise.all(
    [/Purpose/, /الغرض/].map((name) => purpose.getByRole("heading", { name }).boundingBox()),
  );
  expect(Math.abs((left?.y ?? 0) - (right?.y ?? 99))).toBeLessThan(8);
  expect(left?.x).toBeLessThan(right?.x ?? 0);
});

test("on a phone the language is switched, and the article that is read stays in view", async () => {
  await phone.goto(`${web.url}/agreements/${arabic}`);
  await phone.getByRole("heading", { name: /الغرض/ }).waitFor();
  const article = phone.locator("[data-article='6']");
  await article.evaluate((part) => scrollTo(0, part.getBoundingClientRect().top + scrollY - 140));
  const top = () => article.evaluate((part) => part.getBoundingClientRect().top);
  const before = await top();
  await phone.getByRole("radiogroup").getByText("الإنكليزية").click();
  await article.locator(".text[lang=en]").waitFor();
  expect(Math.abs((await top()) - before)).toBeLessThan(4);
  await phone.getByRole("radiogroup").getByText("العربية").click();
  await article.locator(".text[lang=ar]").waitFor();
  expect(await overflows(phone)).toBe(false);
});

test("a comment goes to their own delegation or to all, and is kept while the service is down", async () => {
  const purpose = desktop.locator("[data-article='2']");
  await purpose.getByRole("button", { name: "Comment Purpose" }).click();
  const words = purpose.getByLabel("Your comment");
  await words.fill("Is this what the ministry wants?");
  await desktop.context().setOffline(true);
  await purpose.getByRole("button", { name: "Send" }).click();
  await purpose
    .getByRole("alert")
    .getByText(/does not answer/)
    .waitFor();
  expect(await words.inputValue()).toBe("Is this what the ministry wants?");
  await desktop.context().setOffline(false);
  await desktop.reload();
  await purpose.getByRole("button", { name: "Comment Purpose" }).click();
  expect(await words.inputValue()).toBe("Is this what the ministry wants?");
  await purpose.getByRole("radio", { name: "All parties and the office" }).check();
  const session = await desktop.context().newCDPSession(desktop);
  const slow = { offline: false, latency: 400, downloadThroughput: 6000, uploadThroughput: 6000 };
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", slow);
  await purpose.getByRole("button", { name: "Send" }).click();
  expect(await words.inputValue()).toBe("Is this what the ministry wants?");
  await purpose.getByRole("article", { name: "Thread of comments" }).waitFor();
  await purpose.getByRole("button", { name: "1 comment Purpose" }).waitFor();
  expect(await words.inputValue()).toBe("");
  const free = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  await session.send("Network.emulateNetworkConditions", free);
  const seen = await emirates().get<{ items: unknown[] }>(`/agreements/${english}/comments`);
  expect(seen.items).toMatchObject([{ audience: "shared", article: 2 }]);
  expect(web.complaints().filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line))).toEqual([]);
});

test("what changed since the last look is shown as a redline until it is said to be seen", async () => {
  const officer = office.as("legal-officer");
  const reason = "Say how often.";
  await requestChanges(office.ctx, await told(office, english, emirates()), { reason });
  const text = await officer.send("GET", `/agreements/${english}/texts/en`);
  const en = (await text.text()).replace("is voluntary", "is wholly voluntary");
  await reviseText(office.ctx, await told(office, english, officer), { texts: { en } });
  const respondBy = new Date(Date.now() + 5 * 86_400_000);
  await submit(office.ctx, await told(office, english, officer), { respondBy });
  await desktop.reload();
  await desktop.getByText(/in 5 days/).waitFor();
  await desktop.getByRole("button", { name: "Show what changed" }).click();
  await desktop.locator("ins").first().waitFor();
  expect(await desktop.locator("ins").allTextContents()).toEqual([
    expect.stringContaining("wholly"),
  ]);
  await desktop.getByRole("button", { name: "I have seen the changes" }).click();
  await desktop.getByText("The text has changed").waitFor({ state: "detached" });
});

test("the digest of what is shown is approved", async () => {
  await desktop.getByRole("button", { name: "Approve the text" }).click();
  const { digest } = await kazakhstan().get<{ digest: string }>(`/agreements/${english}`);
  await desktop.getByText(digest).waitFor();
  await desktop.getByRole("button", { name: "Approve this text" }).click();
  await desktop.getByText("You have approved this text.").waitFor();
  await desktop.getByText(/Waiting for: .*Emirates/).waitFor();
  await phone.getByRole("button", { name: "الموافقة على النص" }).click();
  await phone.getByRole("button", { name: "الموافقة على هذا النص" }).click();
  await phone.getByText("وافقتم على هذا النص.").waitFor();
});

test.each([
  ["en", 1440, false],
  ["en", 360, true],
  ["ar", 360, false],
  ["ar", 768, true],
] as const)("the page is sound in %s at %i px, dark: %s", async (language, width, dark) => {
  await reads(emirates(), language);
  const page = await web.device({ language, width, dark, as: emirates().person.email });
  await page.goto(`${web.url}/agreements/${english}`);
  await page.locator("[data-article='2']").waitFor();
  expect(await overflows(page)).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
  expect(web.complaints()).toEqual([]);
  await page.context().close();
});
