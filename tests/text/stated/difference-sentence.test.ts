import { describe, expect, test } from "vitest";
import { differenceSentence } from "#src/text/stated/difference-sentence.ts";
import type { Difference } from "#src/text/stated/terms-unlike-words.ts";
import { statedTerms } from "#workflows/terms.ts";
import words from "../../../templates/term-differences.json" with { type: "json" };

const difference = (own: Partial<Difference>): Difference => ({
  kind: "unlike",
  term: "withdrawal",
  language: "ru",
  article: 14,
  stated: { days: 30 },
  recorded: { months: 6 },
  found: [],
  ...own,
});

const languages = Object.keys(words) as (keyof typeof words)[];

describe("a difference in words", () => {
  test.each([
    [
      "en",
      "Article 14 of the Russian text says on withdrawal: notice of 30 days. The terms say: notice of 6 months.",
    ],
    [
      "ru",
      "В статье 14 текста на русском языке сказано о выходе: уведомление за 30 дней. В условиях записано: уведомление за 6 месяцев.",
    ],
    [
      "ar",
      "تنص المادة 14 من النص المحرَّر باللغة الروسية، بشأن الانسحاب، على ما يأتي: مهلة الإخطار 30 يوماً. وتسجّل الشروط ما يأتي: مهلة الإخطار 6 أشهر.",
    ],
    [
      "kk",
      "Орыс тіліндегі мәтіннің 14-бабында шығу туралы былай делінген: хабарлама мерзімі 30 күн. Шарттарда: хабарлама мерзімі 6 ай.",
    ],
    [
      "fr",
      "L’article 14 du texte russe dit, au sujet du retrait : préavis de 30 jours. Les clauses enregistrées disent : préavis de 6 mois.",
    ],
  ])("%s", (language, sentence) => {
    expect(differenceSentence(difference({}), language)).toBe(sentence);
  });

  test("counts as each language does", () => {
    const two = difference({ stated: { months: 2 }, recorded: { months: 1 } });
    expect(differenceSentence(two, "ru")).toContain(
      "за 2 месяца. В условиях записано: уведомление за 1 месяц.",
    );
    expect(differenceSentence(two, "ar")).toMatch(/شهران.*شهر واحد/);
  });

  test("is English for a reader whose language has no words", () => {
    expect(differenceSentence(difference({}), "ja")).toMatch(/^Article 14 of the Russian text/);
  });

  test("has the same words in every language, with the same places to fill", () => {
    const places = (phrase: string) => [...phrase.matchAll(/\{[a-z]+\}/g)].map(String).sort();
    for (const language of languages) {
      const own = words[language];
      expect(Object.keys(own.terms)).toEqual([...statedTerms]);
      for (const part of ["sentences", "values"] as const) {
        const [mine, english] = [own[part], words.en[part]] as Record<string, string>[];
        for (const [key, phrase] of Object.entries(english ?? {})) {
          expect([key, places(mine?.[key] ?? "")]).toEqual([key, places(phrase)]);
        }
      }
    }
  });

  test.each(languages)(
    "has words for every value and kind in %s, and fills every place",
    (language) => {
      const values: Partial<Difference>[] = [
        { term: "consent", stated: ["definitive"], recorded: ["subject-to-ratification"] },
        {
          term: "consent",
          stated: ["definitive", "subject-to-ratification"],
          recorded: ["definitive"],
        },
        {
          term: "entry",
          stated: { form: "last-signature" },
          recorded: { form: "last-notification" },
        },
        {
          term: "entry",
          stated: { form: "fixed-date", date: "2027-05-01" },
          recorded: { form: "all-consented" },
        },
        {
          term: "entry",
          stated: { form: "after-last-notification", days: 30 },
          recorded: { form: "conditions" },
        },
        {
          term: "entry",
          stated: { form: "nth-deposit", deposits: 22, days: 1 },
          recorded: { form: "month-after-nth-consent", consents: 5, months: 3 },
        },
        { term: "provisional", stated: "from-signature", recorded: "none" },
        {
          term: "reservations",
          stated: { rule: "permitted", except: [2, 5] },
          recorded: { rule: "silent" },
        },
        { term: "reservations", stated: { rule: "prohibited" }, recorded: { rule: "permitted" } },
        { term: "duration", stated: { years: 5 }, recorded: "unlimited" },
        {
          term: "duration",
          stated: { years: 5, renewal: "automatic", periodYears: 2 },
          recorded: { years: 5, renewal: "none" },
        },
        {
          term: "duration",
          stated: { years: 5, renewal: "by-decision" },
          recorded: { years: 1, renewal: "automatic" },
        },
        { term: "withdrawal", stated: "none", recorded: "silent" },
        {
          term: "withdrawal",
          stated: { months: 12, notBeforeYears: 3 },
          recorded: { days: 90, atYearEnd: true },
        },
        { term: "accession", stated: true, recorded: false },
        { term: "amendment", stated: { binds: "all" }, recorded: { binds: "acceptors" } },
        { term: "amendment", stated: { binds: "share", of: "two-thirds" }, recorded: "silent" },
        {
          term: "amendment",
          stated: { binds: "unless-objected", months: 6 },
          recorded: { binds: "share", of: "majority" },
        },
        { term: "settlement", stated: "court", recorded: "arbitration" },
        { term: "settlement", stated: "negotiation", recorded: "conciliation" },
        { term: "prevailing", stated: "en", recorded: null },
        { term: "depositary", stated: "office", recorded: "none" },
        { term: "minimumParties", stated: 3, recorded: null },
        { kind: "articles-differ" },
        { kind: "unstated", article: null, stated: null },
        { kind: "wrong-article", article: null, stated: null, recorded: 5 },
        { kind: "wrong-article", stated: 14, recorded: 5 },
        { kind: "word-and-figure", stated: 60, recorded: 30 },
        {
          kind: "not-read",
          term: null,
          language: "de",
          article: null,
          stated: null,
          recorded: null,
        },
        { kind: "not-compared", term: "entry", article: null, stated: null, recorded: null },
      ];
      for (const own of values) {
        expect(differenceSentence(difference(own), language)).not.toMatch(/[{}]|undefined|null/);
      }
    },
  );
});
