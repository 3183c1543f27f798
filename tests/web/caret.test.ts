import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

const officer = () => office.as("legal-officer");

describe("pointing at a word of an article that is read", () => {
  type Word = { nth: number; offset: number; x: number; y: number; text: string };

  /** A place in the middle of the n-th paragraph of the first article that has so many. */
  const wordIn = (page: Page, nth: number): Promise<Word> =>
    page.evaluate((nth) => {
      const articles = [...document.querySelectorAll<HTMLElement>("#main .text")];
      const article = articles.find((one) => one.querySelectorAll("p").length > nth);
      const paragraph = article?.querySelectorAll("p")[nth];
      paragraph?.scrollIntoView({ block: "center" });
      const words = document.createTreeWalker(paragraph as HTMLElement, NodeFilter.SHOW_TEXT);
      const node = words.nextNode() as Text;
      const offset = Math.floor(node.length / 2);
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const { left, top, height } = range.getBoundingClientRect();
      const text = paragraph?.textContent ?? "";
      return { nth, offset, x: left + 1, y: top + height / 2, text };
    }, nth);

  test.each([
    ["a mouse", "click", 1],
    ["a mouse", "click", 0],
    ["a finger", "tap", 1],
  ] as const)(
    "with %s puts the caret there, and words typed stand there (%s, %i)",
    async (_, how, nth) => {
      const id = await draft(office);
      const plain = await web.device({ as: officer().person.email });
      const context = await web.chromium.newContext({
        storageState: await plain.context().storageState(),
        viewport: { width: 1440, height: 900 },
        hasTouch: how === "tap",
      });
      const page = await context.newPage();
      await page.goto(`${web.url}/agreements/${id}/draft`);
      await page.locator("#main .text p").nth(3).waitFor();
      const { offset, x, y, text } = await wordIn(page, nth);
      if (how === "tap") await page.touchscreen.tap(x, y);
      else await page.mouse.click(x, y);
      const editor = page.locator("#main [contenteditable=true]");
      await editor.waitFor();
      await expect
        .poll(() => editor.evaluate((one) => one.contains(document.activeElement)))
        .toBe(true);
      const heading = await editor.locator("h1, h2, h3").first().textContent();
      await page.keyboard.type("QQQ");
      const written = `${text.slice(0, offset)}QQQ${text.slice(offset)}`;
      expect(await editor.locator("p").nth(nth).textContent()).toBe(written);
      expect(await editor.locator("h1, h2, h3").first().textContent()).toBe(heading);
      for (const one of [context, plain.context()]) await one.close();
    },
  );
});
