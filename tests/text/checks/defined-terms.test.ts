import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { definedTerms } from "#src/text/checks/definitions/defined-terms.ts";
import { parseText } from "#src/text/markdown.ts";
import { told, warningsOf } from "./told-terms.ts";

describe("a term that is defined and used nowhere", () => {
  test.each([
    [
      "en",
      "The Parties set up an office (hereinafter “the Centre”). They meet each year.",
      "(hereinafter “the Centre”)",
    ],
    ["en", "“Cargo” means goods on a wagon. Trains run each day.", "“Cargo”"],
    [
      "ru",
      "Стороны создают бюро (далее – «Центр»). Они встречаются каждый год.",
      "(далее – «Центр»)",
    ],
    ["ru", "«Груз» означает товары. Поезда следуют ежедневно.", "«Груз»"],
    [
      "ar",
      "ينشئ الطرفان مكتباً (ويشار إليه فيما يلي بعبارة «المركز»). ويجتمعان كل سنة.",
      "(ويشار إليه فيما يلي بعبارة «المركز»)",
    ],
    [
      "kk",
      "Тараптар бюро ашады (бұдан әрі – Орталық). Олар жыл сайын кездеседі.",
      "(бұдан әрі – Орталық)",
    ],
    ["fr", "Les Parties ouvrent un bureau (ci-après « le Centre »).", "(ci-après « le Centre »)"],
    ["fr", "« Fret » désigne les marchandises. Les trains circulent.", "« Fret »"],
    ["en", "By “transit” is meant passage. Lorries pay tolls.", "“transit”"],
    ["en", "The rector, hereinafter the Rector, appoints teachers.", "Rector"],
    ["en", "They build a bridge (“the Bridge”). Work begins soon.", "(“the Bridge”)"],
    ["ru", "Под «спасанием» понимается помощь судну. Суда заходят в порт.", "«спасанием»"],
    ["ru", "Для целей статьи: «багаж» – вещи пассажира. Билет действителен год.", "«багаж»"],
    ["ru", "Создается завод, именуемый в дальнейшем Компания.", "Компания"],
    ["ar", "يقصد بمصطلح «الإنقاذ» مساعدة سفينة. وتدخل الموانئ بدون تصريح.", "«الإنقاذ»"],
    ["ar", "يقصد بالعبور مرور البضائع. وتدفع الشاحنات الرسوم.", "العبور"],
    ["kk", "«Құтқару» деп кемеге көмек көрсету түсініледі. Порт ашық.", "«Құтқару»"],
    [
      "fr",
      "On entend par « assistance » tout secours. Les navires entrent au port.",
      "« assistance »",
    ],
  ])("%s: %s", (language, words, found) => {
    expect(told(language, words)).toEqual([["term-unused", found]]);
  });

  test.each([
    ["en", "An office (hereinafter “the Centre”) is set up. The centres have staff."],
    ["en", "The Government of Kazakhstan (hereinafter “the Kazakh Party”) and others agree."],
    ["en", "Goods (wood) and oil (see “Annex”) are sold."],
    ["ru", "Бюро (далее – Центр) создается. Расходы Центра несут Стороны."],
    ["ru", "Республика (далее – Стороны); «Груз» означает товары. Перевозка грузов."],
    ["ar", "يعني «العقد» كل اتفاق عمل. وتودع العقود في السجل."],
    ["ar", "ويشار إليهما فيما يلي بعبارة «الطرفين». ويجتمعان."],
    ["kk", "Бюро (бұдан әрі – Орталық) ашылады. Орталықтың шығыстары өтеледі."],
    ["fr", "Un bureau (ci-après dénommé « le Centre ») est ouvert. Le Centre a un directeur."],
    ["uk", "Бюро (далі – «Центр») створюється."],
  ])("is none in %s: %s", (language, words) => {
    expect(told(language, words)).toEqual([]);
  });

  test("may be used in another article, never in its own definition alone", () => {
    const define = "## Terms\n\n“Cargo” means cargo on a wagon.";
    expect(told("en", `${define}\n\n## Trains\n\nCargo is carried.`)).toEqual([]);
    expect(told("en", `${define}\n\n## Trains\n\nPeople are carried.`)).toHaveLength(1);
  });
});

