import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { splitTemplates } from "#src/templates/publish.ts";
import {
  checkTexts as findWarnings,
  identifiedWarnings,
  tellWarnings,
  type Warning,
} from "#src/text/check-texts.ts";
import { fillTemplate } from "#src/text/fill-template.ts";
import { parseTemplate } from "#src/text/parse-template.ts";
import { knownParties } from "#src/text/party-name.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { resolveTemplate, termsOf } from "#src/text/resolve-template.ts";
import type { Source } from "#src/text/source.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";

const folder = await readFolder(join(import.meta.dirname, "../../templates"));
const name = "memorandum-of-understanding";
const memorandum = parseTemplate(splitTemplates(folder)[name] ?? {});
const parties = [{ code: "KZ" }, { code: "AE" }];
/** The warnings as an English reader gets them. */
const checkTexts = (...given: Parameters<typeof findWarnings>) =>
  tellWarnings(findWarnings(...given), "en");

function filled(languages: string[]): Record<string, string> {
  const filling = {
    languages,
    parties: knownParties.slice(0, 3),
    variables: { place: "Astana" },
    reference: "ACSH/2026/001",
  };
  return Object.fromEntries(
    languages.map((language) => [language, fillTemplate(memorandum, { ...filling, language })]),
  );
}

const source = (texts: Record<string, string>, languages = Object.keys(texts)): Source => ({
  reference: "ACSH/2026/001",
  title: { en: "Memorandum of Understanding" },
  languages,
  parties,
  layout: "sequential",
  texts,
});
const check = (texts: Record<string, string>, languages = Object.keys(texts)) =>
  checkTexts(source(texts, languages));
const only = (rule: Warning["rule"], texts: Record<string, string>) =>
  check(texts).filter((warning) => warning.rule === rule);

describe("the memorandum that ships", () => {
  test("has nothing to warn of, in all its languages together", () => {
    expect(memorandum.languages).toEqual(expect.arrayContaining(["en", "ru", "ar", "kk", "fr"]));
    expect(check(filled(memorandum.languages))).toEqual([]);
  });

  test.each(memorandum.languages)("nor in %s alone", (language) => {
    expect(check(filled([language]))).toEqual([]);
  });
});

describe("languages", () => {
  const en = "# T\n\nBy.\n\n## A\n\n1. One.\n2. Two.";

  test("the other texts are checked while one has nothing yet, and each warning can be judged", () => {
    const texts = { en: en.replace("Two.", "Two XX."), ru: " \n" };
    const found = identifiedWarnings(source(texts), ordinaryTerms);
    const rules = found.map(({ warning }) => warning.rule);
    expect(rules).toEqual(expect.arrayContaining(["languages-complete", "placeholders"]));
    for (const { identity } of found) expect(identity).not.toBe("");
  });

  test("one without its text is told", () => {
    const [first] = check({ en }, ["ru", "en"]);
    expect([first?.rule, first?.language]).toEqual(["languages-complete", "ru"]);
  });

  test("one that is not built alike is told with its article", () => {
    const told = only("same-shape", { en, ru: "# Т\n\nС.\n\n## А\n\n1. Один." });
    expect(told.map(({ language, article }) => [language, article])).toEqual([["ru", 1]]);
    const more = only("same-shape", { en, ru: "# Т\n\nС.\n\n## А\n\n1. Один.\n\n## Б\n\nx" });
    expect(more.map(({ article }) => article)).toEqual([null]);
  });
});

