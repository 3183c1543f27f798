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
  await enterArticle(page, /^Edit Section.1: English$/, /^Section.1: English$/);
  const editor = page.getByRole("textbox", { name: /^Section.1: English$/ });
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

test("what is pasted from Word Online, Google Docs and LibreOffice keeps its depth, numbers and look", async () => {
  const page = await web.device({ as: office.as("legal-officer").person.email });
  const online = (level: number, start: number, text: string) =>
    `<div class="ListContainerWrapper"><ol class="NumberListStyle1" role="list" start="${start}"><li data-aria-level="${level}" class="OutlineElement"><p class="Paragraph">${text}</p></li></ol></div>`;
  expect(
    await pasted(
      page,
      `<div><div class="OutlineElement"><p class="Paragraph"><span class="TextRun">pay 10</span><span class="TextRun" style="vertical-align:super">3</span><span class="TrackChangeTextDeletion TrackedChange"> or less</span></p></div>${online(1, 1, "one")}${online(2, 1, "below")}${online(2, 2, "below too")}${online(1, 2, "two")}</div>`,
    ),
  ).toBe("pay 10³\n1. one\n   1. below\n   2. below too\n2. two");
  expect(
    await pasted(
      page,
      `<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:400">pay </span><span style="font-weight:700">all</span><span style="font-style:italic"> now</span>, 10<span style="vertical-align:super">6</span><sup><a href="#ftnt1">[1]</a></sup></p><ol start="3"><li aria-level="1"><p>three</p></li><ol><li aria-level="2"><p>below</p></li></ol></ol><p><a href="#ftnt_ref1">[1]</a> a note</p></b>`,
    ),
  ).toBe("pay **all** *now*, 10⁶\n\n3. three\n   1. below");
  expect(
    await pasted(
      page,
      `<p>pay 10<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a> <del class="western">old</del><ins>new</ins></p><ol><li><p>one</p></li><ol type="a"><li><p>below</p></li></ol></ol><div id="sdfootnote1"><p class="sdfootnote">a note</p></div>`,
    ),
  ).toBe("pay 10 new\n1. one\n   1. below");
  expect(web.complaints()).toEqual([]);
  await page.context().close();
});

test("words that bear a comment stay when pasted, notes do not, and letters and Roman figures go on counting", async () => {
  const page = await web.device({ as: office.as("legal-officer").person.email });
  expect(
    await pasted(
      page,
      `<p class=MsoNormal>The Parties <a style='mso-comment-reference:JD_1;mso-comment-date:20260101T1200'>shall cooperate</a><span class=MsoCommentReference><![if !supportAnnotations]><a class=msocomanchor href="#_msocom_1">[JD1]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span> for 10<a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a> years:</p>${item("iv)", "four")}${item("v)", "five")}${item("vi)", "six")}<p>Then:</p>${item("h)", "eight")}${item("i)", "nine")}${item("j)", "ten")}<p>Then:</p>${item("z)", "last")}${item("aa)", "after")}<p>Then:</p>${item("٣.", "three")}<p>Then:</p><p style='mso-list:l0 level1 lfo1'><!--[if !supportLists]-->2)<span>&nbsp; </span><!--[endif]-->two</p>`,
    ),
  ).toBe(
    "The Parties shall cooperate for 10 years:\n\n4. four\n5. five\n6. six\n\nThen:\n\n8. eight\n9. nine\n10. ten\n\nThen:\n\n26. last\n27. after\n\nThen:\n\n3. three\n\nThen:\n\n2. two",
  );
  expect(web.complaints()).toEqual([]);
  await page.context().close();
});
