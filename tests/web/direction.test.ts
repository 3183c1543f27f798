import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishTemplates } from "#src/templates/publish.ts";
import { loadLocale, nameOfLanguage } from "#src/web/words/locale.ts";
import { trials } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
import { openWeb, type Web } from "#tests/support/web.ts";

/** Languages written from right to left, in Arabic, Hebrew or Thaana letters. */
const languages = ["ckb", "ug", "yi", "ps", "sd", "fa", "ur", "he", "dv"];
const quote = "نص";
const text = `# عنوان\n\nمقدمة\n\n## غرض\n\n${quote} Depositary 2026\n`;

let office: Office;
let web: Web;
let id: string;

beforeAll(async () => {
  office = await openOffice();
  await loadLocale("en");
  const title = languages.map((language) => `  ${language}: عنوان`);
  const template = [
    "name: right-to-left",
    "reviewed: none",
    "title:",
    "  en: Right to left",
    ...title,
    `languages: [en, ${languages.join(", ")}]`,
    "parties: { minimum: 2 }",
    "terms:",
    "  binding: false",
    "  authority: dispensed",
    "  clearance: false",
    "  consent: [definitive]",
    "  entry: { form: last-signature }",
    "  withdrawal: { months: 3 }",
    "  duration: { years: 2, renewal: by-decision }",
    "variables: {}",
    "",
  ].join("\n");
  const texts = languages.map((language) => [`right-to-left/${language}.md`, text]);
  const english = "# Right to left\n\nThe Participants\n\n## Purpose\n\nA purpose.\n";
  const files = { "right-to-left/template.yaml": template, "right-to-left/en.md": english };
  await publishTemplates(office.db, { ...files, ...Object.fromEntries(texts) }, new Date());
  id = await draft(office, {
    template: "right-to-left",
    languages: ["en", ...languages],
    title: Object.fromEntries([["en", "Right to left"], ...languages.map((one) => [one, "عنوان"])]),
    variables: {},
  });
  web = await openWeb(office);
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

const officer = () => office.as("legal-officer").person.email;

/** The direction of the words inside, as the browser lays them out. */
async function directionOf(page: Page, selector: string): Promise<string> {
  const found = page.locator(selector).first();
  await found.waitFor();
  expect(await found.getAttribute("dir")).toBe("rtl");
  return found.evaluate((element) => getComputedStyle(element).direction);
}

/** The short run takes one language of each right-to-left script. */
const shown = trials({ short: 3, long: languages.length }) === 3 ? ["ckb", "yi", "dv"] : languages;

describe.each(shown)("a text in %s runs from right to left", (language) => {
  test("where it is drafted, as printed and in the editor", async () => {
    const page = await web.sameDevice({ as: officer() });
    const name = nameOfLanguage("en", language) ?? language;
    await page.goto(`${web.url}/agreements/${id}/draft`);
    const chip = page.getByRole("checkbox", { name, exact: true });
    await chip.waitFor({ state: "attached" });
    const shown = await chip.isChecked();
    if (!shown) await page.locator("label").getByText(name, { exact: true }).click();
    expect(await directionOf(page, `.text[lang=${language}]`)).toBe("rtl");
    const edit = new RegExp(`^Edit (?!Title).*: ${name}$`);
    await page.getByRole("button", { name: edit }).click();
    expect(await directionOf(page, `[role=textbox][lang=${language}]`)).toBe("rtl");
  });

  test("on the agreement's page, in the review, and in a comment on it", async () => {
    const page = await web.sameDevice({ as: officer() });
    await page.goto(`${web.url}/agreements/${id}`);
    expect(await directionOf(page, `bdi[lang=${language}]`)).toBe("rtl");
    await page.goto(`${web.url}/agreements/${id}/review?language=${language}`);
    expect(await directionOf(page, `[data-language=${language}] .text`)).toBe("rtl");
    const said = { language, article: 1, audience: "shared", body: "Depositary?", quote };
    const sent = await office.as("legal-officer").send("POST", `/agreements/${id}/comments`, said);
    expect(sent.status).toBe(201);
    await page.reload();
    expect(await directionOf(page, `article [lang=${language}]`)).toBe("rtl");
  });
});
