import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeFor } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { sealAgreement } from "#tests/support/sealed.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

let office: Office;
let web: Web;
let sealed: Awaited<ReturnType<typeof sealAgreement>>;

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  const languages = ["en", "ru", "ar"];
  sealed = await sealAgreement(office, { languages }, { published: true });
  const title = { en: "Arrangement on Falconry" };
  const parties = [{ code: "EE" }, { code: "US" }];
  await sealAgreement(office, { languages: ["en"], title, parties }, { published: false });
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

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${web.url}/sign-in`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send a code" }).click();
  await page.getByLabel("Code from the letter").fill(await codeFor(office, email));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: /Sofia Lindqvist/ }).waitFor();
}

test("an archivist signs in, finds by a Russian word, and takes the agreement into custody", async () => {
  const page = await web.device();
  await signIn(page, office.as("archivist").person.email);
  await page.getByRole("link", { name: "Archive" }).click();
  await page.getByRole("heading", { name: "Archive", level: 1 }).waitFor();
  await page.getByRole("link", { name: "Arrangement on Falconry" }).waitFor();
  await look(page, "archive-1440-en");
  expect(await faultsOf(page)).toEqual([]);
  const words = page.getByLabel("Words in any language");
  await words.fill("взаимопонимании");
  await page.getByRole("status").getByText("1 agreement", { exact: true }).waitFor();
  await page.locator("mark", { hasText: "взаимопонимании" }).first().waitFor();
  expect(new URL(page.url()).searchParams.get("q")).toBe("взаимопонимании");

  await page.getByRole("button", { name: "Saved searches" }).click();
  await page.getByLabel("Name of the search").fill("Меморандумы");
  await page.getByRole("button", { name: "Save this search" }).click();
  await page.getByRole("button", { name: "Меморандумы", exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await page.goto(`${web.url}/archive`);
  await page.getByRole("button", { name: "Saved searches" }).click();
  await page.getByRole("button", { name: "Меморандумы", exact: true }).click();
  await page.getByRole("status").getByText("1 agreement", { exact: true }).waitFor();

  const [csv] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export as CSV" }).click(),
  ]);
  const table = Buffer.concat(await (await csv.createReadStream()).toArray()).toString();
  expect(table).toContain(`${sealed.reference},Memorandum of Understanding`);

  await page.getByRole("link", { name: /Memorandum of Understanding/ }).click();
  await page.getByRole("row", { name: /Kazakhstan.*definitive/ }).waitFor();
  await page.getByRole("button", { name: "Take into the archive" }).click();
  await page.getByText("On record: Take into the archive").waitFor();
  await page.getByRole("button", { name: "Check that the stored file is intact" }).click();
  await page.getByText("On record: Check that the stored file is intact").waitFor();
  await page.getByText("ingested, intact").waitFor();
  await page.getByRole("button", { name: "Issue a certified true copy" }).click();
  await page.getByText("No. 1").waitFor();
  const form = await page
    .getByRole("link", { name: "Certificate, ready to sign (PDF)" })
    .getAttribute("href");
  const certificate = await page.request.get(`${web.url}${form}`);
  expect((await certificate.body()).subarray(0, 5).toString()).toBe("%PDF-");
  expect(await page.getByText(sealed.digest).count()).toBe(1);
  await page.getByRole("button", { name: "Read it here" }).click();
  await page.getByRole("region", { name: /Page 1 of/ }).waitFor();
  await page.getByText("Start the agreement").waitFor();
  expect(await page.getByText(/^name\./).count()).toBe(0);
  await page.getByRole("button", { name: "Close the PDF" }).click();
  await look(page, "record-1440-en");
  expect(await faultsOf(page)).toEqual([]);
  expect(web.complaints()).toEqual([]);
});

test("the same archive in Arabic on a telephone: an Arabic word is found and marked", async () => {
  const { email } = office.as("archivist").person;
  const page = await web.device({ language: "ar", width: 360, dark: true, as: email });
  await page.goto(`${web.url}/archive?q=${encodeURIComponent("الخدمه المدنية")}`);
  // The account's language goes before the device's.
  await page.getByRole("button", { name: "Language: English" }).click();
  await page.getByRole("menuitem", { name: "العربية" }).click();
  // It fades out, and is a menu without entries meanwhile.
  await page.getByRole("menu").waitFor({ state: "detached" });
  await page.locator("mark").first().waitFor();
  expect((await page.locator("mark").allInnerTexts()).join(" ")).toContain("المدنية");
  await look(page, "archive-360-ar-dark");
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await page.getByRole("link", { name: /مذكرة تفاهم/ }).click();
  await page.getByRole("heading", { name: "حالة المشاركة" }).waitFor();
  await page.getByText("كل إجراء كما تحفظه سلسلة الأدلة", { exact: false }).waitFor();
  await page.getByRole("button", { name: "قراءته هنا" }).click();
  await page.getByRole("region", { name: /الصفحة 1 من/ }).waitFor();
  await page.getByRole("button", { name: "إغلاق الملف" }).click();
  await look(page, "record-360-ar-dark");
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  expect(web.complaints()).toEqual([]);
});
