import { afterAll, beforeAll, expect, test } from "vitest";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
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

/** A protocol that amends a memorandum of six months' notice; its id. */
async function draftAmendment(): Promise<string> {
  const amends = await draft(office);
  return draft(office, {
    template: "protocol-of-amendment",
    title: { en: "Protocol of Amendment" },
    variables: {
      place: "Astana",
      amended_title: "Memorandum",
      amended_reference: "DEP/2026/001",
      amended_place: "Astana",
      amended_date: "2026-01-10",
      amended_article: 19,
    },
    clauses: {},
    amends,
  });
}

test("an officer says beside an amendment which terms of the amended text it changes", async () => {
  const id = await draftAmendment();
  const page = await web.device({ as: officer().person.email });
  await page.goto(`${web.url}/agreements/${id}/draft`);
  await page.getByRole("button", { name: "Checks, terms, print and versions" }).click();
  await page.getByRole("tab", { name: "Terms" }).click();
  const amended = page.getByRole("region", { name: /Terms of the amended agreement/ });
  await amended.getByRole("combobox", { name: "Terms that it changes" }).press("ArrowDown");
  await page.getByRole("option", { name: "Withdrawal" }).click();
  await page.keyboard.press("Escape");
  const withdrawal = amended.getByRole("group", { name: "Withdrawal" });
  await withdrawal.getByText("Before: By notice of 6 months").waitFor();
  await withdrawal.getByRole("combobox", { name: "Unit" }).click();
  await page.getByRole("option", { name: "Days" }).click();
  await withdrawal.getByLabel("Period of notice").fill("30");
  await withdrawal.getByText("Now: By notice of 30 days").waitFor();
  expect(await faultsOf(page)).toEqual([]);

  // It outlasts the page.
  await page.reload();
  await page.getByRole("button", { name: "Checks, terms, print and versions" }).click();
  await page.getByRole("tab", { name: "Terms" }).click();
  await withdrawal.getByText("Now: By notice of 30 days").waitFor();

  await page.getByRole("button", { name: "Save as a version" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as a version" });
  await dialog.getByText("Amended agreement, Withdrawal").waitFor();
  await dialog.getByRole("button", { name: "Save version" }).click();
  await dialog.waitFor({ state: "hidden" });
  const { terms } = await officer().get<{ terms: Terms }>(`/agreements/${id}`);
  expect(terms.amended).toEqual({ withdrawal: { days: 30 } });
  expect(web.complaints()).toEqual([]);
});

test("what an amendment changes is on its page, on a phone in Arabic", async () => {
  const id = await draftAmendment();
  const { terms } = await officer().get<{ terms: Terms }>(`/agreements/${id}`);
  const changed = { ...terms, amended: { withdrawal: { days: 30 }, accession: false } };
  expect((await officer().act(id, "versions", { terms: changed })).status).toBe(201);
  const phone = await web.device({ as: officer().person.email, width: 360, language: "ar" });
  await phone.request.patch(`${web.url}/api/v1/session`, {
    data: { language: "ar" },
    headers: { Origin: web.url },
  });
  await phone.goto(`${web.url}/agreements/${id}`);
  await phone.getByText("شروط الاتفاق المعدَّل التي يغيّرها هذا الاتفاق").waitFor();
  expect(await overflows(phone)).toBe(false);
  expect(await faultsOf(phone)).toEqual([]);
});
