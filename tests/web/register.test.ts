import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "#src/bytes/sha256.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { sealAgreement } from "#tests/support/sealed.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

let office: Office;
let web: Web;
let published: Awaited<ReturnType<typeof sealAgreement>>;

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  const languages = ["en", "ru", "ar"];
  published = await sealAgreement(office, { languages }, { published: true });
  const title = { en: "Arrangement on Falconry", ru: "Договорённость о соколиной охоте" };
  const parties = [{ code: "KZ" }, { code: "EE" }, { code: "US" }];
  await sealAgreement(office, { languages: ["en", "ru"], title, parties }, { published: true });
}, 180_000);
afterAll(async () => {
  await web?.close();
  await office.close();
});

const look = async (page: Page, name: string) => {
  if (process.env.SHOTS) {
    await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  }
};

test("somebody who has not signed in finds an agreement by a word and reads it", async () => {
  const page = await web.device({ width: 360 });
  await page.goto(`${web.url}/register`);
  await page.getByRole("link", { name: "Arrangement on Falconry" }).waitFor();
  await page.getByRole("heading", { name: "Who is party with whom" }).waitFor();
  await look(page, "register-360-en");
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await page.getByLabel("Search titles and texts").fill("соколин");
  await page.getByText("1 agreement shown").waitFor();
  expect(new URL(page.url()).searchParams.get("q")).toBe("соколин");
  await page.goBack();
  await page.goto(`${web.url}/register/${published.id}`);
  await page.getByRole("heading", { level: 1, name: /Civil Service Cooperation/ }).waitFor();
  await page.getByRole("row", { name: /Kazakhstan.*definitive/ }).waitFor();
  await page.getByText("Section 1", { exact: false }).first().waitFor();
  await look(page, "entry-360-en");
  const terms = page.getByRole("region", { name: "What it means in law" });
  await terms.getByText("By notice of 6 months").waitFor();
  await terms.getByText("Section 19").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the sealed PDF" }).click(),
  ]);
  const bytes = await download.createReadStream().then((file) => file.toArray());
  expect(await sha256(new Uint8Array(Buffer.concat(bytes)))).toBe(published.digest);
  await page.locator("label", { hasText: /^Arabic$/ }).click();
  await page.getByText("البند 1", { exact: false }).first().waitFor();
  await page.getByRole("link", { name: "Verify this PDF" }).click();
  await page.getByText("The register holds exactly this file").waitFor();
  expect(web.complaints()).toEqual([]);
});

test("the same in Arabic, in the dark, on a wide screen; a bar leads to its agreements", async () => {
  const page = await web.device({ language: "ar", dark: true });
  await page.goto(`${web.url}/register`);
  await page.getByRole("heading", { name: "من يرتبط بمن" }).waitFor();
  await look(page, "register-1440-ar-dark");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "إستونيا" }).click();
  await page.getByText("اتفاق واحد معروض").waitFor();
  await page.goto(`${web.url}/register/${published.id}`);
  await page.getByText("البند 1", { exact: false }).first().waitFor();
  // A title in the reader's language begins where the reader does.
  const heading = page.getByRole("heading", { level: 1 });
  expect(await heading.evaluate((one) => getComputedStyle(one).direction)).toBe("rtl");
  await look(page, "entry-1440-ar-dark");
  expect(await faultsOf(page)).toEqual([]);
  expect(web.complaints()).toEqual([]);
});

test("what is not published is not there", async () => {
  const page = await web.device();
  await page.goto(`${web.url}/register/${crypto.randomUUID()}`);
  await page.getByRole("heading", { name: "There is nothing here" }).waitFor();
});
