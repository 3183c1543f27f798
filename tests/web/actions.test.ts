import { afterAll, beforeAll, expect, test } from "vitest";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";
import { openWeb, type Web } from "#tests/support/web.ts";

/** The action list of a State, as the office and the State itself read it. */
let office: Office;
let web: Web;
beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  await office.db.updateTable("people").set({ language: "en" }).execute();
  await circulate(office, await draft(office));
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test("the office chooses a State, and saves its list for a spreadsheet", async () => {
  const page = await web.device({ as: office.as("secretariat").person.email });
  await page.goto(`${web.url}/actions`);
  await page.getByRole("combobox", { name: "Party" }).click();
  await page.getByRole("option", { name: /Kazakhstan/ }).click();
  await page.getByText("Answer the circulated text").waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export as CSV" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("actions-KZ.csv");
  expect(web.complaints()).toEqual([]);
});

test("a representative reads the list of their own State at once", async () => {
  const page = await web.device({ as: office.as("representative", "AE").person.email });
  await page.goto(`${web.url}/actions?party=KZ`);
  await page.getByText("Answer the circulated text").waitFor();
  expect(await page.getByRole("combobox", { name: "Party" }).count()).toBe(0);
  expect(await page.getByText("United Arab Emirates").count()).toBeGreaterThan(0);
});
