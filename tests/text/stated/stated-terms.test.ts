import { describe, expect, test } from "vitest";
import { parseText } from "#src/text/markdown.ts";
import { articleOf } from "#src/text/stated/article-of.ts";
import { statedTerms } from "#src/text/stated/stated-terms.ts";
import type { StatedTerm } from "#workflows/terms.ts";
import { instrumentText } from "../instrument-text.ts";
import { wordings } from "./wordings.ts";

const read = (language: string, ...articles: string[]) =>
  parseText(instrumentText(...articles.map((words) => `## Article\n\n${words}`)), language);

const statedValue = (language: string, words: string, term: StatedTerm) =>
  statedTerms(read(language, words)).find((stated) => stated.term === term)?.value;

describe.each(Object.entries(wordings))("the usual wording in %s", (language, cases) => {
  test.each(cases)("%s", (words, term, value) => {
    const expected = value === null && term !== "prevailing" ? undefined : value;
    expect(statedValue(language, words, term)).toEqual(expected);
  });
});

describe("a statement", () => {
  const [withdrawal] = statedTerms(
    read(
      "en",
      "Recalling.",
      "1. A Party may act.\n2. A Party may terminate this Agreement by giving six (6) months’ notice.",
    ),
  );

  test("names the article, the paragraph and the words as written", () => {
    expect(withdrawal).toMatchObject({
      term: "withdrawal",
      article: 2,
      paragraph: "2",
      found: ["terminate this Agreement by giving six (6) months’ notice"],
    });
  });

  test("holds both numbers if word and figure differ", () => {
    const words = "A Party may terminate this Agreement by giving sixty (30) days’ notice.";
    expect(statedTerms(read("en", words))).toMatchObject([{ differ: { word: 60, figure: 30 } }]);
    expect(withdrawal?.differ).toBeUndefined();
  });

  test.each([
    [
      "Arabic-Indic digits",
      "ar",
      "ينتهي العمل بهذا الاتفاق بعد مرور ٦ أشهر على تسلم الإخطار.",
      { months: 6 },
    ],
    [
      "vowel marks",
      "ar",
      "يَنْتَهِي الْعَمَلُ بِهَذَا الِاتِّفَاقِ بَعْدَ مُرُورِ سِتَّةِ أَشْهُرٍ عَلَى تَسَلُّمِ الْإِخْطَارِ.",
      { months: 6 },
    ],
    [
      "Latin letters in Cyrillic words",
      "kk",
      "Хабарлама алынған күннен бастап алты ай өткен соң осы Келiсiмнiң қолданылуы тоқтатылады.",
      { months: 6 },
    ],
    [
      "no-break spaces",
      "fr",
      "Chaque Partie peut dénoncer le présent Accord moyennant un préavis de 6 mois.",
      { months: 6 },
    ],
    [
      "soft hyphens",
      "en",
      "A Party may ter\u00admi\u00adnate this Agreement by giving six months’ notice.",
      { months: 6 },
    ],
    [
      "a region in the tag",
      "en-GB",
      "A Party may withdraw from this Treaty upon one year’s notice.",
      { months: 12 },
    ],
  ])("is read with %s", (_, language, words, value) => {
    expect(statedValue(language, words, "withdrawal")).toEqual(value);
  });

  test.each([
    ["a block quote", "> A Party may terminate this Agreement by giving six months’ notice."],
    [
      "a long quotation",
      "Article 5 is replaced by “A Party may terminate this Agreement at any time by giving the other Party six months’ notice in writing.”",
    ],
    [
      "open wording",
      "A Party may terminate this Agreement by giving [KZ: six] [AE: nine] months’ notice.",
    ],
    ["a blank", "A Party may terminate this Agreement by giving ________ months’ notice."],
  ])("is not read from %s", (_, words) => {
    expect(statedTerms(read("en", words))).toEqual([]);
  });

  test("is not read from an annex, nor in a language without words", () => {
    const annexed = "# Annex\n\nA Party may terminate this Agreement by giving six months’ notice.";
    expect(statedTerms(parseText(instrumentText("## One\n\nText.", annexed), "en"))).toEqual([]);
    expect(
      statedTerms(read("de", "Jede Partei kann mit einer Frist von sechs Monaten kündigen.")),
    ).toEqual([]);
  });

  test("ties its term to the article", () => {
    const text = read(
      "en",
      "Nothing.",
      "This Agreement shall enter into force on 1 May 2027.",
      "A Party may terminate this Agreement by giving six months’ notice.",
    );
    expect(articleOf(text)).toEqual({ entry: 2, withdrawal: 3 });
  });
});
