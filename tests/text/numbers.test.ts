import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "#src/text/fold.ts";
import { hasNumberForm, numberInWords } from "#src/text/numbers/number-words.ts";
import { readNumber } from "#src/text/stated/read-number.ts";
import { writers } from "./stated/write-number.ts";

const anyNumber = fc.integer({ min: 1, max: 999 });

describe("a number in words", () => {
  test.each([
    ["en cardinal", "en", "cardinal"],
    ["en ordinal", "en", "ordinal"],
    ["ru nominative", "ru", "cardinal"],
    ["ru genitive", "ru", "cardinal genitive"],
    ["ru ordinal", "ru", "ordinal genitive"],
    ["kk cardinal", "kk", "cardinal"],
    ["kk ordinal", "kk", "ordinal"],
    ["fr cardinal", "fr", "cardinal"],
    ["fr ordinal", "fr", "ordinal"],
  ])("is what the writer of the checks' tests writes: %s", (writer, language, form) => {
    const written = (value: number) => (writers[writer]?.(value) ?? "").replaceAll("ё", "е");
    fc.assert(
      fc.property(anyNumber, (value) => {
        expect(numberInWords(value, form, language)).toBe(written(value));
      }),
    );
  });

  const cases = "nominative genitive dative accusative instrumental prepositional".split(" ");
  test.each([
    ["en", ["cardinal", "ordinal"]],
    ["fr", ["cardinal", "cardinal feminine", "ordinal", "ordinal feminine"]],
    ["kk", ["cardinal", "ordinal"]],
    [
      "ar",
      ["nominative", "genitive"].flatMap((one) => [
        `cardinal ${one}`,
        `cardinal ${one} feminine`,
        `ordinal ${one}`,
      ]),
    ],
    [
      "ru",
      cases.flatMap((one) => ["masculine", "feminine", "neuter"].map((g) => `ordinal ${one} ${g}`)),
    ],
  ])("is read as the same number by the checks, in every form of %s", (language, forms) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.constantFrom(...forms), (value, form) => {
        const words = numberInWords(value, form, language) ?? "";
        expect([form, words, readNumber(fold(words), language)]).toEqual([form, words, value]);
      }),
    );
  });
});

describe("a number with its noun", () => {
  test.each([
    ["en", "months", [1, 2, 21], ["one month", "two months", "twenty-one months"]],
    ["en", "months possessive", [1, 6], ["one month’s", "six months’"]],
    ["en", "working-days", [1, 5], ["one working day", "five working days"]],
    [
      "ru",
      "months",
      [1, 2, 5, 11, 21, 22],
      [
        "один месяц",
        "два месяца",
        "пять месяцев",
        "одиннадцать месяцев",
        "двадцать один месяц",
        "двадцать два месяца",
      ],
    ],
    [
      "ru",
      "years",
      [1, 3, 5, 21, 112],
      ["один год", "три года", "пять лет", "двадцать один год", "сто двенадцать лет"],
    ],
    ["ru", "years dative", [1, 5], ["одному году", "пяти годам"]],
    [
      "ru",
      "months genitive",
      [1, 2, 6, 31],
      ["одного месяца", "двух месяцев", "шести месяцев", "тридцати одного месяца"],
    ],
    [
      "ru",
      "days instrumental",
      [40, 90, 200, 365],
      [
        "сорока днями",
        "девяноста днями",
        "двумястами днями",
        "тремястами шестьюдесятью пятью днями",
      ],
    ],
    [
      "ru",
      "working-days",
      [1, 2, 5],
      ["один рабочий день", "два рабочих дня", "пять рабочих дней"],
    ],
    ["ru", "hours accusative", [24, 72], ["двадцать четыре часа", "семьдесят два часа"]],
    [
      "ar",
      "months",
      [1, 2, 3, 10, 11, 12, 20, 100, 200],
      [
        "شهر واحد",
        "شهران",
        "ثلاثة أشهر",
        "عشرة أشهر",
        "أحد عشر شهراً",
        "اثنا عشر شهراً",
        "عشرون شهراً",
        "مائة شهر",
        "مائتا شهر",
      ],
    ],
    [
      "ar",
      "months accusative",
      [1, 2, 12, 24, 200],
      ["شهراً واحداً", "شهرين", "اثني عشر شهراً", "أربعة وعشرين شهراً", "مائتي شهر"],
    ],
    [
      "ar",
      "years genitive",
      [1, 2, 3, 8, 11, 15, 28],
      [
        "سنة واحدة",
        "سنتين",
        "ثلاث سنوات",
        "ثماني سنوات",
        "إحدى عشرة سنة",
        "خمس عشرة سنة",
        "ثمانٍ وعشرين سنة",
      ],
    ],
    [
      "ar",
      "days genitive",
      [30, 103, 365],
      ["ثلاثين يوماً", "مائة وثلاثة أيام", "ثلاثمائة وخمسة وستين يوماً"],
    ],
    [
      "ar",
      "working-days accusative",
      [1, 2, 5, 15],
      ["يوم عمل واحداً", "يومي عمل", "خمسة أيام عمل", "خمسة عشر يوم عمل"],
    ],
    ["kk", "days", [1, 30, 365], ["бір күн", "отыз күн", "үш жүз алпыс бес күн"]],
    [
      "fr",
      "years",
      [1, 2, 80, 81, 200],
      ["un an", "deux ans", "quatre-vingts ans", "quatre-vingt-un ans", "deux cents ans"],
    ],
    ["fr", "years de", [1, 5, 11], ["d’un an", "de cinq ans", "de onze ans"]],
    ["fr", "hours", [1, 21, 72], ["une heure", "vingt et une heures", "soixante-douze heures"]],
  ] as [string, string, number[], string[]][])("%s, %s", (language, form, values, words) => {
    expect(values.map((value) => numberInWords(value, form, language))).toEqual(words);
  });
});

