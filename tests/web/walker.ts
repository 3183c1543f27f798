import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type PageWords, wordsOn } from "#tests/support/page-words.ts";
import type { Say } from "#tests/support/web.ts";

export type Walker = {
  goTo(path: string): Promise<void>;
  /** The words of the page, its tabs and its windows. A window is opened once in a walk. */
  readAll(path: string): Promise<PageWords[]>;
};

/**
 * Goes from page to page as the app itself does, and reads each page with everything that opens on it. It starts at
 * `url`. The page of verification gets the `sealed` file.
 */
export async function walkerOn(
  page: Page,
  { url, say, sealed }: { url: string; say: Say; sealed: Buffer },
): Promise<Walker> {
  let underWay = 0;
  page.on("request", () => underWay++);
  page.on("requestfinished", () => underWay--);
  page.on("requestfailed", () => underWay--);
  const opened = new Set<string | null>();
  await page.goto(url);

  /** Waits until no request is under way and two looks in a row find the same words. */
  async function settled(): Promise<PageWords[]> {
    let last = "";
    for (let look = 0; look < 100; look++) {
      const words = await wordsOn(page);
      const now = JSON.stringify(words);
      const quiet = underWay <= 0 && (await page.locator(".mantine-Loader-root").count()) === 0;
      if (quiet && now === last) return words;
      last = now;
      await page.waitForTimeout(80);
    }
    throw new Error(`${page.url()} keeps changing.`);
  }

  /** Opens a window or a menu, reads it and closes it. */
  async function look(target: Locator): Promise<PageWords[]> {
    await target.click();
    await page.locator("[role=dialog], [role=menu]").first().waitFor();
    const words = await settled();
    await page.keyboard.press("Escape");
    await page.locator("[role=dialog], [role=menu]").first().waitFor({ state: "detached" });
    return words;
  }

  /** The buttons of a page that open a window. None of them changes anything. */
  function windowsOn(path: string): Locator[] {
    const main = page.locator("#main");
    const button = (area: string, key: string) =>
      main.getByRole("button", { name: say(area, key), exact: true }).first();
    if (/^\/agreements\/\$[\w-]+$/.test(path)) {
      return [main.locator("section[aria-labelledby=next]").getByRole("button")];
    }
    const windows: Record<string, Locator[]> = {
      "/secretariat/parties": [
        button("secretariat", "change"),
        button("secretariat", "parties.add"),
      ],
      "/secretariat/people": [button("secretariat", "people.invite")],
      "/ceremonies": [button("ceremonies", "plan")],
      "/agreements/$draft-editing/draft": [button("drafting", "version.keep")],
    };
    return windows[path] ?? [];
  }

  /** The words that a page shows when it is used: the verdict on a file, the form of each template. */
  async function use(path: string): Promise<PageWords[]> {
    if (path === "/verify") {
      const file = { name: "sealed.pdf", mimeType: "application/pdf", buffer: sealed };
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByRole("button", { name: say("verify", "another") }).waitFor();
      return settled();
    }
    if (path !== "/agreements/new") return [];
    const words: PageWords[] = [];
    const cards = await page.locator("#main").getByRole("button").count();
    for (let nth = 0; nth < cards; nth++) {
      await page.locator("#main").getByRole("button").nth(nth).click();
      await page.getByPlaceholder(say("agreement", "taking.add")).waitFor();
      words.push(...(await settled()));
      await page.getByRole("button", { name: say("new-agreement", "another") }).click();
    }
    expect(cards).toBeGreaterThan(4);
    return words;
  }

  return {
    goTo: async (path: string) => {
      await page.evaluate((to) => {
        history.pushState({}, "", to);
        dispatchEvent(new PopStateEvent("popstate"));
      }, path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
    },
    readAll: async (path: string) => {
      const words = await settled();
      for (const tab of await page.getByRole("tab").all()) {
        await tab.click();
        words.push(...(await settled()));
      }
      for (const several of windowsOn(path)) {
        for (const one of await several.all()) {
          const name = await one.textContent();
          if (opened.has(name) || !(await one.isVisible())) continue;
          opened.add(name);
          words.push(...(await look(one)));
        }
      }
      words.push(...(await use(path)));
      return words;
    },
  };
}
