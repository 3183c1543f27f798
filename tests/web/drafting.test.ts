import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enterArticle as enter } from "#tests/support/enter-article.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

let office: Office;
let web: Web;

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

const officer = (nth = 0) => office.as("legal-officer", null, nth);
const textOf = async (id: string, language: string) => {
  const { items } = await officer().get<{ items: { language: string; markdown: string }[] }>(
    `/agreements/${id}/working-texts`,
  );
  return items.find((text) => text.language === language)?.markdown ?? "";
};

const saved = (page: Page, word = "Saved") =>
  page
    .getByRole("status")
    .filter({ hasText: new RegExp(`^${word}$`) })
    .waitFor();

test("a legal officer drafts an agreement from a template and keeps its first version", async () => {
  const page = await web.device({ as: officer().person.email });
  await page.goto(`${web.url}/agreements/new`);
  await page.getByRole("button", { name: /^Cooperation Agreement/ }).click();
  await page.getByRole("button", { name: "Draft the agreement" }).click();
  await page.getByText("Still missing").first().waitFor();
  const parties = page.getByPlaceholder("Find a party by its name");
  for (const name of ["Kazakhstan", "United Arab Emirates"]) {
    await parties.click();
    await parties.fill(name.slice(0, 8));
    await page.getByRole("option", { name }).click();
  }
  await page.getByText("Arabic", { exact: true }).click();
  await page.getByLabel("Place of signature").fill("Astana");
  const preview = page.getByRole("region", { name: "Preview" });
  await preview.getByText("the Republic of Kazakhstan and the United Arab Emirates").waitFor();
  await preview.getByText("Arabic", { exact: true }).click();
  await preview.getByText("المادة").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Draft the agreement" }).click();
  await page.waitForURL(/\/agreements\/[\w-]+\/draft$/);
  const [, id = ""] = /agreements\/([\w-]+)\/draft/.exec(page.url()) ?? [];
  const before = await textOf(id, "en");

  await enter(page, /^Edit Article.2: English$/, /^Article.2: English$/);
  await page.keyboard.type(" They act together [KZ: and in good time].");
  await saved(page);
  expect(await faultsOf(page)).toEqual([]);
  const after = await textOf(id, "en");
  expect(after).toContain("They act together [KZ: and in good time].");
  // Every other article is what it was, to the byte.
  const others = (text: string) => text.split(/(?=^## )/m).filter((_, at) => at !== 2);
  expect(others(after)).toEqual(others(before));

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^What to do with Article.2$/ }).click();
  await page.getByRole("menuitem", { name: "Add an article below" }).click();
  await saved(page);
  for (const language of ["en", "ar"]) {
    expect((await textOf(id, language)).split(/^## /m).length).toBe(
      before.split(/^## /m).length + 1,
    );
  }
  await page.getByRole("button", { name: "Checks, terms, print and versions" }).click();
  const open = page.getByRole("listitem").filter({
    hasText: "The wording of the Republic of Kazakhstan is still open",
  });
  await open.getByRole("button", { name: /^English · Article.2$/ }).click();
  await page.getByRole("textbox", { name: /^Article.2: English$/ }).waitFor();
  await page.getByRole("tab", { name: "Versions" }).click();
  await page.getByRole("button", { name: "Save as a version" }).click();
  await page.getByLabel("Note").fill("Article 2 widened");
  await page.getByRole("button", { name: "Save version" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("tabpanel").getByText("Article 2 widened").waitFor();
  const { items } = await officer().get<{ items: unknown[] }>(`/agreements/${id}/versions`);
  expect(items.length).toBe(2);
  expect(web.complaints()).toEqual([]);
  await page.context().close();
});

test("an Arabic-speaking officer writes on a telephone, in the dark", async () => {
  const id = await draft(office, { languages: ["en", "ar"] });
  const { email } = officer().person;
  const page = await web.device({ language: "ar", width: 360, dark: true, as: email });
  const headers = { Origin: web.url };
  const speak = (language: string) =>
    page.request.patch(`${web.url}/api/v1/session`, { data: { language }, headers });
  await speak("ar");
  await page.goto(`${web.url}/agreements/${id}/draft`);
  await page.getByRole("radiogroup", { name: "اللغات المعروضة" }).getByText("العربية").click();
  // In a sentence from right to left, "Section 1" stands isolated.
  await enter(page, /^تحرير .?البند.1.?: العربية$/, /البند.1.?: العربية$/);
  await page.keyboard.type(" نص جديد.");
  await saved(page, "حُفظ");
  expect(await textOf(id, "ar")).toContain("نص جديد.");
  expect(await overflows(page)).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
  await speak("en");
  expect(web.complaints()).toEqual([]);
  await page.context().close();
});

test("two people write at once: other articles are merged, the same one is chosen", async () => {
  const id = await draft(office, { languages: ["en"] });
  const [one, two] = await Promise.all(
    [0, 1].map((nth) => web.device({ as: officer(nth).person.email })),
  );
  if (!one || !two) return expect.unreachable();
  for (const page of [one, two]) {
    await page.goto(`${web.url}/agreements/${id}/draft`);
    await page.getByRole("button", { name: /^Edit Section.1: English$/ }).waitFor();
  }
  // Neither hears of the other's saving before it has saved itself.
  await two.route("**/presence", (route) => route.abort());
  await enter(one, /^Edit Section.1: English$/, /^Section.1: English$/);
  await one.keyboard.type(" From the first.");
  await saved(one);
  await enter(two, /^Edit Section.2: English$/, /^Section.2: English$/);
  await two.keyboard.type(" From the second.");
  await saved(two);
  expect(await textOf(id, "en")).toMatch(/From the first\.[\s\S]*From the second\./);
  await two.getByText("From the first.").waitFor();

  await one.route("**/presence", (route) => route.abort());
  await two.keyboard.type(" Second again.");
  await saved(two);
  await one.keyboard.press("Escape");
  await enter(one, /^Edit Section.2: English$/, /^Section.2: English$/);
  await one.keyboard.type(" First here too.");
  const choice = one.getByRole("dialog", { name: "1 article was also changed" });
  await choice.getByRole("region", { name: "Theirs" }).getByText("Second again.").waitFor();
  expect(await faultsOf(one)).toEqual([]);
  await choice.getByRole("button", { name: "Combine both" }).click();
  const third = choice.getByLabel("The article in Markdown");
  const mine = await third.inputValue();
  await third.fill(mine.replace("First here too.", "Both together."));
  await choice.getByRole("button", { name: "Take this" }).click();
  await saved(one);
  expect(await textOf(id, "en")).toContain("Both together.");
  for (const page of [one, two]) await page.context().close();
  web.complaints();
});

test("who is in which article is shown to the other", async () => {
  const id = await draft(office, { languages: ["en"] });
  const one = await web.device({ as: officer(0).person.email });
  const two = await web.device({ as: officer(1).person.email });
  for (const page of [one, two]) await page.goto(`${web.url}/agreements/${id}/draft`);
  await enter(one, /^Edit Section.1: English$/, /^Section.1: English$/);
  const article = two.getByRole("region", { name: /^Section.1$/ });
  await article.getByText("Aigerim Nurlanova").waitFor();
  for (const page of [one, two]) await page.context().close();
  expect(web.complaints()).toEqual([]);
});

test("while the service is silent no word is lost, even where the page is closed", async () => {
  const id = await draft(office, { languages: ["en"] });
  const page = await web.device({ as: officer().person.email });
  await page.goto(`${web.url}/agreements/${id}/draft`);
  await enter(page, /^Edit Section.1: English$/, /^Section.1: English$/);
  await page.context().setOffline(true);
  await page.keyboard.type(" Written in silence.");
  await page
    .getByRole("status")
    .filter({ hasText: /^Not saved, kept on this device$/ })
    .waitFor();
  await page.keyboard.type(" And more.");
  await page.close();
  const again = await page.context().newPage();
  await page.context().setOffline(false);
  await again.goto(`${web.url}/agreements/${id}/draft`);
  const kept = again.getByRole("region", { name: "Words you wrote here were not saved" });
  await kept.getByRole("button", { name: "Put them back" }).click();
  await saved(again);
  expect(await textOf(id, "en")).toContain("Written in silence. And more.");
  await again.context().close();
  web.complaints();
});
