import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FindingCode, Verdict } from "#src/pdf/verify/findings.ts";
import words from "#src/web/words/en/verify.json" with { type: "json" };
import { outsideSigner } from "#tests/pdf/attacks/openssl.ts";
import { foreignSigned, plainFile } from "#tests/pdf/foreign-file.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { sealAgreement } from "#tests/support/sealed.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

let office: Office;
let web: Web;
let sealed: Awaited<ReturnType<typeof sealAgreement>>;

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  sealed = await sealAgreement(office, { languages: ["en", "ar"] }, { published: true });
}, 120_000);
afterAll(async () => {
  await web?.close();
  await office.close();
});

const choose = (page: Page, name: string, bytes: Uint8Array) =>
  page
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(bytes) });

test("a stranger verifies a sealed PDF and goes to its page in the register", async () => {
  const page = await web.device({ width: 360 });
  await page.goto(`${web.url}/verify`);
  await page.getByText("Choose a PDF").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await choose(page, "sealed.pdf", sealed.pdf);
  await page.getByRole("heading", { name: "Whole, sealed for demonstration" }).waitFor();
  expect(await page.getByText(sealed.digest).count()).toBe(1);
  expect(await page.getByText("Whole, for demonstration", { exact: true }).count()).toBe(3);
  // Nothing on the page calls a seal trusted that says of itself that it is not.
  expect(await page.getByText("not a trusted seal").count()).toBeGreaterThan(0);
  expect(await page.getByText("Whole and trusted").count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  const link = page.getByRole("link", { name: `Open ${sealed.reference} in the register` });
  expect(await link.getAttribute("href")).toBe(`/register/${sealed.id}`);
  expect(web.complaints()).toEqual([]);
});

test("one flipped byte is found and said, in Arabic and in the dark", async () => {
  const page = await web.device({ language: "ar", dark: true });
  await page.goto(`${web.url}/verify?digest=${sealed.digest}`);
  await page.getByText("يحفظ السجل هذا الملف بعينه").waitFor();
  const flipped = Uint8Array.from(sealed.pdf);
  // Within the original, which every signature covers.
  flipped[2000] = (flipped[2000] ?? 0) ^ 1;
  await choose(page, "تغيّر.pdf", flipped);
  await page.getByRole("heading", { name: "تغيّر بعد التوقيع" }).waitFor();
  expect(await page.getByText("غُيّر الملف بعد إنشاء التوقيع.").count()).toBe(1);
  expect(await page.getByText("هذا ملف غير الذي يسمّيه الرابط.").count()).toBe(1);
  expect(await page.getByText("لا يحفظ السجل العام هذا الملف").count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
  expect(web.complaints()).toEqual([]);
});

test("what others signed is described, not judged; and what holds in a changed file is not called trusted", async () => {
  const signer = outsideSigner();
  const foreign = foreignSigned(await plainFile(), (signed) => signer.cms(signed));
  const page = await web.device({ language: "ar", width: 390 });
  await page.goto(`${web.url}/verify`);
  await choose(page, "other.pdf", foreign);
  await page.getByRole("heading", { name: "لم يختمه وديع" }).waitFor();
  expect(await page.getByText("يطابق البايتات التي يشملها").count()).toBe(1);
  expect(await page.getByText("CN=Outsider").count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await page.getByRole("button", { name: "التحقق من ملف آخر" }).click();
  await choose(page, "more.pdf", Buffer.concat([sealed.pdf, Buffer.from("more")]));
  await page.getByRole("heading", { name: "معدّل" }).waitFor();
  expect(await page.getByText("صحيح لما يشمله", { exact: true }).count()).toBe(3);
  expect(await page.getByText("سليم وموثوق").count()).toBe(0);
  signer.remove();
});

test("the code of an annex leads to what the register holds of that agreement", async () => {
  const page = await web.device();
  await page.goto(`${web.url}/verify?agreement=${sealed.id}`);
  await page.getByText("compared with what the register holds of this agreement").waitFor();
  await choose(page, "sealed.pdf", sealed.pdf);
  await page.getByText("the one that the register holds of this agreement").waitFor();
  await page.goto(`${web.url}/verify?agreement=${crypto.randomUUID()}`);
  await page.getByText("The public register does not hold this file").waitFor();
  expect(web.complaints().every((line) => line.includes("404"))).toBe(true);
});

test("what is not a PDF, or larger than any of ours, is said before anything is sent", async () => {
  const page = await web.device();
  let sent = 0;
  page.on("request", (request) => {
    if (request.url().includes("/verifications")) sent += 1;
  });
  await page.goto(`${web.url}/verify`);
  await page.getByText("Choose a PDF").waitFor();
  await choose(page, "letter.docx", new TextEncoder().encode("PK\u0003\u0004"));
  await page.getByText("letter.docx is not a PDF.", { exact: false }).waitFor();
  const large = new Uint8Array(20 * 1024 * 1024 + 1);
  large.set(sealed.pdf.subarray(0, 1024));
  await writeFile(join(office.folder, "large.pdf"), large);
  await page.locator("input[type=file]").setInputFiles(join(office.folder, "large.pdf"));
  await page.getByText("large.pdf is larger than 20 MB.", { exact: false }).waitFor();
  expect(sent).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
});

test("every verdict and every reason has its words", () => {
  const verdicts: Record<Verdict, { name: string; why: string }> = words.verdict;
  const findings: Record<FindingCode, string> = words.finding;
  expect(Object.values(verdicts).every(({ name, why }) => name && why)).toBe(true);
  expect(Object.values(findings).every(Boolean)).toBe(true);
});
