import { describe, expect, test } from "vitest";
import { inWords, type SentenceKey, type SentenceValue } from "#src/text/checks/sentence.ts";
import { isolate } from "#src/text/isolate.ts";
import { pluralForms } from "#src/text/plural-form.ts";
import sentences from "../../templates/check-sentences.json" with { type: "json" };

const readers = ["en", "ru", "ar", "kk", "fr"] as const;
const place = /\{\{([a-z]+)(\|[^{}]*)?\}\}/g;
const placesOf = (words: string) => [...words.matchAll(place)];

describe.each(Object.entries(sentences))("the sentence %s", (_, words) => {
  test("has the same places in every language, and no brace besides", () => {
    const named = readers.map((reader) =>
      [...new Set(placesOf(words[reader]).map(([, name]) => name))].sort().join(),
    );
    expect(new Set(named).size, named.join(" | ")).toBe(1);
    for (const reader of readers) expect(words[reader].replaceAll(place, "")).not.toMatch(/[{}]/);
  });

  test("has every plural form of a language where it counts", () => {
    for (const reader of readers) {
      for (const [, , forms] of placesOf(words[reader])) {
        if (forms === undefined) continue;
        const given = forms
          .slice(1)
          .split("|")
          .map((one) => one.split(":")[0]);
        expect(given, reader).toEqual(pluralForms[reader]);
      }
    }
  });
});

describe("a sentence in the reader's language", () => {
  const said = (key: SentenceKey, values: Record<string, SentenceValue>, reader: string) =>
    inWords({ key, values }, reader);

  test.each([
    ["en", 1, "This text has 1 article; the Russian text has 6."],
    ["en", 5, "This text has 5 articles; the Russian text has 6."],
    ["ru", 1, "В этом тексте 1 статья, а в тексте на русском языке – 6."],
    ["ru", 3, "В этом тексте 3 статьи, а в тексте на русском языке – 6."],
    ["ru", 12, "В этом тексте 12 статей, а в тексте на русском языке – 6."],
    ["ar", 2, "في هذا النص مادتان، وفي النص المحرَّر باللغة الروسية 6."],
    ["ar", 5, "في هذا النص 5 مواد، وفي النص المحرَّر باللغة الروسية 6."],
    ["ar", 11, "في هذا النص 11 مادة، وفي النص المحرَّر باللغة الروسية 6."],
    ["kk", 5, "Бұл мәтінде 5 бап бар, ал орыс тіліндегі мәтінде – 6."],
    ["fr", 1, "Ce texte a 1 article, le texte russe en a 6."],
    ["ja", 2, "This text has 2 articles; the Russian text has 6."],
  ])("in %s, of %i articles", (reader, count, words) => {
    expect(said("shape-articles", { count, other: 6, language: { language: "ru" } }, reader)).toBe(
      words,
    );
  });

  test("names parties by their names, joined as the language joins them", () => {
    const parties = [{ party: "KZ" }, { party: "AE" }];
    expect(said("open-wording", { parties }, "en")).toBe(
      "The wording of the Republic of Kazakhstan and the United Arab Emirates is still open.",
    );
    expect(said("open-wording", { parties }, "ar")).toContain("جمهورية كازاخستان و");
    expect(said("open-wording", { parties: [{ party: "own-7" }] }, "fr")).toContain("own-7");
  });

  test("begins with a capital if it begins with a name, and leaves quoted words as they are", () => {
    const values = { language: { language: "ru" }, there: "7" };
    expect(said("references-missing", values, "kk")).toMatch(/^Орыс тіліндегі мәтін/);
    expect(said("term-twice", { term: "tenure" }, "en")).toBe("“tenure” is defined twice.");
  });

  test("keeps the direction of the words that it quotes", () => {
    expect(said("blank", { words: "XX" }, "ar")).toContain(`«${isolate("XX", "ar")}»`);
    expect(isolate("XX", "ar")).not.toBe("XX");
  });

  test("says nothing of a value as a pattern, and leaves no place open", () => {
    expect(said("blank", { words: "$& {{day}} $1" }, "en")).toContain("“$& {{day}} $1”");
  });
});