describe("numbers, dates and amounts", () => {
  const told = (texts: Record<string, string>) =>
    only(
      "same-figures",
      Object.fromEntries(Object.entries(texts).map(([tag, one]) => [tag, `# T\n\n## A\n\n${one}`])),
    ).map(({ language, article, found, detail }) => ({ language, article, found, detail }));

  test.each([
    [{ en: "within 30 days", ar: "في غضون ٣٠ يوماً" }],
    [{ en: "on 23 November 2026", ru: "23 ноября 2026 года", ar: "في ٢٣ نوفمبر ٢٠٢٦" }],
    [{ en: "November 23, 2026", kk: "2026 жылғы 23 қарашада", fr: "le 23 novembre 2026" }],
    [{ en: "23 November 2026", ru: "23.11.2026", ar: "23 تشرين الثاني/نوفمبر 2026" }],
    [{ en: "USD 1,250,000.50", ru: "1 250 000,50 долларов США", ar: "١٬٢٥٠٬٠٠٠٫٥٠ دولار" }],
    [{ en: "2 million euros", ru: "2 000 000 евро", kk: "2 млн еуро" }],
    [{ en: "23 November 2026", fi: "päivänä 23. marraskuuta 2026" }],
    [{ en: "see [a](#article-1) and 5", ru: "см. [а](#article-1) и 5" }],
  ] as Record<string, string>[][])("%j say the same", (texts) => {
    expect(told(texts ?? {})).toEqual([]);
  });

  test.each([
    [{ en: "within 30 days", ru: "в течение 60 дней" }, ["60 дней"], "30 days"],
    [{ en: "on 3 May 2027", ru: "3 июня 2027 года" }, ["3 июня 2027"], "3 May 2027"],
    [{ en: "USD 1,000", ru: "1 000 евро" }, ["1 000 евро"], "USD 1,000"],
    [{ en: "5 and 5", ru: "5" }, undefined, "nothing that matches it"],
    [{ en: "as said", ru: "см. [а](#article-1)" }, undefined, "article 1"],
  ] as [Record<string, string>, string[] | undefined, string][])(
    "%j do not",
    (texts, found, detail) => {
      expect(told(texts)).toEqual([
        { language: "ru", article: 1, found, detail: expect.stringContaining(detail) },
      ]);
    },
  );
});

describe("the words of a treaty in a memorandum", () => {
  const told = (sentence: string, title = "Memorandum of Understanding") =>
    only("memorandum-words", { en: `# ${title}\n\n## Aim\n\n1. One.\n2. ${sentence}` });

  test.each([
    ["The Participants shall meet.", "shall", "will"],
    ["The Participants agree to meet.", "agree", "decide"],
    ["The Parties will meet.", "Parties", "Participants"],
    ["As said in Article 4.", "Article", "Paragraph"],
    ["Each undertakes to help.", "undertakes", "carry out"],
    ["These obligations continue.", "obligations", "commitments"],
    ["It will enter into force today.", "enter into force", "come into effect"],
    ["Both texts are authentic.", "authentic", "equally valid"],
    ["Done at Astana.", "Done", "signed"],
  ])("%s", (sentence, found, say) => {
    const [warning, ...others] = told(sentence);
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ language: "en", article: 1, paragraph: "2", found: [found] });
    expect(warning?.detail).toContain(say);
    expect(warning?.source).toContain("Practice");
  });

  test.each([
    ["fr", "Mémorandum d’entente", "Les Participants s’engagent à coopérer.", "s’engagent à"],
    ["fr", "Mémorandum d’entente", "Il entre en vigueur aujourd’hui.", "entre en vigueur"],
    ["ru", "Меморандум о взаимопонимании", "Стороны обязуются помогать.", "обязуются"],
    ["ru", "Меморандум о взаимопонимании", "Он вступает в силу сегодня.", "вступает в силу"],
    ["ar", "مذكرة تفاهم", "يتعهد المشاركون بالتعاون.", "يتعهد"],
    ["kk", "Өзара түсіністік туралы меморандум", "Ол бүгін күшіне енеді.", "күшіне енеді"],
  ])("in %s, under the title %s: %s", (language, title, sentence, found) => {
    const all = only("memorandum-words", { [language]: `# ${title}\n\n## A\n\n${sentence}` });
    expect(all.flatMap((warning) => warning.found)).toContain(found);
  });

  test("are told whatever the title, where the terms say that it binds nobody", () => {
    const text = source({ en: "# Programme of Work\n\n## Aim\n\nThe Parties shall meet." });
    const rules = (terms: Partial<Terms>) =>
      checkTexts(text, { ...ordinaryTerms, ...terms }).filter(
        ({ rule }) => rule === "memorandum-words",
      ).length;
    expect([rules({ binding: true }), rules({ binding: false })]).toEqual([0, 2]);
  });

  test("are not told of another instrument, another language or another's articles", () => {
    expect(told("The Parties shall meet.", "Agreement on Cooperation")).toEqual([]);
    expect(told("Under Article 102 of the Charter of the United Nations.")).toEqual([]);
    expect(told("A third party, a shallow agreement, work done.")).toEqual([]);
  });
});

