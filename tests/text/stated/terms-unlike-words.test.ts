import { describe, expect, test } from "vitest";
import { parseText } from "#src/text/markdown.ts";
import { isOpen, termsUnlikeWords } from "#src/text/stated/terms-unlike-words.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";
import { instrumentText } from "../instrument-text.ts";

const text = (language: string, ...articles: string[]) =>
  parseText(instrumentText(...articles.map((words) => `## Article\n\n${words}`)), language);

const notice = {
  en: "A Party may terminate this Agreement by giving six months’ notice.",
  ru: "Сторона может прекратить действие настоящего Соглашения, уведомив другую Сторону за шесть месяцев.",
  days: "Сторона может прекратить действие настоящего Соглашения, уведомив другую Сторону за тридцать дней.",
};
const sixMonths = { ...ordinaryTerms, withdrawal: { months: 6 } };

const found = (texts: ReturnType<typeof text>[], terms: Partial<Terms>) =>
  termsUnlikeWords(texts, terms).map(({ found: _, recorded: __, paragraph: ___, ...rest }) => rest);

describe("texts against terms", () => {
  test("agree in two languages", () => {
    expect(termsUnlikeWords([text("en", notice.en), text("ru", notice.ru)], sixMonths)).toEqual([]);
  });

  test("name the language, the article and the words that say otherwise", () => {
    expect(
      termsUnlikeWords([text("en", notice.en), text("ru", "Слова.", notice.days)], sixMonths),
    ).toEqual([
      {
        kind: "unlike",
        term: "withdrawal",
        language: "ru",
        article: 2,
        paragraph: undefined,
        stated: { days: 30 },
        recorded: { months: 6 },
        found: [
          "прекратить действие настоящего Соглашения, уведомив другую Сторону за тридцать дней",
        ],
      },
    ]);
  });

  test("name the article that differs if another one says what is recorded", () => {
    const twice = text("en", notice.en, notice.en.replace("six", "nine"));
    expect(found([twice], sixMonths)).toEqual([
      {
        kind: "articles-differ",
        term: "withdrawal",
        language: "en",
        article: 2,
        stated: { months: 9 },
      },
    ]);
  });

  test("report a number whose word and figure differ, once", () => {
    const differ = text("en", notice.en.replace("six", "six (9)"));
    expect(termsUnlikeWords([differ], sixMonths)).toMatchObject([
      { kind: "word-and-figure", article: 1, stated: 6, recorded: 9 },
    ]);
    expect(termsUnlikeWords([text("en", notice.en.replace("six", "six (6)"))], sixMonths)).toEqual(
      [],
    );
  });

  test("are not compared for a term that an older record lacks", () => {
    const { settlement: _, ...older } = sixMonths;
    const words = "Any dispute shall be submitted to arbitration.";
    expect(found([text("en", notice.en, words)], older)).toEqual([]);
    expect(found([text("en", notice.en, words)], sixMonths)).toMatchObject([
      { kind: "unlike", term: "settlement", stated: "arbitration" },
    ]);
  });

  test("are not compared for a term that an amendment changes in another instrument", () => {
    const amended = { withdrawal: { months: 6 } };
    expect(found([text("en", notice.en)], { ...ordinaryTerms, amended })).toEqual([]);
  });
});

