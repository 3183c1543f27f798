import { describe, expect, test } from "vitest";
import { compareTexts } from "#src/text/compare.ts";
import { parseText } from "#src/text/markdown.ts";
import { formOfReference, referenceForms, referenceWords } from "#src/text/reference-forms.ts";

describe("a reference to an article", () => {
  test.each([
    ["ru", "статьей 6", "статьей\u00a06"],
    ["ru", "Статьи\u00a07", "статьи\u00a06"],
    ["ru", "ст. 6", "ст.\u00a06"],
    ["ru", "пункту 6", "ст.\u00a06"],
    ["ar", "للمادة 6", "للمادة\u00a06"],
    ["ar", "للمادة ٦", "للمادة\u00a06"],
    ["ar", "هنا", "المادة\u00a06"],
    ["kk", "9-бабына", "6-бабына"],
    ["kk", "6-баптан", "6-баптан"],
    ["fr", "l’article 6", "article\u00a06"],
    ["en", "Article 9", "Article\u00a06"],
    ["ka", "მე-6 მუხლი", "მუხლი\u00a06"],
  ])(
    "in %s written “%s” prints the form of its sentence and its own number",
    (language, words, printed) => {
      const form = formOfReference(words, language);
      expect(referenceWords({ article: 6, form }, language)).toBe(printed);
    },
  );

  test("keeps each form that a menu offers", () => {
    for (const language of ["ru", "ar", "kk"]) {
      for (const form of referenceForms(language)) {
        expect(formOfReference(form.replace("#", "12"), language)).toBe(form);
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
});
