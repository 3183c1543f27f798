import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Refusal } from "#src/errors.ts";
import { templatesFolder } from "#src/foundation.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import { fillTemplate } from "#src/text/fill-template.ts";
import { wordsIn } from "#src/text/in-each-language.ts";
import { parseTemplate } from "#src/text/parse-template.ts";
import { knownParties } from "#src/text/party-name.ts";
import { readFolder } from "#src/text/read-folder.ts";

const folders = splitTemplates(await readFolder(templatesFolder));
const languages = ["en", "ru", "ar", "kk", "fr"];

function filled(name: string, language: string, place: unknown) {
  const template = parseTemplate(folders[name] ?? {});
  return fillTemplate(template, {
    language,
    languages,
    prevailing: "en",
    parties: knownParties.slice(0, template.maximumParties ?? template.minimumParties),
    variables: { place },
    reference: "DEP/2026/001",
  });
}

/** What makes a filling impossible, by its pointer. */
function asked(language: string, place: unknown): (string | undefined)[] {
  try {
    filled("memorandum-of-understanding", language, place);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return (error.extra.errors ?? []).map(({ pointer, detail }) => `${pointer} ${detail}`);
  }
}

describe.each([
  "memorandum-of-understanding",
  "cooperation-agreement",
  "peer-learning-arrangement",
])("%s", (name) => {
  const closing = (language: string, place: unknown) =>
    filled(name, language, place).trimEnd().split("\n").at(-1) ?? "";

  test("is signed in each language at the place's own name", () => {
    for (const given of ["Astana", "astana", "Астана", "أستانا"]) {
      expect(closing("en", given)).toContain("Astana");
      expect(closing("ru", given)).toContain("Астана");
      expect(closing("kk", given)).toContain("Астана");
      expect(closing("ar", given)).toContain("أستانا");
      expect(closing("ar", given)).not.toContain("Astana");
    }
    const own = { en: "Zhana-Semey", ru: "Жана-Семей", ar: "جانا سيمي" };
    expect(closing("ru", own)).toContain("Жана-Семей");
    expect(closing("ar", own)).toContain("جانا سيمي");
    // French is written with the letters of the English name, and Kazakh with those of the Russian.
    expect(closing("fr", own)).toContain("Zhana-Semey");
    expect(closing("kk", own)).toContain("Жана-Семей");
  });
});

test("a place that no language knows is asked for in each language of another script", () => {
  expect(asked("en", "Zhana-Semey")).toEqual([]);
  expect(asked("fr", "Zhana-Semey")).toEqual([]);
  expect(asked("ru", "Zhana-Semey")).toEqual(["/variables/place/ru is missing"]);
  expect(asked("ar", { en: "Zhana-Semey", ar: " " })).toEqual(["/variables/place/ar is missing"]);
  expect(asked("en", ["Astana"])).toEqual([
    "/variables/place is not a text, nor a text for each language",
  ]);
  expect(asked("en", "")).toEqual(["/variables/place is not a text"]);
});

test("every place that ships has its name in all five languages, in their letters", () => {
  const file = join(import.meta.dirname, "../../templates/places.json");
  const places = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>[];
  expect(places.length).toBeGreaterThan(40);
  for (const place of places) {
    for (const language of languages) {
      expect(wordsIn({ [language]: place[language] ?? "" }, language)).toBe(place[language]);
      expect(wordsIn(place.en ?? "", language)).toBe(place[language]);
    }
  }
});
