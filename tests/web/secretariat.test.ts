import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTurns } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";
import { cutBadges, faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

let office: Office;
let web: Web;
let page: Page;

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  const id = await draft(office);
  await circulate(office, id);
  const kazakhstan = office.as("representative", "KZ");
  const presented = await kazakhstan.act(id, "credentials", {
    party: "KZ",
    person: kazakhstan.person.id,
    kind: "full-powers",
    acts: ["sign"],
    issuedBy: "Ministry",
    signedBy: "Minister",
    instrument: "Memorandum of Understanding",
    place: "Astana",
    issuedOn: "2026-11-01",
    form: "copy",
  });
  expect(await presented.text()).toContain(id);
  page = await web.device({ as: office.as("secretariat").person.email });
  await speaks("en", 0);
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

/** The language of a person of the secretariat, which wins over the device's. */
async function speaks(language: string, nth: number): Promise<void> {
  const { person } = office.as("secretariat", null, nth);
  await office.db.updateTable("people").set({ language }).where("id", "=", person.id).execute();
}

test("two people of the secretariat verify credentials, and one alone does not", async () => {
  await page.goto(`${web.url}/secretariat/credentials`);
  await page.getByRole("button", { name: /^Verify/ }).click();
  await page.getByText("verified once a second person has recorded the same").waitFor();
  await speaks("en", 1);
  const second = await web.device({ as: office.as("secretariat", null, 1).person.email });
  await second.goto(`${web.url}/secretariat/credentials`);
  await second.getByRole("button", { name: /^Verify/ }).click();
  await second.getByText("Nothing here").waitFor();
  await second.goto(`${web.url}/secretariat/credentials?state=verified`);
  await second.getByRole("heading", { name: "Yerlan Abdrakhmanov" }).waitFor();
});

test("a person is invited by two of the secretariat, and found", async () => {
  await page.goto(`${web.url}/secretariat/people`);
  await page.getByRole("button", { name: "Invite a person" }).click();
  await page.getByLabel("E-mail address").fill("aina.omarova@hub.example");
  await page.getByLabel("Name · English").fill("Aina Omarova");
  await page
    .getByRole("dialog")
    .getByText(/^Roles/)
    .click();
  await page.getByRole("option", { name: "Archivist" }).click();
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Propose the invitation" }).click();
  await page.getByText("Invite Aina Omarova (aina.omarova@hub.example)").waitFor();
  await page.getByText("Roles: Archivist").waitFor();
  expect(await page.getByRole("button", { name: "Confirm" }).count()).toBe(0);
  const other = await web.device({ as: office.as("secretariat", null, 1).person.email });
  await other.goto(`${web.url}/secretariat/people`);
  await other.getByRole("button", { name: "Confirm" }).click();
  await other.getByText("Invite Aina Omarova").waitFor({ state: "hidden" });
  await page.reload();
  await page
    .getByRole("cell", { name: /Aina Omarova/ })
    .first()
    .waitFor();
  await page.getByLabel("Name, address, party").fill("omarova");
  expect(await page.getByRole("row").count()).toBe(2);
});

test("each job is named by what its letter is about", async () => {
  await page.goto(`${web.url}/secretariat/jobs`);
  const job = (name: RegExp) => page.getByRole("cell", { name }).first();
  await job(/^Letters: .?text for review/).waitFor();
  await job(/^Letter about an account: .?Your access to Depositary/).waitFor();
  await job(/^Letter about an account: .?A change awaits a second person/).waitFor();
});

test("a party is put in, and its name is changed", async () => {
  await page.goto(`${web.url}/secretariat/parties`);
  await page.getByText("the Republic of Kazakhstan", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Add a party" }).click();
  await page.getByLabel("Code").fill("ILO");
  await page.getByLabel("Kind").first().click();
  await page.getByRole("option", { name: "International organisation" }).click();
  await page.getByLabel("Official name · English").fill("International Labour Organization");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Change International Labour Organization" }).click();
  await page.getByText("Created").waitFor();
  await page.getByLabel("Official name · French").fill("Organisation internationale du Travail");
  await page.getByRole("button", { name: "Save" }).click();
  const row = page.getByRole("row", { name: /International Labour Organization/ });
  await row.getByRole("cell", { name: "English and French" }).waitFor();
});

test("two of the secretariat record that an organisation was dissolved, and its row says so", async () => {
  const dissolved = { name: "Change International Labour Organization" };
  await page.getByRole("button", dissolved).click();
  await page.getByText("Ceased to exist, or dissolved").click();
  await page.getByLabel("Day on which it ceased to exist").fill("2026-11-02");
  await page.getByLabel("Reason").fill("Decision of its last conference.");
  await page.getByRole("button", { name: "Record the end" }).click();
  await page.getByText("Record the end of International Labour Organization").waitFor();
  await speaks("en", 1);
  const second = await web.device({ as: office.as("secretariat", null, 1).person.email });
  await second.goto(`${web.url}/secretariat/parties`);
  await second.getByRole("button", { name: "Confirm" }).click();
  const row = second.getByRole("row", { name: /International Labour Organization/ });
  await row.getByText(/Ceased to exist on .*2026/).waitFor();
});

test("a template's next version is published, and what cannot be one is refused in words", async () => {
  await page.goto(`${web.url}/secretariat/templates`);
  await page
    .getByRole("button", { name: "Versions and texts of Memorandum of Understanding" })
    .click();
  const file = page.getByRole("textbox", { name: "template.yaml" });
  const good = await file.inputValue();
  await file.fill("nonsense: true");
  await page.getByRole("button", { name: "Propose this version" }).click();
  await page.getByRole("dialog").getByRole("alert").waitFor();
  await file.fill(`${good}\n`);
  await page.getByRole("button", { name: "Propose this version" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByText("Publish a version of the template memorandum-of-understanding").waitFor();
  await page.getByRole("button", { name: "Withdraw proposal" }).click();
  await page.getByLabel("Why it is rejected").fill("A slip of the pen.");
  await page.getByRole("button", { name: "Withdraw proposal" }).click();
  await page.getByText("Publish a version of the template").waitFor({ state: "hidden" });
});

test("the keys are shown, and that the seal is a demonstration", async () => {
  await page.goto(`${web.url}/secretariat/keys`);
  await page.getByText("The seal is a demonstration").waitFor();
  await page.getByText(/^localhost\/evidence\/[^+]+\+/).waitFor();
});

const looks = [
  ["credentials?state=verified", 1440, false],
  ["people", 360, false],
  ["parties", 768, true],
  ["templates", 360, true],
  ["jobs", 1440, false],
  ["keys", 360, false],
] as const;

describe.each([
  ["en", inTurns(looks, 0)],
  ["ar", inTurns(looks, 1)],
] as const)("in %s", (language, looks) => {
  test.each(looks)("/secretariat/%s at %i px, dark: %s, is sound", async (path, width, dark) => {
    await speaks(language, 0);
    const as = office.as("secretariat").person.email;
    const device = await web.sameDevice({ language, width, dark, as });
    await device.goto(`${web.url}/secretariat/${path}`);
    await device.getByRole("heading", { level: 1 }).waitFor();
    await device.waitForLoadState("networkidle");
    expect(await overflows(device)).toBe(false);
    expect(await cutBadges(device)).toEqual([]);
    expect(await faultsOf(device)).toEqual([]);
  });

  test("nothing was complained of", () => {
    expect(web.complaints().filter((line) => !line.includes("422"))).toEqual([]);
  });
});
