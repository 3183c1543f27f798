import { describe, expect, test } from "vitest";
import { compareTexts } from "#src/text/compare.ts";
import { formsOf } from "#src/text/forms.ts";
import { parseText } from "#src/text/markdown.ts";
import { formOfReference, referenceForms } from "#src/text/reference-forms.ts";
import { headings } from "#workflows/headings.ts";

describe("a reference to an article", () => {
  test.each([
    ["ru", "статьей 6", "статьей\u00a06"],
    ["ru", "Статьи\u00a07", "Статьи\u00a06"],
    ["ru", "ст. 6", "ст.\u00a06"],
    ["ru", "пункту 6", "ст.\u00a06"],
    ["ar", "للمادة 6", "للمادة\u00a06"],
    ["ar", "للمادة ٦", "للمادة\u00a06"],
    ["ar", "هنا", "المادة\u00a06"],
    ["kk", "9-бабына", "6-бабына"],
    ["kk", "6-баптан", "6-баптан"],
    ["fr", "l’article 9", "l’article\u00a06"],
    ["fr", "à l’article premier", "à\u00a0l’article\u00a06"],
    ["fr", "Article 9", "Article\u00a06"],
    ["fr", "ici", "article\u00a06"],
    ["en", "Article 9", "Article\u00a06"],
    ["ka", "მე-6 მუხლი", "მუხლი\u00a06"],
  ])(
    "in %s written “%s” prints the form of its sentence and its own number",
    (language, words, printed) => {
      const form = formOfReference(words, language);
      expect(formsOf(language).reference(6, form)).toBe(printed);
    },
  );

  test("keeps each form that a menu offers", () => {
    for (const language of ["ru", "ar", "kk", "fr"]) {
      for (const kind of headings) {
        for (const form of referenceForms(language, kind)) {
          expect(formOfReference(form.replace("#", "12"), language)).toBe(form);
          const printed = formsOf(language, { headings: kind }).reference(12, form);
          expect(printed.replaceAll("\u00a0", " ")).toBe(form.replace("#", "12"));
        }
      }
    }
  });

  test("has its form in the text that is read", () => {
    const text = "# С\n\n## А\n\nВ соответствии со [статьей 2](#article-2).\n\n## Б\n\nх";
    const [article] = parseText(text, "ru").articles;
    expect(article?.blocks).toEqual([
      {
        kind: "paragraph",
        inlines: [
          { kind: "text", text: "В соответствии со " },
          { kind: "reference", article: 2, form: "статьей #" },
          { kind: "text", text: "." },
        ],
      },
    ]);
  });

  test("in another case is a change that a comparison shows", () => {
    const text = (words: string) => `# С\n\n## А\n\nСм. [${words}](#article-1).`;
    const [change] = compareTexts(text("статью 1"), text("статьи 1"), "ru").slice(-1);
    expect(change?.change).toBe("changed");
    expect(JSON.stringify(change?.paragraphs)).toContain("статьи\u00a01");
    const [same] = compareTexts(text("статью 9"), text("статью 1"), "ru").slice(-1);
    expect(same?.change).toBe("same");
  });

  test.each([
    ["en", "Article 9", "Section\u00a06"],
    ["en", "this Article", "this Section"],
    ["ru", "статьей 9", "разделом\u00a06"],
    ["ru", "Статьи 9", "Раздела\u00a06"],
    ["kk", "Осы бапта", "Осы бөлімде"],
    ["en", "This Article", "This Section"],
    ["fr", "L’article 9", "La\u00a0section\u00a06"],
    ["ru", "со статьей 9", "с\u00a0разделом\u00a06"],
    ["ru", "настоящей статьи", "настоящего раздела"],
    ["ru", "здесь", "раздел\u00a06"],
    ["ar", "للمادة 9", "للبند\u00a06"],
    ["ar", "هذه المادة", "هذا البند"],
    ["kk", "9-бабына", "6-бөліміне"],
    ["fr", "à l’article 9", "à\u00a0la section\u00a06"],
    ["fr", "au présent article", "à\u00a0la présente section"],
    ["ka", "მუხლი 9", "თავი\u00a06"],
    ["de", "Artikel 9", "Artikel\u00a06"],
  ])(
    "in %s written “%s” names a section where the agreement has sections",
    (language, words, printed) => {
      const form = formOfReference(words, language);
      expect(formsOf(language, { headings: "sections" }).reference(6, form)).toBe(printed);
    },
  );

  test("in words for a section names an article where the agreement has articles", () => {
    const said = (language: string, words: string) =>
      formsOf(language).reference(1, formOfReference(words, language));
    expect(said("fr", "à la section 1")).toBe("à\u00a0l’article\u00a0premier");
    expect(said("ru", "разделу 1")).toBe("статье\u00a01");
    expect(said("kk", "1-бөлімінде")).toBe("1-бабында");
    expect(said("en", "Section 1")).toBe("Article\u00a01");
  });
});
