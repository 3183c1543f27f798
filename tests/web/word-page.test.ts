import { afterAll, beforeAll, expect, test } from "vitest";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";
import {
  article,
  cell,
  item,
  list,
  numbers,
  p,
  row,
  run,
  table,
  title,
  wordFile,
} from "#tests/support/word-file.ts";

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

const document = Buffer.from(
  wordFile({
    body: [
      title,
      article("Scope"),
      p(
        `${run("The Parties ")}<w:del w:author="Mariam"><w:r><w:delText>may</w:delText></w:r></w:del><w:ins w:author="Mariam">${run("shall")}</w:ins>${run(" pay 10")}${run("6", '<w:vertAlign w:val="superscript"/>')}${run(" EUR.")}`,
      ),
      p(`${run("Seen.")}${run(" Our fallback is five.", "<w:vanish/>")}`),
      table(
        row(cell(p(run("Party"))), cell(p(run("Duties")))),
        row(cell(p(run("KZ"))), cell(item("travel") + item("salary"))),
      ),
    ].join(""),
    numbering: `${list(1, ["decimal", "%1."])}${numbers(1)}`,
  }),
);

test.each([
  {
    language: "en" as const,
    bring: /^Import a document: English$/,
    asked: [/^As accepted/, /^Leave them out$/],
    confirm: /^I have read which/,
    take: "Use as working text",
  },
  {
    language: "ar" as const,
    bring: /^إدخال مستند: /,
    asked: [/^كأنها مقبولة/, /^تُترك خارج النص$/],
    confirm: /^اطّلعتُ على/,
    take: null,
  },
])(
  "a Word document is taken over only after what it leaves open is decided and read ($language)",
  async (one) => {
    const id = await draft(office, { languages: ["en"] });
    const { email } = office.as("legal-officer").person;
    const page = await web.device({ language: one.language, as: email });
    await page.request.patch(`${web.url}/api/v1/session`, {
      data: { language: one.language },
      headers: { Origin: web.url },
    });
    await page.goto(`${web.url}/agreements/${id}/draft`);
    await page.getByRole("button", { name: "Word", exact: true }).first().click();
    await page.getByRole("menuitem", { name: one.bring }).click();
    const dialog = page.getByRole("dialog");
    await dialog.locator('input[type="file"]').setInputFiles({
      name: "text.docx",
      mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      buffer: document,
    });
    const take = one.take
      ? dialog.getByRole("button", { name: one.take })
      : dialog.getByRole("button").last();
    await dialog.getByRole("radio").first().waitFor();
    expect(await take.isDisabled()).toBe(true);
    expect(await dialog.textContent()).toContain("1. travel 2. salary");
    for (const name of one.asked) await dialog.getByRole("radio", { name }).check();
    expect(await take.isDisabled()).toBe(true);
    await dialog.getByRole("checkbox", { name: one.confirm }).check();
    if (process.env.PICTURES)
      await page.screenshot({ path: `${process.env.PICTURES}/word-${one.language}.png` });
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await take.click();
    await dialog.waitFor({ state: "detached" });
    await expect
      .poll(async () => {
        const { items } = await office
          .as("legal-officer")
          .get<{ items: { language: string; markdown: string }[] }>(
            `/agreements/${id}/working-texts`,
          );
        return items.find((text) => text.language === "en")?.markdown;
      })
      .toBe(
        "# Agreement\n\n## Scope\n\nThe Parties shall pay 10⁶ EUR.\n\nSeen.\n\n| Party | Duties |\n| - | - |\n| KZ | 1. travel 2. salary |\n",
      );
  },
);