describe("the terms and the text", () => {
  const ownTerms: Terms = {
    ...ordinaryTerms,
    ...termsOf(resolveTemplate(memorandum), {}),
    accession: true,
  };
  const told = (terms: Partial<Terms>, texts = filled(["en"])) =>
    checkTexts(
      { ...source(texts), parties: [{ code: "KZ" }, { code: "AE" }] },
      { ...ownTerms, ...terms },
    ).filter(({ rule }) => rule === "terms");
  const sources = (terms: Partial<Terms>) => told(terms).map(({ source }) => source);

  test("an alternat is told of where the parties are not listed", () => {
    const terms: Terms = { ...ordinaryTerms, alternat: "small" };
    const listed = `# T\n\n${["Kazakhstan", "the United Arab Emirates"].join(" and ")} say:`;
    const named = [
      { code: "KZ", name: { en: "Kazakhstan" } },
      { code: "AE", name: { en: "the United Arab Emirates" } },
    ];
    const inText = (en: string) =>
      checkTexts({ ...source({ en }), parties: named }, terms).filter(
        ({ rule }) => rule === "terms",
      );
    expect(inText(listed)).toEqual([]);
    expect(inText("# T\n\nBetween some.\n\n## A\n\nB.")).toEqual([
      expect.objectContaining({ language: "en", article: 0 }),
    ]);
  });

  test("more deposits than parties are told, and a ratification of what binds nobody", () => {
    const entry = { form: "nth-deposit", deposits: 3, days: 30 } as const;
    expect(sources({ entry })).toContain("VCLT article 24(1)");
    expect(sources({ entry: { ...entry, deposits: 2 } })).not.toContain("VCLT article 24(1)");
    expect(sources({ consent: ["subject-to-ratification"] })).toContain("VCLT article 14");
    expect(sources({})).toEqual([]);
  });

  test("a text that says something else than the terms is told, with its words", () => {
    const texts = filled(["en", "ru"]);
    const other = (texts.ru ?? "").replace(
      "уведомление за шесть месяцев",
      "уведомление за девять месяцев",
    );
    expect(told({}, { ...texts, ru: other })).toEqual([
      {
        rule: "terms",
        source: "VCLT articles 54(a) and 56",
        language: "ru",
        article: 19,
        paragraph: "1",
        detail:
          "Article 19 of the Russian text says on withdrawal: notice of 9 months. The terms say: notice of 6 months.",
        found: ["может выйти, направив Депозитарию письменное уведомление за девять месяцев"],
      },
    ]);
  });

  test("the agreement's own prevailing text counts, which the closing formula names", () => {
    const closing = "In case of divergence between the texts, the Russian text prevails.";
    const texts = { en: `# T\n\nBetween them.\n\n## A\n\n${closing}` };
    const terms = { ...ordinaryTerms, prevailing: null };
    const rules = (own: { prevailing?: string }) =>
      checkTexts({ ...source(texts), ...own }, terms).filter(({ rule }) => rule === "terms");
    expect(rules({ prevailing: "ru" })).toEqual([]);
    expect(rules({})).toMatchObject([{ source: "VCLT article 33(1)", article: 1 }]);
  });
});