describe("a place in a row", () => {
  test.each([
    ["ru", "ordinal accusative", [3, 30, 60], ["третий", "тридцатый", "шестидесятый"]],
    ["ru", "ordinal genitive feminine", [3, 21], ["третьей", "двадцать первой"]],
    ["ru", "ordinal genitive", [2, 40, 200], ["второго", "сорокового", "двухсотого"]],
    [
      "ar",
      "ordinal genitive",
      [1, 2, 12, 30, 35, 100, 130],
      [
        "الأول",
        "الثاني",
        "الثاني عشر",
        "الثلاثين",
        "الخامس والثلاثين",
        "المائة",
        "الثلاثين بعد المائة",
      ],
    ],
    [
      "ar",
      "ordinal nominative feminine",
      [2, 11, 21],
      ["الثانية", "الحادية عشرة", "الحادية والعشرون"],
    ],
    ["kk", "ordinal", [2, 30, 100], ["екінші", "отызыншы", "жүзінші"]],
    ["fr", "ordinal feminine", [1, 5, 9], ["première", "cinquième", "neuvième"]],
    ["en", "ordinal", [1, 12, 30, 101], ["first", "twelfth", "thirtieth", "one hundred and first"]],
  ] as [string, string, number[], string[]][])("%s, %s", (language, form, values, words) => {
    expect(values.map((value) => numberInWords(value, form, language))).toEqual(words);
  });
});

describe("figures beside the words", () => {
  test.each([
    ["en", "days", 30, "thirty (30) days"],
    ["en", "ordinal", 30, "thirtieth (30)"],
    ["ru", "days genitive", 30, "тридцати (30) дней"],
    ["ar", "days genitive", 30, "ثلاثين (30) يوماً"],
    ["ar", "months genitive", 2, "شهرين (2)"],
    ["ar", "months", 1, "شهر واحد (1)"],
    ["kk", "days", 30, "отыз (30) күн"],
    ["fr", "days de", 30, "de trente (30) jours"],
  ])("%s, %s", (language, form, value, words) => {
    expect(numberInWords(value, form, language, { figures: true })).toBe(words);
  });
});

describe("a number above 999", () => {
  test.each([
    ["en", "days", 1000, "1000 days"],
    ["ru", "days", 1001, "1001 день"],
    ["ru", "days genitive", 1200, "1200 дней"],
    ["ar", "days", 1003, "1003 أيام"],
    ["ar", "days", 1011, "1011 يوماً"],
    ["en", "cardinal", 1000, "1000"],
  ])("keeps its figures, and the noun agrees: %s, %s", (language, form, value, words) => {
    expect(numberInWords(value, form, language)).toBe(words);
  });

  test("has no place in a row", () => {
    expect(numberInWords(1000, "ordinal", "en")).toBeNull();
  });
});

test("a form that a language does not have is none", () => {
  expect(hasNumberForm("months genitive", "en")).toBe(false);
  expect(hasNumberForm("months genitive", "ru")).toBe(true);
  expect(hasNumberForm("weeks", "ru")).toBe(false);
  expect(hasNumberForm("months", "ky")).toBe(false);
  expect(hasNumberForm("cardinal", "kk-Cyrl")).toBe(true);
});
