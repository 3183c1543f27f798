import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { draftingLanguages } from "#src/text/language/drafting.ts";
import { marksOf } from "#src/text/language/marks-of.ts";
import { directionOf, languageIn, languagesOf, scriptOf } from "#src/text/languages.ts";

const src = join(import.meta.dirname, "../../src");

test.each([
  "ar",
  "fa",
  "ur",
  "ps",
  "sd",
  "ckb",
  "ug",
  "ks",
  "he",
  "yi",
  "dv",
  "syr",
  "nqo",
  "ku-Arab",
  "az-IR",
  "pa-PK",
  "uz-AF",
  "kk-Arab",
])("%s is written from right to left", (language) => {
  expect(directionOf(language)).toBe("rtl");
});

test.each([
  "en",
  "ru",
  "kk",
  "az",
  "az-Cyrl",
  "ku",
  "pa",
  "uz",
  "tr",
  "ar-Latn",
  "hi",
  "zh",
  "x-own",
  "no tag",
  "",
])("%s is written from left to right", (language) => {
  expect(directionOf(language)).toBe("ltr");
});

test("a tag's script is the one it names, else the likely one", () => {
  expect(["zh", "zh-TW", "sr", "sr-Latn", "ja", "ko"].map(scriptOf)).toEqual([
    "Hans",
    "Hant",
    "Cyrl",
    "Latn",
    "Jpan",
    "Kore",
  ]);
});

test("each set offers its languages in one order, and a tag finds its own by its first part", () => {
  expect(languagesOf("interface")).toEqual(["en", "ru", "ar", "kk", "fr"]);
  expect(languagesOf("letters")).toEqual(["en", "ru", "ar", "kk", "fr"]);
  expect(languagesOf("annex")).toEqual(["en", "ru", "ar", "kk", "fr", "es"]);
  expect(languageIn("letters", "FR-ch")).toBe("fr");
  expect(languageIn("interface", "es")).toBeNull();
  expect(languageIn("letters", "constructor")).toBeNull();
});

/** CLDR has қазақ тілі, "the Kazakh language"; menus say қазақша. */
const otherNames: Record<string, string> = { kk: "қазақша" };

test("a language's own name is the one that CLDR has, with a capital", () => {
  for (const language of draftingLanguages()) {
    const shown = new Intl.DisplayNames(language, { type: "language" }).of(language);
    const name = otherNames[language] ?? shown ?? "";
    const [first = "", ...rest] = marksOf(language)?.name ?? "";
    expect([first.toLowerCase(), ...rest].join("")).toBe(name.toLowerCase());
  }
});

test("no other file of ours lists the languages that run from right to left", () => {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.tsx?$/.test(name) && !name.endsWith("contract.d.ts"),
  );
  const lists = /"(?:he|fa|ur)",\s*"|\b(?:ar|he|fa)\|(?:ar|he|fa|ur)\b/;
  expect(files.filter((name) => lists.test(readFileSync(join(src, name), "utf8")))).toEqual([]);
});
