import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherFigures } from "#src/text/checks/numbers/same-figures.ts";
import { parseText } from "#src/text/markdown.ts";
import { writers } from "../stated/write-number.ts";

type Texts = Record<string, string>;
const warnings = (texts: Texts) =>
  otherFigures(
    Object.entries(texts).map(([language, words]) =>
      parseText(`# §\n\n## §\n\n${words}`, language),
    ),
  );
/** Both places of each difference. */
const differences = (texts: Texts) =>
  warnings(texts).map(({ found = [], also = [] }) => [
    ...found,
    ...also.flatMap((place) => place.found),
  ]);

describe("texts that say the same number", () => {
  test.each<Texts>([
    { en: "on the thirtieth day", ru: "на тридцатый день", ar: "في اليوم الثلاثين" },
    { en: "within 30 days", fr: "dans les trente jours", kk: "отыз күн ішінде" },
    { en: "for one year", ru: "на 12 месяцев", ar: "لمدة اثني عشر شهراً" },
    { en: "for two weeks", ru: "в течение четырнадцати дней", fr: "pendant quinze jours" },
    { en: "every three months", fr: "chaque trimestre", ru: "ежеквартально" },
    { en: "for half a year", ru: "полгода", kk: "алты ай" },
    { en: "a year and a half", ru: "полтора года", ar: "سنة ونصف السنة", fr: "dix-huit mois" },
    { en: "two thirds of the Parties", ru: "двух третей Сторон", kk: "Тараптардың үштен екісі" },
    { en: "one quarter of the cost", fr: "25 % du coût" },
    { en: "one fifth of the seats", ar: "خمس المقاعد", fr: "un cinquième des sièges" },
    { en: "One representative", ru: "1 представитель", ar: "ممثل واحد" },
    { en: "both Parties", ru: "две Стороны", ar: "الطرفان" },
    {
      en: "A request under Article 4 may be refused.",
      ru: "В запросе по статье 4 может быть отказано.",
    },
    { en: "The rate is 50 per cent.", fr: "Le taux est égal à 50 pour cent." },
    {
      en: "by a two-thirds majority",
      es: "por mayoría de dos tercios",
      uk: "більшістю в дві третини",
    },
    { en: "three fourths of them", es: "tres cuartas partes de ellas", tr: "dörtte üç" },
    { en: "EUR 3 million", ru: "три миллиона евро", ar: "ثلاثة ملايين يورو" },
    { en: "1,250.50 euros", fr: "1 250,50 euros" },
    { en: "between 2 and 8 degrees", ar: "بين درجتين وثماني درجات" },
    { ar: "1 محرم 1448هـ الموافق 16 يونيه 2026", en: "16 June 2026" },
    { en: "The Paris Agreement (2015)", ru: "Парижское соглашение" },
    { en: "at 6 p.m.", fr: "à six heures" },
    { kk: "есеп әр тоқсанда беріледі", en: "a report each quarter" },
    { kk: "алу үшін", en: "to receive" },
    { en: "the twenty-first century", ru: "XXI век", fr: "le XXIe siècle", kk: "ХХІ ғасыр" },
    { en: "Resolution 1325 (2000)", ru: "резолюция 1325 (2000)", ar: "القرار 1325 (2000)" },
    { en: "every six months", ru: "раз в полгода", fr: "chaque semestre" },
    { en: "in duplicate, in Articles 5 and 6", ru: "в двух экземплярах, в статьях 5 и 6" },
    { en: "within forty-eight hours", fr: "dans les deux jours", ar: "خلال يومين" },
    { en: "a 45-day period", ru: "сорокапятидневный срок", kk: "45 күндік мерзім" },
    { fr: "à moins d’un mille de la rive", en: "within one mile of the bank" },
  ])("%j", (texts) => {
    expect(differences(texts)).toEqual([]);
  });
});

