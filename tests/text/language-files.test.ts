import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { languageFiles } from "#src/templates/publish.ts";
import { formatDate } from "#src/text/format-date.ts";
import { formsOf } from "#src/text/forms.ts";
import { draftingLanguages } from "#src/text/language/drafting.ts";
import { languageFaults } from "#src/text/language/shape.ts";
import { findKey } from "#src/text/languages.ts";
import { checkPrintable } from "#src/text/printable.ts";
import { readFolder } from "#src/text/read-folder.ts";
import {
  exchangeFormula,
  languageList,
  languageNames,
  nameOfText,
  testimonium,
} from "#src/text/testimonium.ts";

const templates = join(import.meta.dirname, "../../templates");
const drafting = draftingLanguages();
const five = ["en", "ru", "ar", "kk", "fr"];

test("twenty-two languages are complete, and no file has a fault", async () => {
  expect(drafting).toHaveLength(22);
  expect(drafting.slice(0, 5)).toEqual(five);
  expect(languageFaults(languageFiles(await readFolder(templates)))).toEqual([]);
});

describe.each(drafting)("in %s", (language) => {
  test("each formula is filled, whatever the languages and the number of originals", () => {
    for (const binding of [true, false]) {
      for (const originals of [1, 2, 3, 5, 9, 12]) {
        const closing = { language, place: "Astana", binding, originals };
        const one = testimonium({ ...closing, languages: [language] });
        const all = testimonium({ ...closing, languages: drafting, prevailing: "ru" });
        expect(`${one}${all}`).not.toMatch(/[{}]|undefined/);
        expect(all).toContain("Astana");
        expect(all).toContain(languageList(drafting, language));
        expect(all).toContain(nameOfText("ru", language));
        checkPrintable(all, () => true);
      }
    }
  });

  test("each language that can be drafted has a name of its own", () => {
    const names = drafting.map((one) => languageNames(language)[one.split("-")[0] ?? one]);
    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(drafting.length);
  });

  test("headings, pages and dates have words", () => {
    const forms = formsOf(language);
    expect(forms.article(1)).not.toContain("§");
    for (const word of [forms.contents, forms.signatures, forms.seal]) expect(word).not.toBe("");
    expect(forms.digest).not.toBe("SHA-256");
    expect(formatDate("2026-11-23", language)).not.toBe("2026-11-23");
  });
});

test.each([
  ["sr-Latn", undefined],
  ["sr", "sr-Cyrl"],
  ["sr-Cyrl-RS", "sr-Cyrl"],
  ["sr-ME", undefined],
  ["zh", "zh-Hans"],
  ["zh-TW", undefined],
  ["uz", "uz-Latn"],
  ["uz-Cyrl", undefined],
  ["az-Cyrl", undefined],
  ["kk-Arab", undefined],
  ["pt-BR", undefined],
  ["en-GB", "en"],
  ["ru-KZ", "ru"],
])("%s is closed by the words of %s and never by those of another script", (tag, key) => {
  expect(findKey(tag, (one) => drafting.includes(one))).toBe(key);
});

test("names are joined as the language joins them, and no other language lends its formula", () => {
  expect(languageList(["es", "en"], "es")).toBe("español e inglés");
  expect(languageList(["ka", "ru"], "ka")).toBe("ქართულ და რუსულ");
  expect(() => testimonium({ language: "is", languages: ["is"], place: "Reykjavík" })).toThrow(
    "There is no closing formula in is.",
  );
  expect(() => exchangeFormula("notes", { language: "is", languages: ["is"] })).toThrow();
});

const georgian = readFileSync(join(templates, "languages/ka.yaml"), "utf8");

test.each([
  ["a formula is missing", /^ {4}prevailing: .*\n/m, "", /^formulas\.treaty\.prevailing: /],
  ["a placeholder is missing", "{originals}", "ორ", /has no \{originals\}/],
  ["a placeholder is not known", "{of}", "{of} {all}", /\{all\} is not known here/],
  ["a month is missing", /იანვარი,\s+/, "", /^dates\.months: /],
  ["its own name is missing", /^ {2}ka: .*\n/m, "", /^names\.ka: is missing/],
  ["an article has no number", "მუხლი {n}", "მუხლი", /^marks\.article: has not one of/],
  ["a key is not known", "signatures:", "signature:", /signature/],
])("where %s, the file and the line are named", (_, from, to, detail) => {
  const file = "languages/ka.yaml";
  const [fault] = languageFaults({ [file]: georgian.replace(from, to) });
  expect(fault).toMatchObject({
    file,
    line: expect.any(Number),
    detail: expect.stringMatching(detail),
  });
});

test("a file is named by a language tag", () => {
  expect(languageFaults({ "languages/georgian_.yaml": georgian })).toMatchObject([
    { file: "languages/georgian_.yaml", line: 1 },
  ]);
  expect(languageFaults({ "languages/SR-cyrl.yaml": georgian })).toHaveLength(1);
});
