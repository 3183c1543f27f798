import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lostReferences } from "#src/text/checks/references/references.ts";
import { inWords } from "#src/text/checks/sentence.ts";
import { parseText } from "#src/text/markdown.ts";

/** Three articles; the first has two paragraphs and the letters a) and b); the last one says these words. */
const three = (words: string, title = "§", annex = "") =>
  `# ${title}\n\n## A\n\n1. x: (a) y; (b) z.\n2. x\n\n## B\n\nx\n\n## C\n\n${words}\n${annex}`;
const found = (language: string, markdown: string) =>
  lostReferences(parseText(markdown, language)).flatMap(({ found = [] }) => found);

describe("a reference that leads nowhere", () => {
  test.each([
    ["en", "Article 12 applies.", "Article 12"],
    ["en", "Articles 1, 2 and 7 apply.", "Articles 1, 2 and 7"],
    ["en", "Under Art. 0 of this Agreement.", "Art. 0"],
    ["en", "As in Article XII.", "Article XII"],
    ["en", "See Article 4 bis.", "Article 4 bis"],
    ["en", "As paragraph 3 of Article 1 says.", "paragraph 3 of Article 1"],
    ["en", "See Article 1(3).", "Article 1(3)"],
    ["en", "See Article 1(1)(d).", "Article 1(1)(d)"],
    [
      "en",
      "See subparagraph (c) of paragraph 1 of Article 1.",
      "subparagraph (c) of paragraph 1 of Article 1",
    ],
    ["en", "Paragraph 2 of this Article applies.", "Paragraph 2 of this Article"],
    ["en", "A permit under Article 3 is refused.", "Article 3"],
    ["en", "As the following Article says.", "following Article"],
    ["en", "See Annex 2.", "Annex 2"],
    ["en", "See Chapter IV of this Agreement.", "Chapter IV"],
    ["ru", "В соответствии со статьей 12 настоящего Соглашения.", "статьей 12"],
    ["ru", "Согласно статье 5 Сторона платит.", "статье 5"],
    ["ru", "Пункт 4 статьи 1 применяется.", "Пункт 4 статьи 1"],
    ["ru", "См. п. 3 ст. 1.", "п. 3 ст. 1"],
    ["ru", "Подпункт «д» пункта 1 статьи 1.", "Подпункт «д» пункта 1 статьи 1"],
    ["ru", "Положения статей 1–9.", "статей 1–9"],
    ["ar", "وفقاً للمادة الثانية عشرة.", "للمادة الثانية عشرة"],
    ["ar", "وفقاً للمادة (١٢) من هذا الاتفاق.", "للمادة (١٢)"],
    ["ar", "الفقرة 3 من المادة 1.", "الفقرة 3 من المادة 1"],
    ["ar", "عملاً بالمَادَّة 9.", "بالمَادَّة 9"],
    ["kk", "12-бапқа сәйкес.", "12-бапқа"],
    ["kk", "Осы Келісімнің 12-бабына сәйкес.", "12-бабына"],
    ["kk", "1-баптың 5-тармағында.", "1-баптың 5-тармағында"],
    ["kk", "2–6-баптар қолданылады.", "2–6-баптар"],
    ["fr", "Conformément à l’article 12 du présent Accord.", "article 12"],
    ["fr", "Le paragraphe 3 de l’article 1.", "paragraphe 3 de l’article 1"],
    ["fr", "Le point e) de l’article 1.", "point e) de l’article 1"],
    ["fr", "Sous réserve de l’article suivant.", "article suivant"],
    ["es", "Según el artículo 12.", "artículo 12"],
    ["uk", "Згідно зі статтею 12 цієї Угоди.", "статтею 12"],
    ["tr", "12’nci madde uygulanır.", "12’nci madde"],
    ["zh", "依照第十二条办理。", "第十二条"],
    ["ko", "제12조에 따라.", "제12조"],
    ["hy", "12-րդ հոդվածի համաձայն։", "12-րդ հոդվածի"],
  ])("%s: %s", (language, words, said) => {
    expect(found(language, three(words))).toEqual([said]);
  });

  test.each([
    ["en", "Article 2 applies, and so do Articles 1 to 3."],
    ["en", "Article 102 of the Charter of the United Nations."],
    ["en", "The Vienna Convention on the Law of Treaties, in particular Articles 31 and 32."],
    ["en", "Any dispute under Article 12 of that Convention."],
    ["en", "Up to 12 articles of clothing; Article 19 TRIPS; Article 4 of its law."],
    ["en", "The words “Article 12 applies to the Parties” are not used."],
    ["en", "As paragraph 2 of Article 1 and Article 1(1)(b) say."],
    ["en", "Goods of Annex 1 to the Chicago Convention."],
    ["ru", "Статья 102 Устава Организации Объединенных Наций."],
    ["ru", "Статья 79 Трудового кодекса; статья 19 Венской конвенции; статья 9 этого закона."],
    ["ru", "Как сказано в пункте 2 статьи 1 и предыдущей статье."],
    ["ar", "المادة 102 من ميثاق الأمم المتحدة."],
    ["ar", "وفقاً للفقرة 2 من المادة الأولى وأحكام المادة الثانية."],
    ["kk", "Біріккен Ұлттар Ұйымы Жарғысының 102-бабы."],
    ["kk", "Осы Келісімнің 2-бабына және 1-баптың 2-тармағына сәйкес."],
    ["fr", "L’article 102 de la Charte des Nations Unies et l’article premier."],
    ["fr", "La convention de Vienne ; l’article 388-1 du code civil."],
    ["ka", "რაც კანონის მე-12 მუხლში წერია."],
    ["fi", "12 artikla"],
  ])("is none in %s: %s", (language, words) => {
    expect(found(language, three(words))).toEqual([]);
  });

  test("a link to an article is read with the paragraph before it", () => {
    expect(found("en", three("As paragraph 2 of [Article 1](#article-1) says."))).toEqual([]);
    expect(found("en", three("As paragraph 2 of [Article 2](#article-2) says."))).toHaveLength(1);
  });

  test("annexes are known by their number, letter or place", () => {
    const annexes = "\n# Annex A\n\nx\n\n# Annex B\n\nx\n";
    expect(found("en", three("Annexes A and B; Annex B.", "§", annexes))).toEqual([]);
    expect(found("en", three("See Annex C.", "§", annexes))).toEqual(["Annex C"]);
    expect(found("kk", three("1-қосымшада.", "§", "\n# 1-қосымша\n\nx\n"))).toEqual([]);
    expect(found("kk", three("2-қосымшада.", "§", "\n# 1-қосымша\n\nx\n"))).toEqual([
      "2-қосымшада",
    ]);
  });

  test("a text that amends another speaks of that one's articles", () => {
    const words = "Article 12 is replaced. Article 9 of this Protocol applies.";
    expect(found("en", three(words, "Protocol amending the Agreement"))).toEqual(["Article 9"]);
  });

  test("a fragment without articles has no references that lead nowhere", () => {
    expect(found("en", "# T\n\nArticle 12 applies.")).toEqual([]);
  });

  test("the sentence names the article and what it lacks, in the reader's language", () => {
    const [warning] = lostReferences(parseText(three("См. пункт 4 статьи 1."), "ru"));
    expect(warning).toMatchObject({ article: 3, rule: "references" });
    expect(inWords(warning?.detail ?? { key: "practice" }, "fr")).toContain("paragraphe");
  });

  test.each([
    ["en", "As Section 12 of this Memorandum says; see Section 2.", "Section 12"],
    ["en", "Paragraph 2 of this Section applies.", "Paragraph 2 of this Section"],
    ["ru", "В соответствии с разделом 12 настоящего Меморандума и разделом 2.", "разделом 12"],
    ["ar", "وفقاً للبند 12 من هذه المذكرة وللبند 2.", "للبند 12"],
    ["kk", "Осы Меморандумның 12-бөліміне және 2-бөліміне сәйкес.", "12-бөліміне"],
    ["fr", "Conformément à la section 12 du présent Mémorandum et à la section 2.", "section 12"],
  ])("%s, where a memorandum has sections: %s", (language, words, said) => {
    const warnings = lostReferences(parseText(three(words), language), "sections");
    expect(warnings.flatMap(({ found = [] }) => found)).toEqual([said]);
  });
});

