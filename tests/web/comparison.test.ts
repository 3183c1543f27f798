import { Packer } from "docx";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requestChanges } from "#src/agreements/text/request-changes.ts";
import { reviseText } from "#src/agreements/text/revise-text.ts";
import { submit } from "#src/agreements/text/submit.ts";
import { parseText } from "#src/text/markdown.ts";
import { documentOf } from "#src/web/word/export-text.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft, told } from "#tests/support/scenario.ts";
import { faultsOf, openWeb, overflows, type Web } from "#tests/support/web.ts";

let office: Office;
let web: Web;
let id: string;

const officer = () => office.as("legal-officer");
const emirates = () => office.as("representative", "AE");

/** Bold and italic words, numbers of two depths, a reference, a party's bracket and a table. */
const older = {
  en: `# Memorandum

The Parties agree:

## Scope

1. The **Programme** covers, as [there](#costs) said:
   1. training;
   2. *joint* studies and visits.
2. It lasts five years [KZ: and may be prolonged].

| Line | Share of each Party | Due |
| ---- | ------------------- | --- |
| Visits | 1,000 | June |
| Studies | 2,500 | July |

## Costs

1. Each Party bears its own costs.
2. Nothing is transferred.
`,
  ar: `# مذكرة تفاهم

اتفق الطرفان على ما يلي:

## النطاق

1. يشمل **البرنامج** وفق [ذلك](#التكاليف) ما يلي:
   1. التدريب؛
   2. الدراسات *المشتركة* والزيارات.
2. مدته خمس سنوات [KZ: ويجوز تمديدها].

| البند | حصة كل طرف | الاستحقاق |
| ---- | ------------------- | --- |
| الزيارات | 1,000 | يونيو |
| الدراسات | 2,500 | يوليو |

## التكاليف

1. يتحمل كل طرف تكاليفه.
2. لا يُحوَّل أي مبلغ.
`,
};
const newer = {
  en: older.en
    .replace("**Programme**", "Programme")
    .replace("   2. *joint*", "   2. exchanges;\n   3. *joint*")
    .replace("five years [KZ: and", "six years [KZ: and, if both wish,")
    .replace("| 1,000 |", "| 1,500 |")
    .replace("## Costs", "## Bodies\n\nA Joint Committee meets once a year.\n\n## Costs"),
  ar: older.ar
    .replace("**البرنامج**", "البرنامج")
    .replace("   2. الدراسات", "   2. التبادل؛\n   3. الدراسات")
    .replace("خمس سنوات", "ست سنوات")
    .replace("| 1,000 |", "| 1,500 |")
    .replace("## التكاليف", "## الهيئات\n\nتجتمع لجنة مشتركة مرة في السنة.\n\n## التكاليف"),
};

/** As it is circulated: no wording is open. */
const settled = (texts: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, text.replace(/ \[KZ: .*?\]/, "")]),
  );

beforeAll(async () => {
  office = await openOffice();
  web = await openWeb(office);
  id = await draft(office, { languages: ["en", "ar"] });
  const { ctx } = office;
  await reviseText(ctx, await told(office, id, officer()), { texts: settled(older) });
  await circulate(office, id);
  for (const who of [emirates(), officer()]) {
    await who.send("PUT", `/agreements/${id}/reading`, { textVersion: 2 });
  }
  const reason = "Say what is covered.";
  const kazakhstan = office.as("representative", "KZ");
  await requestChanges(ctx, await told(office, id, kazakhstan), { reason });
  await reviseText(ctx, await told(office, id, officer()), { texts: settled(newer) });
  await submit(ctx, await told(office, id, officer()));
});
afterAll(async () => {
  await web?.close();
  await office.close();
});

/** What stands on the page, what is said to those who hear it included. */
async function seen(page: Page, within: string): Promise<string> {
  await page.locator("ins").first().waitFor();
  return (await page.locator(within).allInnerTexts()).join("\n");
}

function expectReadable(text: string): void {
  for (const mark of ["**", "*joint*", "|", "](", "#"]) expect(text).not.toContain(mark);
  expect(text).not.toMatch(/^\s*\d\. /m);
}

test.each([
  ["en", 1440],
  ["ar", 1440],
  ["en", 360],
  ["ar", 360],
] as const)(
  "the review page in %s at %i px shows changes as they read",
  async (language, width) => {
    await officer().send("PATCH", "/session", { language });
    const page = await web.sameDevice({ language, width, as: officer().person.email });
    const beside = width > 1000 ? "&beside=ar" : "";
    await page.goto(`${web.url}/agreements/${id}/review?language=${language}${beside}&from=2`);
    expectReadable(await seen(page, "main .text"));
    const edges = await page
      .locator(`main .text[lang=${language}]`)
      .evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().left));
    expect(edges.length).toBeGreaterThan(1);
    expect(new Set(edges).size).toBe(1);
    if (language === "en") {
      const scope = page.getByRole("region", { name: "Scope" });
      await scope.getByText("(a)", { exact: true }).first().waitFor();
      const row = scope.locator("tr", { hasText: "Visits" }).first();
      expect(await row.locator("del").count()).toBe(1);
      expect(
        await scope.locator("tr", { hasText: "Studies" }).first().locator("del, ins").count(),
      ).toBe(0);
    }
    expect(await overflows(page)).toBe(false);
    expect(await faultsOf(page)).toEqual([]);
    expect(web.complaints()).toEqual([]);
  },
);

test.each([
  ["en", 1440],
  ["ar", 1440],
  ["en", 360],
  ["ar", 360],
] as const)("the representative's page in %s at %i px does too", async (language, width) => {
  await emirates().send("PATCH", "/session", { language });
  const page = await web.sameDevice({ language, width, as: emirates().person.email });
  await page.goto(`${web.url}/agreements/${id}`);
  await page.locator("[aria-labelledby=changed] button").first().click();
  expectReadable(await seen(page, "[aria-labelledby=changed] .text"));
  expect(await overflows(page)).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
  expect(web.complaints()).toEqual([]);
});

test.each([
  ["en", 1440],
  ["ar", 360],
] as const)("a document that is brought in does too, in %s at %i px", async (language, width) => {
  const drafted = await draft(office, { languages: [language] });
  await reviseText(office.ctx, await told(office, drafted, officer()), {
    texts: { [language]: older[language] },
  });
  await officer().send("PATCH", "/session", { language });
  const page = await web.sameDevice({ language, width, as: officer().person.email });
  await page.goto(`${web.url}/agreements/${drafted}/draft`);
  await page
    .getByRole("button", { name: /^Word$/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: /^(?:Import a document|إدخال مستند)/ }).click();
  const buffer = await Packer.toBuffer(documentOf(parseText(newer[language], language)));
  const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  await page
    .getByRole("dialog")
    .locator('input[type="file"]')
    .setInputFiles({ name: "text.docx", mimeType, buffer });
  expectReadable(await seen(page, "[role=dialog] .text"));
  if (language === "en") {
    const gone = page.getByRole("deletion").filter({ hasText: "five" });
    expect(await gone.textContent()).toBe(" deleted: five end of change ");
    const bracket = page.getByRole("insertion").filter({ hasText: "if both wish" });
    expect(await bracket.locator("[class*=bracket]").count()).toBe(1);
  }
  expect(await overflows(page)).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
});
