import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enterArticle } from "#tests/support/enter-article.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
import { openWeb, type Web } from "#tests/support/web.ts";

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

/** A paragraph as Word writes a list's into the clipboard. */
const item = (mark: string, text: string, level = 1) =>
  `<p class=MsoListParagraph style='margin-left:.5in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}</p>`;

/** Pastes into the first article, whose text is replaced, and gives what is saved of it. */
async function pasted(page: Page, html: string): Promise<string> {
  const id = await draft(office, { languages: ["en"] });
  await page.goto(`${web.url}/agreements/${id}/draft`);
  await enterArticle(page, /^Edit Article.1: English$/, /^Article.1: English$/);
  const editor = page.getByRole("textbox", { name: /^Article.1: English$/ });
  await page.keyboard.press("Enter");
  await page.keyboard.type("Here:");
  await editor.evaluate((element, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, html);
  await page.keyboard.press("Escape");
  await page
    .getByRole("status")
    .filter({ hasText: /^Saved$/ })
    .waitFor();
  const { items } = await office
    .as("legal-officer")
    .get<{ items: { markdown: string }[] }>(`/agreements/${id}/working-texts`);
  const [, text = ""] = /Here:([\s\S]*?)\n## /.exec(items[0]?.markdown ?? "") ?? [];
  // The article ends in an item, and what was pasted stands in it.
  return text.replaceAll(/^ {3}/gm, "").trim();
}

test("what is pasted from Word keeps its lists, numbers and cells, and no deleted word comes alive", async () => {
  const page = await web.device({ as: office.as("legal-officer").person.email });
  expect(
    await pasted(
      page,
      `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><!--StartFragment--><p class=MsoNormal>Parties <del cite="mailto:A">may</del><ins cite="mailto:A">shall</ins> pay 10<sup>6</sup> <span style='display:none;mso-hide:all'>our fallback</span><s>or not</s>.</p>${item("3.", "third")}${item("a)", "below", 2)}${item("4.", "fourth")}${item("·", "bullet")}<!--EndFragment--></body></html>`,
    ),
  ).toBe("Parties shall pay 10⁶ .\n\n3. third\n   1. below\n4. fourth\n\n- bullet");
  await page.getByText("may … or not … our fallback").waitFor();
  expect(
    await pasted(
      page,
      `<table><tr><td>Party</td><td>Year</td><td>EUR</td></tr><tr><td rowspan=2>KZ</td><td>2026</td><td><ol><li>100</li><li>150</li></ol></td></tr><tr><td>2027</td><td><h3>200</h3></td></tr><tr><td colspan=2>Total</td><td>450</td></tr></table>`,
    ),
  ).toBe(
    "| Party | Year | EUR |\n| - | - | - |\n| KZ | 2026 | 1. 100 2. 150 |\n| | 2027 | 200 |\n| Total | | 450 |",
  );
  expect(web.complaints()).toEqual([]);
  await page.context().close();
});