test("an article is missed exactly if the text has fewer, however its number is declined", () => {
  const languages = {
    en: (n: number) => `Article ${n} applies.`,
    ru: (n: number) => `Применяется статья ${n}.`,
    kk: (n: number) => `${n}-бап қолданылады.`,
    fr: (n: number) => `L’article ${n} s’applique.`,
    ar: (n: number) => `تطبق المادة ${n}.`,
  };
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(languages) as (keyof typeof languages)[])),
      fc.integer({ min: 2, max: 40 }),
      fc.integer({ min: 1, max: 120 }),
      (language, count, number) => {
        const articles = Array.from({ length: count }, (_, at) => `## H${at}\n\nx`).join("\n\n");
        const markdown = `# §\n\n${languages[language](number)}\n\n${articles}\n`;
        expect(found(language, markdown).length).toBe(number > count ? 1 : 0);
      },
    ),
  );
});

test("any words at all are read without an error", () => {
  const pieces = [
    "Article",
    "статья",
    "المادة",
    "бап",
    "第",
    "条",
    "12",
    "IX",
    "(",
    ")",
    "«",
    "of",
    ",",
    "–",
    "\n",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (words) => {
      for (const language of ["en", "ru", "ar", "kk", "fr", "zh", "und"]) {
        const text = parseText(`# §\n\n## A\n\nx${words.join(" ")}\n`, language);
        expect(Array.isArray(lostReferences(text))).toBe(true);
      }
    }),
  );
});

describe("a reference within a list", () => {
  const four = (words: string) =>
    `# §\n\n${["1. x\n2. x", "1. (a) y; (b) z.\n2. x", "x", words].map((one) => `## §\n\n${one}`).join("\n\n")}`;

  test.each([
    ["en", "1. Under articles 1, 2 (paragraphs 1 and 2), 3 and 4 this applies.\n2. x"],
    ["en", "1. Under articles 1, paragraph 2, 3, paragraph 9, and 4 this applies.\n2. x"],
    ["en", "1. In cases under articles 1, 2 or 3, paragraph 3 does not apply.\n2. x\n3. x"],
    ["en", "Subparagraphs (a) and (b) of Article 2 apply."],
    ["fr", "Les alinéas a) et b) de l’article 2 s’appliquent."],
    ["fr", "Le secrétariat informe chaque Partie 30 jours à l’avance."],
    ["en", "Part XV of and Annexes V, VI and VII to the Convention apply."],
  ])("%s: %s", (language, words) => {
    expect(found(language, four(words))).toEqual([]);
  });

  test("still leads nowhere if a part of it is not there", () => {
    expect(found("en", four("Subparagraphs (a) and (d) of Article 2 apply."))).toHaveLength(1);
    expect(found("en", four("Articles 1, 2 or 3, paragraph 3, apply."))).toHaveLength(1);
    expect(found("fr", four("La partie II du présent Accord s’applique."))).toHaveLength(1);
  });
});
