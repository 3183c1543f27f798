import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Office, openOffice } from "#tests/support/office.ts";
import { faultsOf, openWeb, overflows, type Say, type Web, wordsIn } from "#tests/support/web.ts";

/** An officer drafts a text in a language that we do not ship, and gives its words. */
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

const officer = () => office.as("legal-officer");
const own = (say: Say) => (key: string, given?: Record<string, string>) =>
  say("new-agreement", key, given);

async function blankForm(language: "en" | "ar", say: Say, width?: number): Promise<Page> {
  const { id, email } = officer().person;
  await office.db.updateTable("people").set({ language }).where("id", "=", id).execute();
  const page = await web.device({ as: email, language, ...(width && { width }) });
  await page.goto(`${web.url}/agreements/new`);
  await page.getByText(own(say)("blank")).click();
  return page;
}

async function adds(page: Page, say: Say, language: string) {
  const field = page.getByRole("combobox", { name: own(say)("otherLanguage") });
  await field.fill(language);
  await field.press("Enter");
  // A list that stays open covers the languages that were chosen.
  if (language === "is") await page.getByRole("listbox").waitFor({ state: "hidden" });
}

const words = {
  "words.seal": "Innsigli vörsluaðila",
  "words.digest": "Tætigildi texta",
  "words.opening": "hafa komið sér saman um eftirfarandi:",
  "words.closing": "Gjört í {place} á undirritunardegi, á {languages}.",
};

test("the words of a language are given in the form, and changed in the draft", async () => {
  const say = await wordsIn("en");
  const t = own(say);
  const page = await blankForm("en", say);
  await adds(page, say, "dz");
  await page.getByText(t("noText.no-font")).waitFor();
  await adds(page, say, "is");
  const field = (label: string) => page.getByLabel(label, { exact: false }).first();
  // What we know of the language stands there already; the rest is shown in English.
  expect(await field(t("words.article")).inputValue()).toBe("{n}. grein");
  await page.getByText("For example: have agreed as follows:").waitFor();
  await field(t("words.closing")).fill("Gjört á {languages}.");
  await page.getByText(t("words.without", { place: "{place}" })).waitFor();
  for (const [key, said] of Object.entries(words)) await field(t(key)).fill(said);
  await field(t("words.names", { language: "English" })).fill("ensku");
  await field(t("words.names", { language: "Icelandic" })).fill("íslensku");
  await field(t("words.calledIn", { language: "Icelandic", other: "English" })).fill("Icelandic");
  await field(t("titleIn", { language: "Icelandic" })).fill("Samningur");
  const parties = page.getByPlaceholder(say("agreement", "taking.add"));
  for (const name of ["Kazakhstan", "Uzbekistan"]) {
    await parties.click();
    await parties.fill(name);
    await page.getByRole("option", { name }).click();
  }
  await field("Place of signature").fill("Reykjavík");
  const preview = page.getByRole("region", { name: t("preview") });
  await preview.getByText("Icelandic", { exact: true }).click();
  await preview.getByText("1. grein").waitFor();
  await preview.getByText(/^Gjört í Reykjavík .* á ensku og íslensku\.$/).waitFor();
  await page.getByRole("button", { name: t("create") }).click();
  await page.waitForURL(/\/agreements\/[\w-]+\/draft$/);
  await page.getByText("1. grein").first().waitFor();
  await page.getByRole("button", { name: say("drafting", "wordsAround") }).click();
  await field(t("words.article")).fill("Grein {n}");
  await page.getByRole("button", { name: say("shell", "save"), exact: true }).click();
  await page.getByText("Grein 1").first().waitFor();
  expect(web.complaints()).toEqual([]);
  await page.context().close();
}, 120_000);

test("in Arabic, on a phone, the form reads from the right and has no faults", async () => {
  const say = await wordsIn("ar");
  const page = await blankForm("ar", say, 360);
  await adds(page, say, "is");
  await page.getByLabel(own(say)("words.closing")).first().waitFor();
  expect(await overflows(page)).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});

test.each(["en", "ar"] as const)(
  "on a phone, in %s, the list of languages has no faults, open or closed",
  async (language) => {
    const say = await wordsIn(language);
    const page = await blankForm(language, say, 360);
    const field = page.getByRole("combobox", { name: own(say)("otherLanguage") });
    const list = page.getByRole("listbox");
    await field.click();
    await list.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await field.press("ArrowDown");
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await adds(page, say, "is");
    await page.getByLabel(own(say)("words.closing")).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  },
  120_000,
);