describe("texts that differ quote both places", () => {
  test.each<[Texts, string[]]>([
    [{ en: "on the sixtieth day", ru: "на тридцатый день" }, ["тридцатый день", "sixtieth day"]],
    [{ en: "five grants", fr: "quatre bourses" }, ["quatre", "five"]],
    [{ ru: "двух третей", fr: "trois quarts" }, ["trois quarts", "двух третей"]],
    [{ en: "two years", ar: "سنة ونصف السنة" }, ["سنة ونصف", "two years"]],
    [{ en: "ten days", kk: "екі апта бойы" }, ["екі апта", "ten days"]],
    [{ en: "thirty days", ru: "тридцать месяцев" }, ["тридцать месяцев", "thirty days"]],
    [{ en: "500 dollars", ar: "500 يورو" }, ["500 يورو", "500 dollars"]],
    [{ en: "2.4 million", ru: "2,4 миллиарда" }, ["2,4 миллиарда", "2.4 million"]],
    [{ en: "April 2028", fr: "avril 2029" }, ["avril 2029", "April 2028"]],
    [{ et: "oktoobris 2028", en: "October 2029" }, ["October 2029", "oktoobris 2028"]],
    [{ en: "the year 2028", ru: "в 2029 году" }, ["2029 году", "2028"]],
  ])("%j", (texts, places) => {
    expect(differences(texts)).toEqual([places]);
  });

  test("with article and paragraph of each", () => {
    const built = (first: string, second: string) => `1. ${first}\n2. ${second}`;
    expect(
      warnings({ en: built("x", "in ten days"), ru: built("х", "за девять дней") }),
    ).toMatchObject([
      {
        language: "ru",
        article: 1,
        paragraph: "2",
        also: [{ language: "en", article: 1, paragraph: "2", found: ["ten days"] }],
      },
    ]);
  });

  test("paragraph by paragraph where both are built alike, so that exchanged numbers are seen", () => {
    const en = "1. Ten experts.\n2. Twenty days.";
    expect(differences({ en, ru: "1. Двадцать экспертов.\n2. Десять дней." })).toHaveLength(2);
    // Otherwise the article is compared as a whole.
    expect(differences({ en, ru: "Двадцать экспертов, десять дней." })).toEqual([]);
  });

  test("in a language whose number words are not all read, only against another number", () => {
    expect(differences({ en: "in 30 days", ko: "삼십 일 이내에" })).toEqual([]);
    expect(differences({ en: "in 30 days", ko: "60일 이내에" })).toEqual([["60", "30 days"]]);
    expect(differences({ en: "eight ferries", et: "seitse parvlaeva" })).toEqual([
      ["seitse", "eight"],
    ]);
    expect(differences({ en: "seventeen stones", "az-Latn": "daşların on yeddisi" })).toEqual([]);
  });

  test("at most twenty for an article", () => {
    const many = Array.from({ length: 60 }, (_, at) => at + 100).join(", ");
    expect(warnings({ en: many, ru: "нет" })).toHaveLength(20);
  });
});

describe("any two numbers in words", () => {
  const written = fc.constantFrom(...Object.entries(writers));
  const number = fc.integer({ min: 4, max: 999 });
  const textOf = ([name, write]: [string, (value: number) => string], value: number) =>
    [name.split(" ")[0] ?? "", `§ ${write(value)} §`] as const;

  test("are the same if their values are", () => {
    fc.assert(
      fc.property(written, written, number, (one, other, value) => {
        const [[first, here], [second, there]] = [textOf(one, value), textOf(other, value)];
        const texts = [parseText(`# §\n\n${here}`, first), parseText(`# §\n\n${there}`, second)];
        expect(otherFigures(texts)).toEqual([]);
      }),
    );
  });

  test("and differ otherwise", () => {
    fc.assert(
      fc.property(written, written, number, number, (one, other, value, another) => {
        fc.pre(value !== another);
        const [[first, here], [second, there]] = [textOf(one, value), textOf(other, another)];
        const texts = [parseText(`# §\n\n${here}`, first), parseText(`# §\n\n${there}`, second)];
        expect(otherFigures(texts).length).toBeGreaterThan(0);
      }),
    );
  });
});
