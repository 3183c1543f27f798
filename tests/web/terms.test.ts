import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";
import type { Terms } from "#workflows/terms.ts";

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
type Version = { number: number; terms: Terms };
const versionsOf = async (id: string) =>
  (await officer().get<{ items: Version[] }>(`/agreements/${id}/versions`)).items;
const textOf = async (id: string, language: string) => {
  const { items } = await officer().get<{ items: { language: string; markdown: string }[] }>(
    `/agreements/${id}/working-texts`,
  );
  return items.find((text) => text.language === language)?.markdown ?? "";
};
const speak = (page: Page, language: string) =>
  page.request.patch(`${web.url}/api/v1/session`, {
    data: { language },
    headers: { Origin: web.url },
  });

test("an officer changes the notice beside the draft and inserts a clause; a party approves both", async () => {
  const id = await draft(office, { languages: ["en", "ar"] });
  const page = await web.device({ as: officer().person.email });
  page.setDefaultTimeout(10_000);
  await page.goto(`${web.url}/agreements/${id}/draft`);
  await page.getByRole("button", { name: "Checks, terms, print and versions" }).click();
  await page.getByRole("tab", { name: "Terms" }).click();
  const withdrawal = page.getByRole("button", { name: /^Withdrawal/ });
  await withdrawal.getByText("By notice of 6 months").waitFor();
  await withdrawal.click();
  await page.getByRole("combobox", { name: "Unit" }).click();
  await page.getByRole("option", { name: "Days" }).click();
  await page.getByLabel("Period of notice").fill("90");
  await withdrawal.getByText("By notice of 90 days").waitFor();
  await withdrawal.getByText("Changed").waitFor();
  await page.getByRole("combobox", { name: "Article that states it" }).click();
  await page.getByRole("option", { name: /Section.18 · Coming into effect/ }).click();
  await withdrawal.getByText(/^Section.18$/).waitFor();
  await page.getByRole("combobox", { name: "Article that states it" }).click();
  await page.getByRole("option", { name: /Section.19 · Withdrawal and discontinuation/ }).click();
  await withdrawal.getByText(/^Section.19$/).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole("button", { name: /^What to do with Section.2$/ }).click();
  await page.getByRole("menuitem", { name: "Insert a clause below" }).click();
  const library = page.getByRole("dialog", { name: "Clause library" });
  await library.getByRole("combobox", { name: "Clause" }).click();
  await page.getByRole("option", { name: "A number of days after the last notification" }).click();
  await library.getByLabel("Days after the last notification").fill("45");
  const effect = library.getByRole("region", { name: "The clause changes these terms" });
  await effect.getByText(/^On the day of the last signature$/).waitFor();
  await effect.getByText(/^45 days after receipt of the last notification/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await library.getByRole("button", { name: "Insert in every language" }).click();
  await library.waitFor({ state: "hidden" });
  const entry = page.getByRole("button", { name: /^Entry into force/ });
  await entry.getByText(/^45 days after/).waitFor();
  await entry.getByText(/^Section.3$/).waitFor();
  // The article above moved what stands below.
  await withdrawal.getByText(/^Section.20$/).waitFor();
  await page
    .getByRole("status")
    .filter({ hasText: /^Saved$/ })
    .waitFor();
  expect(await textOf(id, "en")).toContain("on the forty-fifth day following");
  expect(await textOf(id, "ar")).toContain("في اليوم الخامس والأربعين");

  // Unsaved terms outlast the page.
  await page.reload();
  await page.getByRole("button", { name: "Checks, terms, print and versions" }).click();
  await page.getByRole("tab", { name: /^Terms.*2/ }).click();
  await withdrawal.getByText("By notice of 90 days").waitFor();
  await withdrawal.getByText(/^Section.20$/).waitFor();

  await page.getByRole("button", { name: "Save as a version" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as a version" });
  await dialog.getByText("By notice of 6 months").waitFor();
  await dialog.getByText("By notice of 90 days").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Save version" }).click();
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => withdrawal.getByText("Changed").count()).toBe(0);
  const [newest, first] = await versionsOf(id);
  expect(newest?.number).toBe(2);
  expect(newest?.terms).toMatchObject({
    withdrawal: { days: 90 },
    entry: { form: "after-last-notification", days: 45 },
    articles: { withdrawal: 20, entry: 3 },
  });
  expect(first?.terms).toMatchObject({ withdrawal: { months: 6 } });

  await page.goto(`${web.url}/agreements/${id}`);
  const card = page.getByRole("region", { name: "Terms" });
  const row = { hasText: "By notice of 90 days" };
  const own = card.getByRole("definition").filter(row);
  await own.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await own.getByRole("link", { name: /^Section.20$/ }).click();
  await page.waitForURL(/review#article-20$/);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("article-20");
  await page.goto(`${web.url}/agreements/${id}/review?from=1`);
  const changed = page.getByRole("region", { name: "Changed terms" });
  await changed.getByText("By notice of 6 months").waitFor();
  await changed.getByText("By notice of 90 days").waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await circulate(office, id);
  const party = await web.device({ as: office.as("representative", "KZ").person.email });
  party.setDefaultTimeout(10_000);
  await speak(party, "en");
  await party.goto(`${web.url}/agreements/${id}`);
  await party.getByRole("tab", { name: "Terms" }).click();
  const theirs = party.getByRole("definition").filter(row);
  await theirs.waitFor();
  expect(await faultsOf(party)).toEqual([]);
  await theirs.getByRole("link", { name: /^Section.20$/ }).click();
  await expect
    .poll(() => party.evaluate(() => document.activeElement?.getAttribute("data-article")))
    .toBe("20");
  await party.getByRole("button", { name: "Approve the text" }).click();
  await party.getByText(/with its terms for Kazakhstan/).waitFor();
  await party.getByRole("button", { name: "Approve this text" }).click();
  await party.getByText("Your approval is on record.").waitFor();
  expect(web.complaints()).toEqual([]);
  await page.context().close();
  await party.context().close();
});

test("terms that contradict each other are pointed at, before and when a version is saved", async () => {
  const id = await draft(office, { languages: ["en"] });
  const page = await web.device({ as: officer().person.email });
  page.setDefaultTimeout(10_000);
  await page.goto(`${web.url}/agreements/${id}/draft`);
  await page.getByRole("button", { name: "Checks, terms, print and versions" }).click();
  await page.getByRole("tab", { name: "Terms" }).click();
  const withdrawal = page.getByRole("button", { name: /^Withdrawal/ });
  await withdrawal.click();
  await page.getByRole("combobox", { name: "Withdrawal" }).click();
  await page.getByRole("option", { name: /^Excluded/ }).click();
  await withdrawal.getByText("Contradicts another term").waitFor();
  await page.getByText(/^The text excludes withdrawal, and an automatic extension/).waitFor();
  await page.getByRole("tab", { name: "Checks" }).click();
  await page.getByRole("button", { name: "Save as a version" }).click();
  await page.getByRole("button", { name: "Save version" }).click();
  await page.getByRole("alert").getByText("These terms cannot hold together").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: /^The text excludes withdrawal/ }).click();
  await page.getByRole("button", { name: "Undo: Withdrawal" }).click();
  await withdrawal.getByText("By notice of 6 months").waitFor();
  // That the version was refused is what the browser logged.
  expect(web.complaints().filter((line) => !/ 422 /.test(line))).toEqual([]);
  await page.context().close();
});

test("an Arabic-speaking officer changes terms alone, on a telephone, and saves them", async () => {
  const id = await draft(office, { languages: ["en", "ar"] });
  const page = await web.device({ language: "ar", width: 360, as: officer().person.email });
  page.setDefaultTimeout(10_000);
  await speak(page, "ar");
  await page.goto(`${web.url}/agreements/${id}/draft`);
  await page.getByRole("button", { name: "التدقيق والشروط والطباعة والصيغ" }).click();
  await page.getByRole("tab", { name: "الشروط" }).click();
  const withdrawal = page.getByRole("button", { name: /^الانسحاب/ });
  await withdrawal.getByText("6 أشهر").waitFor();
  await withdrawal.click();
  await page.getByRole("combobox", { name: "الوحدة" }).click();
  await page.getByRole("option", { name: "أيام" }).click();
  await page.getByLabel("مهلة الإخطار").fill("11");
  await withdrawal.getByText("11 يوماً").waitFor();
  expect(await overflows(page)).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "حفظ كصيغة" }).click();
  await page.getByRole("button", { name: "حفظ الصيغة" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  const [newest] = await versionsOf(id);
  expect(newest).toMatchObject({ number: 2, terms: { withdrawal: { days: 11 } } });

  await circulate(office, id);
  await speak(page, "en");
  const party = await web.device({
    language: "ar",
    width: 360,
    as: office.as("representative", "AE").person.email,
  });
  party.setDefaultTimeout(10_000);
  await speak(party, "ar");
  await party.goto(`${web.url}/agreements/${id}`);
  await party.getByRole("tab", { name: "الشروط" }).click();
  await party.getByRole("definition").getByText("11 يوماً").waitFor();
  expect(await overflows(party)).toBe(false);
  expect(await faultsOf(party)).toEqual([]);
  await speak(party, "en");
  expect(web.complaints()).toEqual([]);
  await page.context().close();
  await party.context().close();
});
