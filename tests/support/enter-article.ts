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
  await expect
    .poll(async () => {
      await page.keyboard.press("Control+End");
      return words.evaluate(caretAtEnd);
    })
    .toBe(true);
}

/**
 * Whether nothing is written behind the caret, after two frames: the editor hears of a caret that was moved a
 * moment later, and a key pressed before that acts where the caret was.
 */
async function caretAtEnd(element: Element): Promise<boolean> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  const behind = document.createRange();
  behind.selectNodeContents(element);
  const { focusNode, focusOffset } = document.getSelection() ?? {};
  if (!focusNode || !element.contains(focusNode)) return false;
  behind.setStart(focusNode, focusOffset ?? 0);
  return behind.toString().trim() === "";
}
