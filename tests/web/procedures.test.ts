import { afterAll, beforeAll, expect, test } from "vitest";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";
import { openWeb, type Web } from "#tests/support/web.ts";

/** Domestic procedures on an agreement's page: a focal point reports, the office reads. */
let office: Office;
let web: Web;
let id = "";
beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  await office.db.updateTable("people").set({ language: "en" }).execute();
  id = await draft(office);
  await circulate(office, id);
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

test("a focal point reports a step, which the office reads with what it is worth", async () => {
  const page = await web.device({ as: office.as("representative", "KZ").person.email });
  await page.goto(`${web.url}/agreements/${id}?part=parties`);
  await page.getByRole("button", { name: "Report a step" }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("combobox", { name: "Step" }).click();
  await page.getByRole("option", { name: "Parliament" }).click();
  await form.getByLabel("Expected on").fill("2030-05-01");
  await form.getByRole("button", { name: "Report a step" }).click();
  await page.getByText("expected on May 1, 2030").waitFor();
  const other = await web.device({ as: office.as("legal-officer").person.email });
  await other.goto(`${web.url}/agreements/${id}`);
  await other.getByText("expected on May 1, 2030").waitFor();
  expect(await other.getByText("They have no legal effect until notified").count()).toBe(1);
  expect(web.complaints()).toEqual([]);
});