describe("a text that is silent", () => {
  const silent = text(
    "en",
    "The Parties shall cooperate. They shall protect data after the withdrawal of a Party.",
    "Any dispute shall be settled by negotiation.",
  );

  test.each<[Partial<Terms>, string]>([
    [{ withdrawal: { months: 6 } }, "withdrawal"],
    [{ duration: { years: 5, renewal: "none" } }, "duration"],
    [{ entry: { form: "last-signature" } }, "entry"],
    [{ provisional: "from-signature" }, "provisional"],
    [{ reservations: "prohibited" }, "reservations"],
    [{ accession: true }, "accession"],
    [{ prevailing: "en" }, "prevailing"],
    [{ minimumParties: 3 }, "minimumParties"],
  ])("contradicts %o", (edit, term) => {
    expect(found([silent], { ...ordinaryTerms, ...edit })).toEqual([
      { kind: "unstated", term, language: "en", article: null, stated: null },
    ]);
  });

  test.each<Partial<Terms>>([
    {},
    { withdrawal: "none" },
    { reservations: "permitted" },
    { consent: ["subject-to-ratification"] },
    { amendment: { binds: "all" } },
    { depositary: "none" },
    { minimumParties: 2 },
  ])("does not contradict %o", (edit) => {
    expect(found([silent], { ...ordinaryTerms, ...edit })).toEqual([]);
  });

  test("is not taken for silent if nothing of it is read", () => {
    const other = text("en", "Les Parties coopèrent.");
    expect(found([other], { ...sixMonths, accession: true })).toEqual([]);
  });

  test("is not silent if it has words on the matter that are not read", () => {
    const unread = text(
      "en",
      "A Party may terminate this Agreement on terms that the Council sets out.",
    );
    expect(found([unread], sixMonths)).toEqual([]);
  });

  test.each<[string, Partial<Terms>]>([
    ["Any dispute shall be settled by negotiation.", { settlement: "silent" }],
    ["This Agreement may be amended by mutual consent of the Parties.", { amendment: "silent" }],
    ["A State may make a reservation when signing.", { reservations: "silent" }],
    [
      "This Agreement shall terminate when fewer than two Parties remain.",
      { minimumParties: null },
    ],
  ])("agrees with what the law says anyway: %s", (words, terms) => {
    expect(found([text("en", words)], { ...ordinaryTerms, ...terms })).toEqual([]);
  });

  test.each<[string, Partial<Terms>, unknown]>([
    [notice.en, { withdrawal: "silent" }, { months: 6 }],
    ["This Agreement is concluded for five years.", { duration: "unlimited" }, { years: 5 }],
    [
      "This Agreement shall enter into force on 1 May 2027.",
      {},
      { form: "fixed-date", date: "2027-05-01" },
    ],
    ["No reservation may be made to this Agreement.", {}, { rule: "prohibited" }],
  ])("is recorded, but the text says: %s", (words, terms, stated) => {
    expect(found([text("en", words)], { ...ordinaryTerms, ...terms })).toMatchObject([
      { kind: "unlike", article: 1, stated },
    ]);
  });
});

describe("the articles that the terms come from", () => {
  const own = text("en", "The Parties shall cooperate.", notice.en);
  const withArticle = (article: number) => ({ ...sixMonths, articles: { withdrawal: article } });

  test("concern their terms", () => {
    expect(found([own], withArticle(2))).toEqual([]);
  });

  test.each([1, 9])("differ if article %i does not", (article) => {
    expect(found([own, text("ru", "Слова.", notice.ru)], withArticle(article))).toEqual([
      { kind: "wrong-article", term: "withdrawal", language: "en", article: 2, stated: 2 },
    ]);
  });
});

describe("what cannot be compared", () => {
  test("is said once for a language without words, and is not open", () => {
    const differences = termsUnlikeWords(
      [text("de", "Kündigung: sechs Monate."), text("en", notice.en)],
      sixMonths,
    );
    expect(differences).toMatchObject([
      { kind: "not-read", term: null, language: "de", article: null },
    ]);
    expect(termsUnlikeWords([text("kk-Latn", "Tarap shyga alady.")], sixMonths)).toMatchObject([
      { kind: "not-read", language: "kk-Latn" },
    ]);
    expect(differences.some(isOpen)).toBe(false);
  });

  test("is said of conditions as data", () => {
    const entry = { form: "conditions" } as unknown as Terms["entry"];
    const words = "This Agreement shall enter into force on the date of its signature.";
    const differences = termsUnlikeWords([text("en", words)], { ...ordinaryTerms, entry });
    expect(differences).toMatchObject([{ kind: "not-compared", term: "entry" }]);
    expect(differences.some(isOpen)).toBe(false);
  });
});
