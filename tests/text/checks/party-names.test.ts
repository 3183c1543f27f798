import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partyNames } from "#src/text/checks/names/party-names.ts";
import { inWords } from "#src/text/checks/sentence.ts";
import { kazakhCases } from "#src/text/kazakh-cases.ts";
import { parseText } from "#src/text/markdown.ts";
import { inForm } from "#src/text/noun.ts";
import { knownParties } from "#src/text/party-name.ts";

const warningsOf = (codes: string, texts: Record<string, string>) =>
  partyNames(
    Object.entries(texts).map(([language, words]) => parseText(`# §\n\n${words}\n`, language)),
    codes.split(" ").map((code) => ({ code })),
  );
const found = (language: string, codes: string, words: string) =>
  warningsOf(codes, { [language]: words }).flatMap(({ found = [] }) => found);

describe("a party's name that is not in the register", () => {
  test.each([
    ["en", "KZ EE", "For the Republic of Kazahstan.", "Republic of Kazahstan"],
    ["en", "FI EE", "Ships of the Kingdom of Finland.", "Kingdom of Finland"],
    ["en", "MK KZ", "The Republic of Macedonia pays.", "Republic of Macedonia"],
    ["en", "LA TH", "The Lao People’s Republic pays.", "Lao People’s Republic"],
    ["en", "KZ EE", "The Federal Republic of Kazakhstan.", "Federal Republic of Kazakhstan"],
    ["en", "KR KZ", "Experts of South Korea.", "South Korea"],
    ["en", "PH KZ", "The Republic of Philippines.", "Republic of Philippines"],
    ["en", "GB KZ", "The United Kingdom of Great Britain pays.", "United Kingdom of Great Britain"],
    ["en", "HUB KZ", "The Regional Hub of Civil Servants meets.", "Regional Hub of Civil Servants"],
    ["ru", "KZ EE", "В Республике Эстония.", "Республике Эстония"],
    ["ru", "BY MD", "Граждане Республики Белоруссия.", "Республики Белоруссия"],
    ["ru", "BY MD", "Граждане Белоруссии.", "Белоруссии"],
    ["ar", "AE UZ", "حكومة جمهورية أوزباكستان.", "جمهورية أوزباكستان"],
    ["ar", "AE LT", "واتحاد ليتوانيا في فحص الأخشاب.", "واتحاد ليتوانيا"],
    ["kk", "KZ PL", "Поляк Республикасының мұғалімдері.", "Поляк Республикасының"],
    ["kk", "KZ AE", "Бұл істі Араб Әмірліктері қаржыландырады.", "Араб Әмірліктері"],
    ["fr", "FR AE", "Pour les Émirats arabes.", "Émirats arabes"],
    ["fr", "IN FR", "Pour la République d’Inde.", "République d’Inde"],
    ["fr", "FR RU", "La Fédération russe paie.", "Fédération russe"],
  ])("%s, %s: %s", (language, codes, words, said) => {
    expect(found(language, codes, words)).toEqual([said]);
  });

  test.each([
    ["en", "KZ EE", "Nationals of Georgia, the Paris Agreement and the Republic of Uzbekistan."],
    ["en", "KZ EE", "The Football Federation of Kazakhstan; Kazakhstani and Estonian experts."],
    ["en", "AE KZ", "The Arab Republic of Egypt and the Emirate of Sharjah."],
    ["en", "KR KZ", "The Democratic People’s Republic of Korea."],
    ["en", "KZ EE", "The Republic, Kazakhstan and Estonia."],
    ["ru", "RU KZ", "В Республике Татарстан и в Республике Алтай."],
    ["ru", "KZ EE", "Федерация футбола Казахстана; Президент Республики Казахстан."],
    ["ar", "AE EG", "جمهورية مصر العربية وجامعة الدول العربية والخبراء الإماراتيون."],
    ["kk", "KZ FR", "Француз Республикасында және Қазақстандық сарапшыларға."],
    ["fr", "KR MN", "La langue coréenne ; la Corée ; les Mongols."],
    ["ru", "HUB KZ", "Региональный хаб проводит встречи в сфере образования."],
    ["fi", "KZ EE", "Kazakstanin tasavalta."],
  ])("is none in %s, %s: %s", (language, codes, words) => {
    expect(found(language, codes, words)).toEqual([]);
  });
});

describe("the opening", () => {
  test("names each party, and no State that is none", () => {
    const words =
      "The Republic of Kazakhstan and the Republic of Malta, hereinafter “the Parties”,";
    const told = warningsOf("KZ EE", { en: words }).map(({ detail }) => inWords(detail, "en"));
    expect(told).toEqual([
      expect.stringContaining("Estonia"),
      expect.stringMatching(/Malta.*not a party/),
    ]);
  });

  test("may name a State after it has named the parties", () => {
    const words =
      "Республика Казахстан и Эстонская Республика, далее именуемые Сторонами, напоминая о помощи Республики Молдова,";
    expect(found("ru", "KZ EE", words)).toEqual([]);
  });

  test("may speak of the parties without their names", () => {
    expect(
      found("en", "KZ EE LV", "The Parties to this Agreement have agreed as follows:"),
    ).toEqual([]);
  });
});

describe("another State in another language", () => {
  test("is told with both places", () => {
    const [told, ...others] = warningsOf("KZ IN PK", {
      en: "The Islamic Republic of Pakistan pays.",
      kk: "Үндістан Республикасы төлейді.",
    });
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      language: "kk",
      found: ["Үндістан Республикасы"],
      also: [{ language: "en", article: 0, found: ["Islamic Republic of Pakistan"] }],
    });
  });

  test("is told if two States change places", () => {
    const texts = {
      en: "Posts in Latvia and Lithuania are built by Lithuania.",
      ru: "Посты в Латвии и Литве строит Латвия.",
    };
    expect(warningsOf("LV LT", texts)).toHaveLength(1);
  });

  test("is none if a language uses an adjective or a pronoun", () => {
    const texts = {
      en: "Lithuanian experts advise Kazakhstan, which pays.",
      ru: "Эксперты Литвы консультируют Казахстан. Казахстан платит.",
    };
    expect(warningsOf("KZ LT", texts)).toEqual([]);
  });
});

test("every name of the register is right in every case that its language has", () => {
  const cases = ["genitive", "dative", "accusative", ...kazakhCases] as const;
  fc.assert(
    fc.property(
      fc.constantFrom("en", "ru", "ar", "kk", "fr"),
      fc.constantFrom(...knownParties),
      fc.constantFrom(...cases),
      (language, { code, names, forms }, form) => {
        const name = names[language] ?? "";
        const said = inForm({ name, forms: forms[language] }, form, language) ?? name;
        expect(found(language, `${code} KZ`, `§ ${said}.`)).toEqual([]);
      },
    ),
  );
});

test.each([
  ["en", "The Government of the Arab Republic of Egypt and the Republic of South Africa,"],
  ["fr", "La République arabe d’Égypte et la République d’Afrique du Sud,"],
  ["ru", "Арабская Республика Египет и Южно-Африканская Республика,"],
  ["ar", "إن حكومة جمهورية مصر العربية وحكومة جمهورية جنوب أفريقيا،"],
  ["kk", "Египет Араб Республикасы мен Оңтүстік Африка Республикасы,"],
])("%s: a State that the register has not may have a longer name", (language, words) => {
  expect(found(language, "EG ZA", words)).toEqual([]);
});
