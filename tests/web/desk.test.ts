import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft } from "#tests/support/scenario.ts";
import { openWeb, type Web } from "#tests/support/web.ts";

/** The desk as its officers and a party use it. */
let office: Office;
let web: Web;
let page: Page;
let reference = "";

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  await office.db.updateTable("people").set({ language: "en" }).execute();
  const id = await draft(office);
  await bringToOriginal(office, id);
  ({ reference } = await office.as("secretariat").get<{ reference: string }>(`/agreements/${id}`));
  page = await web.device({ as: office.as("secretariat").person.email });
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

const choose = async (label: string, option: string | RegExp) => {
  await page.getByRole("dialog").getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option }).first().click();
};

test("an officer registers a paper whose original follows, and it gets a number", async () => {
  await page.goto(`${web.url}/desk`);
  await page.getByRole("button", { name: "Register a paper" }).click();
  const form = page.getByRole("dialog");
  page.setDefaultTimeout(20_000);
  await form.waitFor();
  await choose("Kind", "Instrument of ratification");
  await choose("Party", /Kazakhstan/);
  await form.getByRole("combobox", { name: "Agreement" }).fill(reference);
  await page.getByRole("option", { name: new RegExp(reference) }).click();
  await form.getByLabel("Subject").fill("Instrument signed on 5 January");
  await form.getByLabel(/Only a scan has come/).check();
  await form.getByRole("button", { name: "Register a paper" }).click();
  await page.getByRole("heading", { level: 1, name: /^IN-\d{4}-1$/ }).waitFor();
  expect(await page.getByText("To follow", { exact: true }).count()).toBe(1);
});

test("the checklist is answered, a scan attached, and the original received", async () => {
  const seal = page.getByRole("radiogroup", { name: "Seal" });
  await seal.getByRole("radio", { name: "No", exact: true }).click();
  await page.getByText("Not in due form").waitFor();
  const file = { name: "scan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 x") };
  const [picker] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Attach a scan" }).click(),
  ]);
  await picker.setFiles(file);
  await page.getByRole("link", { name: "Scan 1" }).waitFor();
  await page.getByRole("button", { name: "The original has come" }).click();
  await page.getByRole("button", { name: "The original has come" }).last().click();
  await page.getByText("Original received", { exact: true }).waitFor();
});

test("it is returned with a reason, which the party reads on its own page", async () => {
  await page.getByRole("button", { name: "Return the paper" }).click();
  await page.getByLabel("Reason").fill("The instrument bears no seal.");
  await page.getByRole("button", { name: "Return the paper" }).last().click();
  await page.getByText("The instrument bears no seal.").waitFor();
  const party = await web.device({ as: office.as("representative", "KZ").person.email });
  await party.goto(`${web.url}/desk`);
  await party.getByRole("link", { name: /^IN-\d{4}-1$/ }).click();
  await party.getByText("The instrument bears no seal.").waitFor();
  expect(await party.getByRole("button", { name: "Correct the entry" }).count()).toBe(0);
  expect(await party.getByRole("radio").count()).toBe(0);
  expect(web.complaints()).toEqual([]);
});
