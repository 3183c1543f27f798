import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Opens an article for writing and puts the caret at its end, once the editor has taken it. */
export async function enterArticle(page: Page, button: RegExp, editor: RegExp): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  const words = page.getByRole("textbox", { name: editor });
  await expect
    .poll(() => words.evaluate((element) => element === document.activeElement))
    .toBe(true);
  await words.click();
  await page.keyboard.press("Control+End");
}
