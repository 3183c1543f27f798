import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languagesOf } from "#src/text/languages.ts";
import { concludes } from "#tests/negotiation/concludes.ts";
import { drafts, type Hall, openHall, takes } from "#tests/negotiation/hall.ts";
import { trials } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

/** What States declare beside their consent: forms of the office, and the pages that show it. */
let office: Office;
let web: Web;
let hall: Hall;
let id = "";

const declarations = [
  { article: 2, kind: "declaration" as const, mandatory: true, title: { en: "Scope" } },
  { article: 4, kind: "authority" as const, mandatory: false, title: { en: "Central authority" } },
];

beforeAll(async () => {
  office = await openOffice();
  hall = await openHall(new Date().toISOString(), office);
  web = await openWeb(office);
  id = await concludes(hall, "multilateral-partnership-agreement", {
    parties: ["KZ", "KR", "HUB"],
    title: { en: "Convention on Exchanges", ru: "Конвенция об обменах" },
    variables: { place: "Astana" },
    terms: {
      consent: ["subject-to-ratification"],
      entry: { form: "nth-deposit", deposits: 2, days: 30 },
      accession: true,
      territories: { declarations: true },
      declarations,
    },
    as: "subject-to-ratification",
  });
  const on = today();
  await takes(hall.secretaries[0], id, "deposits", {
    party: "KZ",
    kind: "acceptance",
    signedBy: "The Minister",
    authority: "foreign-minister",
    on,
    declarations: [{ article: 2, language: "en", text: "It applies to all services." }],
  });
  const island = { effect: "extension", territories: ["The Island"], language: "en" };
  await takes(hall.of("KZ"), id, "territories", island);
  await takes(hall.of("KZ"), id, "authorities", {
    article: 4,
    language: "en",
    name: "Ministry of Justice",
    address: "1 Street, Astana",
    contact: "authority@example.org",
  });
}, 180_000);
afterAll(async () => {
  await web?.close();
  await office.close();
});

const today = () =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Almaty" }).format(new Date());

const look = async (page: Page, name: string) => {
  if (process.env.SHOTS) {
    await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
  }
};

test("the public page shows consents with their marks, territories, declarations and authorities", async () => {
  const all = languagesOf("interface");
  const languages = (["en", "ar"] as const).slice(0, trials({ short: 2, long: 0 }));
  for (const language of languages.length > 0 ? languages : all) {
    const page = await web.device({ width: language === "en" ? 1280 : 360, language });
    await page.goto(`${web.url}/register/${id}`);
    await page.getByText("Ministry of Justice").waitFor();
    await page.getByText("The Island").first().waitFor();
    await page.getByText("It applies to all services.").first().waitFor();
    await page.getByText("The Island").first().scrollIntoViewIfNeeded();
    await look(page, `statements-register-${language}`);
    expect(await overflows(page)).toBe(false);
    expect(await faultsOf(page)).toEqual([]);
  }
});

test("the office's form of a deposit asks for the declaration that the text requires", async () => {
  const as = office.as("legal-officer").person.email;
  const page = await web.device({ as });
  await page.goto(`${web.url}/agreements/${id}`);
  const open = page.getByRole("button", { name: "Record a deposit" }).first();
  await open.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reservation made with it").first().waitFor();
  await look(page, "statements-deposit");
  await dialog.getByLabel(/Scope/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Record a declaration on territories" }).first().click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Territories" }).waitFor();
  await look(page, "statements-territory");
});

test("the terms beside a draft have instruments, territories, declarations and authorities", async () => {
  const draft = await drafts(hall, {
    template: "multilateral-partnership-agreement",
    title: { en: "Convention on Exchanges" },
    languages: ["en"],
    variables: { place: "Astana" },
    parties: ["KZ", "KR", "HUB"].map((code) => ({ code })),
    terms: { consent: ["subject-to-ratification"] },
  });
  const page = await web.device({ as: office.as("legal-officer").person.email });
  await page.goto(`${web.url}/agreements/${draft}/draft`);
  await page.getByRole("button", { name: "Checks, terms, print and versions" }).click();
  await page.getByRole("tab", { name: "Terms" }).click();
  await page.getByRole("button", { name: /Declarations and authorities/ }).click();
  await page.getByRole("button", { name: "Add a declaration or authority" }).click();
  await page.getByLabel("Required with the instrument of consent").check();
  await page
    .getByText(/declaration .* under article \d+, required with consent/i)
    .first()
    .waitFor();
  await page.getByRole("button", { name: /Territorial application/ }).click();
  await page.getByRole("button", { name: /Instruments of consent/ }).click();
  await page.getByLabel("Approval", { exact: true }).uncheck();
  await page.getByLabel("Required with the instrument of consent").scrollIntoViewIfNeeded();
  await look(page, "statements-terms");
  expect(await faultsOf(page)).toEqual([]);
});