describe("a term that is defined twice", () => {
  const twice = (second: string) =>
    `## Terms\n\n“Cargo” means goods.\n\n## Trains\n\n${second}\n\nCargo is carried.`;

  test("is told at its second definition, with the first one", () => {
    const [warning, ...others] = warningsOf({ en: twice("“Cargo” means wood.") });
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      detail: { key: "term-twice", values: { term: "Cargo" } },
      article: 2,
      also: [{ language: "en", article: 1, found: ["“Cargo”"] }],
    });
    expect(told("kk", "«Груз» – тауар.\n\n«Груз» – ағаш. Груз тасылады.")).toEqual([
      ["term-twice", "«Груз»"],
    ]);
  });

  test("may be defined again for one article or annex", () => {
    expect(told("en", twice("For the purposes of this Article, “Cargo” means wood."))).toEqual([]);
  });
});

describe("a definition of two languages", () => {
  const both = (english: string, other: string, language: string) =>
    warningsOf({ en: `${english} The Season is open.`, [language]: other }).map(
      ({ language, detail }) => [language, "key" in detail && detail.key],
    );

  test.each([
    [
      "“Season” means the time from May to September.",
      "ru",
      "«Сезон» означает время с мая по октябрь. Сезон открыт.",
    ],
    [
      "“Season” means the year 2027.",
      "fr",
      "« Saison » désigne l’année 2028. La Saison est ouverte.",
    ],
    [
      "“Season” means the time from April to October.",
      "ar",
      "يعني «الموسم» الفترة من أبريل إلى مايو. والموسم مفتوح.",
    ],
  ])("names the same months and years: %s", (english, language, other) => {
    expect(both(english, other, language)).toEqual([["en", "definition-dates"]]);
  });

  test("has the same alternatives, if it is short", () => {
    const russian = "«Сезон» означает время лова. Сезон открыт.";
    expect(both("“Season” means the time of fishing or hunting.", russian, "ru")).toEqual([
      ["en", "definition-alternatives"],
    ]);
    expect(both("“Season” means the time of fishing.", russian, "ru")).toEqual([]);
    const long = `the time of fishing, as the laws of a Party or, for an organisation, its rules ${"in force ".repeat(9)}define it`;
    expect(both(`“Season” means ${long}.`, russian, "ru")).toEqual([]);
  });
});

describe("a term that one language alone defines", () => {
  const english = "An office (hereinafter “the Centre”) is set up. The Centre has staff.";

  test("is told with its language", () => {
    expect(warningsOf({ en: english, ru: "Создается бюро. В бюро работают люди." })).toMatchObject([
      {
        language: "en",
        detail: {
          key: "term-in-one-language",
          values: { term: "Centre", language: { language: "ru" } },
        },
      },
    ]);
  });

  test.each([
    ["ru", "Создается бюро (далее – Центр). В Центре работают люди."],
    ["ru", "Создается бюро ‹Центр›. В бюро работают люди."],
    ["ru", "Создается бюро.\n\nВ бюро работают люди."],
    ["zh", "设立一个办公室。"],
  ])(
    "is none where the other language may define it, or is not read: %s, %s",
    (language, words) => {
      expect(warningsOf({ en: english, [language]: words })).toEqual([]);
    },
  );
});

test("any words are read, and what is found stands in the text", () => {
  const piece = fc.constantFrom(
    ..."(«“”»)–:;. ".split(""),
    ..."the hereinafter means Board Centre далее Совет означает فيما يلي".split(" "),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const words = `a ${pieces.join(" ")}`;
      for (const language of ["en", "ru", "ar", "kk", "fr"]) {
        const text = parseText(`# §\n\n${words}\n`, language);
        for (const { found = [] } of definedTerms([text])) expect(words).toContain(found[0]);
      }
    }),
  );
  expect(definedTerms([])).toEqual([]);
});
