import { join } from "node:path";
import type { Page } from "playwright-core";
import { build, loadConfigFromFile, mergeConfig } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftingLanguages } from "#src/text/language/drafting.ts";
import { languagesOf } from "#src/text/languages.ts";
import { compareNames } from "#src/text/party-alphabet.ts";
import { type Chromium, startChromium } from "#tests/support/chromium.ts";
import { saidIn, writtenIn } from "./said-by-engine.ts";

/**
 * Node has the data of every language; Chromium lacks many and answers in English without a word of warning. What the
 * app and the texts write must be the same in both.
 */
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  const root = join(import.meta.dirname, "../..");
  const own = await loadConfigFromFile(
    { command: "build", mode: "production" },
    join(root, "src/web/vite.config.ts"),
  );
  const { build: _, ...config } = own?.config ?? {};
  const entry = join(import.meta.dirname, "said-by-engine.ts");
  const made = await build(
    mergeConfig(config, {
      configFile: false,
      logLevel: "error",
      build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "engine" } },
    }),
  );
  const [output] = [made].flat();
  const script = output && "output" in output ? output.output[0].code : "";
  chromium = await startChromium();
  page = await chromium.newPage();
  await page.addScriptTag({ content: script });
});
afterAll(() => chromium?.close());

type Engine = { saidIn: typeof saidIn; writtenIn: typeof writtenIn };

describe.each(languagesOf("interface"))("Chromium and Node say the same in %s", (language) => {
  test("dates, numbers, plurals, spans, lists, names and their order", async () => {
    const there = await page.evaluate(
      (tag) => (globalThis as unknown as { engine: Engine }).engine.saidIn(tag),
      language,
    );
    expect(there).toEqual(JSON.parse(JSON.stringify(await saidIn(language))));
  });
});

test.each(draftingLanguages())(
  "texts in %s name and order States alike in both",
  async (language) => {
    const there = await page.evaluate(
      (tag) => (globalThis as unknown as { engine: Engine }).engine.writtenIn(tag),
      language,
    );
    expect(there).toEqual(writtenIn(language));
  },
);

test("Chromium by itself does not sort Kazakh names, so the test above would find it", async () => {
  const names = ["үй", "ұл", "ішкі", "ыстық", "ән", "ата"];
  const alone = await page.evaluate((all) => all.sort(new Intl.Collator("kk").compare), [...names]);
  expect(alone).not.toEqual([...names].sort(compareNames("kk")));
  expect([...names].sort(compareNames("kk"))).toEqual(
    [...names].sort(new Intl.Collator("kk").compare),
  );
});
