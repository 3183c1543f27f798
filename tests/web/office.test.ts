import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTurns } from "#tests/support/length.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
import { sealAgreement } from "#tests/support/sealed.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

let office: Office;
let web: Web;
let id: string;
let page: Page;

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  ({ id } = await sealAgreement(office, { languages: ["en", "ru"] }, { published: true }));
  page = await web.device({ as: officer().person.email });
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

/** One transparent point. */
const png =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const officer = () => office.as("legal-officer");
const second = () => office.as("legal-officer", null, 1);

test("the secretariat puts the derived days of entry into force on record", async () => {
  const secretary = office.as("secretariat");
  await secretary.send("PATCH", "/session", { language: "en" });
  const device = await web.device({ as: secretary.person.email });
  await device.goto(`${web.url}/agreements/${id}`);
  await device.getByRole("button", { name: "Determine entry into force" }).click();
  const dialog = device.getByRole("dialog");
  await dialog.getByText(/^The agreement: /).waitFor();
  expect(await dialog.getByRole("listitem").count()).toBeGreaterThan(0);
  await dialog.getByRole("button", { name: "Determine entry into force" }).click();
  await dialog.waitFor({ state: "detached" });
  await device.getByText("In force since").waitFor();
  await device.context().close();
});

test("credentials are presented with their scan, and two verify them", async () => {
  const secretaries = [office.as("secretariat"), office.as("secretariat", null, 1)] as const;
  const other = await draft(office, { terms: { authority: "full-powers" } });
  await officer().act(other, "submissions");
  const credentials = async (client: Client) => {
    await client.send("PATCH", "/session", { language: "en" });
    const device = await web.device({ as: client.person.email });
    await device.goto(`${web.url}/agreements/${other}`);
    return device;
  };
  const kazakhstan = office.as("representative", "KZ");
  const presented = await kazakhstan.act(other, "credentials", {
    person: kazakhstan.person.id,
    kind: "full-powers",
    acts: ["sign"],
    issuedBy: "Ministry of Foreign Affairs",
    signedBy: "The Minister",
    instrument: "Memorandum",
    place: "Astana",
    issuedOn: "2026-01-10",
    form: "original",
  });
  expect(presented.status).toBe(201);
  for (const [index, client] of secretaries.entries()) {
    const device = await credentials(client);
    await device.getByRole("button", { name: "Verify credentials" }).click();
    await device.getByRole("radio", { name: /Kazakhstan/ }).check();
    const dialog = device.getByRole("dialog");
    await dialog.getByRole("button", { name: "Verify credentials" }).click();
    await dialog.waitFor({ state: "detached" });
    const row = device.getByRole("row", { name: /Kazakhstan/ });
    await row.getByText(index === 0 ? "Verified by 1 of 2" : "Verified by two").waitFor();
    await device.context().close();
  }
  const device = await credentials(secretaries[0]);
  await device.getByRole("button", { name: "Present credentials" }).click();
  const dialog = device.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Party" }).click();
  await device.getByRole("option", { name: "United Arab Emirates" }).click();
  await dialog.getByRole("combobox", { name: "Representative" }).click();
  await device.getByRole("option", { name: /Mariam/ }).click();
  await dialog.getByLabel("Issuing authority").fill("Ministry of Foreign Affairs");
  await dialog.getByLabel("Signed by").fill("The Minister");
  await dialog.getByLabel("Place").fill("Abu Dhabi");
  await dialog.getByLabel("Issued on").fill("2026-02-01");
  const scan = { name: "powers.png", mimeType: "image/png", buffer: Buffer.from(png, "base64") };
  await device.locator("input[type=file]").setInputFiles(scan);
  await dialog.getByText("Attached, SHA-256:").waitFor();
  await dialog.getByRole("button", { name: "Present credentials" }).click();
  await dialog.waitFor({ state: "detached" });
  await device
    .getByRole("row", { name: /United Arab Emirates/ })
    .getByText("Verified by 0 of 2")
    .waitFor();
  expect(web.complaints()).toEqual([]);
  await device.context().close();
});

test("a refused act keeps what was typed, also when the page is left", async () => {
  const other = await draft(office);
  await page.goto(`${web.url}/agreements/${other}`);
  await page.getByRole("button", { name: "Withdraw the agreement" }).click();
  await page.getByLabel("Reason").fill("The parties have agreed on another form.");
  await officer().act(other, "designations", {
    party: "KZ",
    signatory: office.as("representative", "KZ").person.id,
  });
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Withdraw the agreement" }).click();
  await dialog.getByText(/This has changed since you saw it/).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Withdraw the agreement" }).click();
  expect(await page.getByLabel("Reason").inputValue()).toContain("another form");
  expect(web.complaints().every((line) => line.includes("412"))).toBe(true);
});

const looks = [
  [1440, false],
  [768, true],
  [360, false],
] as const;

describe.each([
  ["en", inTurns(looks, 0)],
  ["ar", inTurns(looks, 1)],
] as const)("in %s", (language, looks) => {
  test.each(looks)("the page at %i px, dark: %s, is sound", async (width, dark) => {
    await second().send("PATCH", "/session", { language });
    const own = await draft(office, { languages: ["en", "ar"] });
    const device = await web.sameDevice({ language, width, dark, as: second().person.email });
    for (const agreement of [own, id]) {
      await device.goto(`${web.url}/agreements/${agreement}`);
      await device.getByRole("table").waitFor();
      await device.waitForLoadState("networkidle");
      expect(await faultsOf(device)).toEqual([]);
      expect(await overflows(device)).toBe(false);
    }
    expect(await device.evaluate(() => document.documentElement.dir)).toBe(
      language === "ar" ? "rtl" : "ltr",
    );
    expect(web.complaints()).toEqual([]);
  });
});
