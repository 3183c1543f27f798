import { describe, expect, test } from "vitest";
import { oddAmounts } from "#src/text/checks/numbers/amounts.ts";
import { figuresInWords } from "#src/text/checks/numbers/figures-in-words.ts";
import { parseText } from "#src/text/markdown.ts";

const told = (language: string, words: string) =>
  oddAmounts(parseText(`# §\n\n## §\n\n${words}`, language)).map(({ detail, found }) => [
    "key" in detail ? detail.key : "",
    ...(found ?? []),
  ]);

describe("a sum of money that cannot be meant", () => {
  test.each([
    ["en", "The fee is EUR -25,000.", ["negative-amount", "EUR -25,000"]],
    ["ru", "Взнос составляет −50 000 евро.", ["negative-amount", "−50 000 евро"]],
    ["ar", "يدفع سالب عشرة يورو.", ["negative-amount", "سالب عشرة يورو"]],
    ["kk", "Алым минус он еуро болады.", ["negative-amount", "минус он еуро"]],
    ["fr", "Il verse -1 200 euros.", ["negative-amount", "-1 200 euros"]],
    ["lt", "Šalis skiria -20 000 eurų.", ["negative-amount", "-20 000 eurų"]],
    [
      "fr",
      "Le budget est de 600 000 euros. L’une apporte 400 000 euros et l’autre 300 000 euros.",
      ["parts-unlike-total", "400 000 euros", "300 000 euros"],
    ],
    [
      "ru",
      "Бюджет составляет 600 000 евро, из которых каждая вносит половину, то есть 200 000 евро.",
      ["share-unlike-total", "половину, то есть 200 000 евро"],
    ],
    [
      "kk",
      "Екі институт 30 000 доллардан, барлығы 50 000 доллар бөледі.",
      ["total-unlike-each", "30 000 доллардан", "50 000 доллар"],
    ],
    [
      "en",
      "The costs are divided: 50 per cent, 40 per cent and 20 per cent.",
      ["shares-exceed", "50 per cent", "40 per cent", "20 per cent"],
    ],
    [
      "en",
      "The budget is 40 million yen. Of the 40 million dollars Japan pays half.",
      ["two-currencies", "40 million yen", "40 million dollars"],
    ],
  ])("%s: %s", (language, words, found) => {
    expect(told(language, words)).toEqual([found]);
  });

  test.each([
    ["en", "A translator receives 40–60 euros an hour, from -5 to +40 degrees."],
    ["en", "The Parties shall pay EUR 3 million. Of the EUR 3,000,000, each pays half."],
    ["en", "The budget is 80,000 dollars. A pays 50,000 dollars and B 30,000 dollars."],
    ["en", "The host bears 80 per cent of the fares and 50 per cent of the rooms."],
    ["en", "Each Party pays 30,000 dollars towards a total cost of 100,000 dollars."],
    ["en", "The permit costs 50 dollars in the one State and 50 euros in the other."],
    ["ru", "Ставки: швартовка – 400 манатов; лоцман – 650 манатов."],
    ["fr", "La taxe est d’au moins dix euros. L’autre est de 5 euros."],
    ["ar", "يخصص كل من المعهدين 25 000 دولار، فيبلغ مجموع ما يخصصانه معاً 50 000 دولار."],
  ])("is none in %s: %s", (language, words) => {
    expect(told(language, words)).toEqual([]);
  });
});

describe("an amount that is written twice and differs", () => {
  const found = (language: string, words: string) =>
    figuresInWords(parseText(`# §\n\n## §\n\n${words}`, language)).flatMap(
      ({ found = [] }) => found,
    );

  test.each([
    ["en", "one million (100,000) US dollars", "one million (100,000"],
    [
      "en",
      "two thousand five hundred euros (EUR 5,200)",
      "two thousand five hundred euros (EUR 5,200",
    ],
    ["ru", "9 000 (девяти тысяч пятисот) леев", "9 000 (девяти тысяч пятисот"],
    ["ar", "7.50 يورو، أي سبعمائة وخمسين يورو", "7.50 يورو، أي سبعمائة وخمسين يورو"],
    ["kk", "7,50 еуро, яғни жеті жүз елу еуро", "7,50 еуро, яғни жеті жүз елу еуро"],
    ["fr", "cent mille euros (10 000 €)", "cent mille euros (10 000 €"],
    ["fr", "la moitié (40 %)", "moitié (40 %"],
    ["az-Latn", "qırx beş (54) gün", "qırx beş (54"],
    ["es", "treinta y un (13) días", "treinta y un (13"],
    ["et", "kuus tuhat eurot (600 eurot)", "kuus tuhat eurot (600 eurot"],
    ["hy", "քառասունհինգ (54) օր", "քառասունհինգ (54"],
    ["ka", "ორმოცდახუთი (54) წუთით", "ორმოცდახუთი (54"],
    ["uk", "дев’ятьма (90) стовпчиками", "дев’ятьма (90"],
    ["uz-Latn", "toʻqson (19) kun", "toʻqson (19"],
    [
      "en",
      "three quarters of the members (33 per cent of them)",
      "three quarters of the members (33 per cent",
    ],
  ])("%s: %s", (language, words, said) => {
    expect(found(language, words)).toEqual([said]);
  });

  test.each([
    [
      "en",
      "one quarter (25 per cent); two thirds (67 %); 224,000 (two hundred and twenty-four thousand)",
    ],
    ["ar", "224 000 (مائتين وأربعة وعشرين ألف) ين، واثنتين وسبعين ساعة، أي ثلاثة أيام"],
    ["be", "дваццаццю двума (22) леснікамі"],
    ["es", "veintiún (21) variedades"],
    ["tg", "бисту панҷ (25) рӯз"],
    ["fr", "soit 5 euros, soit dix euros; les mille cinq cents (1 500) tonneaux"],
    ["en", "twenty experts (ten from each Party); 50,000 euros (5,000 dollars)"],
  ])("none in %s: %s", (language, words) => {
    expect(found(language, words)).toEqual([]);
  });
});
