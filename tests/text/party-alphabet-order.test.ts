import { expect, test } from "vitest";
import { compareNames } from "#src/text/party-alphabet.ts";
import stateNames from "../../templates/state-names.json" with { type: "json" };

/** CLDR has no order of its own for Tajik. */
const tailored = ["kk", "ky", "mn", "be", "mk", "az", "uz", "tk", "is", "sq"];

test.each(tailored)("names in %s have the order that Unicode's data gives them", (language) => {
  const own = (stateNames as Record<string, Record<string, string>>)[language] ?? {};
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const codes = letters.flatMap((one) => letters.map((other) => `${one}${other}`));
  const all = [...Object.values(own), ...codes.flatMap((code) => names.of(code) ?? [])];
  // Signs between words, which Unicode passes over, are not what an alphabet decides, nor are two scripts in a name.
  const one = /^[\p{Script=Latin}\p{M}ʻ ]+$|^[\p{Script=Cyrillic}\p{M} ]+$/u;
  const plain = [...new Set(all)].filter((name) => one.test(name));
  expect(plain.length).toBeGreaterThan(100);
  const { compare } = new Intl.Collator(language);
  expect(plain.toSorted(compareNames(language))).toEqual(plain.toSorted(compare));
});

test.each([
  [
    "kk",
    [
      "Армения",
      "Әзербайжан",
      "Қазақстан",
      "Кения",
      "Өзбекстан",
      "Оман",
      "Үндістан",
      "Ұлыбритания",
      "Израиль",
    ],
    "Армения Әзербайжан Израиль Кения Қазақстан Оман Өзбекстан Ұлыбритания Үндістан",
  ],
  [
    "tg",
    ["Ҷопон", "Чин", "Ҳиндустон", "Эрон", "Ӯзбекистон", "Украина"],
    "Украина Ӯзбекистон Ҳиндустон Чин Ҷопон Эрон",
  ],
  [
    "uz-Latn",
    ["Gʻarbiy", "Shvetsiya", "Suriya", "Chili", "O‘zbekiston", "Zambiya", "Oman"],
    "Oman Suriya Zambiya O‘zbekiston Gʻarbiy Shvetsiya Chili",
  ],
  [
    "uz-Cyrl",
    ["Қозоғистон", "Ўзбекистон", "Япония", "Тожикистон"],
    "Тожикистон Япония Ўзбекистон Қозоғистон",
  ],
  ["fr", ["Équateur", "Estonie", "Égypte"], "Égypte Équateur Estonie"],
  ["nn", ["Åland", "Albania", "Ækre"], "Albania Ækre Åland"],
] as const)("in %s %j are ordered %s", (language, names, order) => {
  expect([...names].sort(compareNames(language)).join(" ")).toBe(order);
});

test("capitals do not change the order, and equal names stay apart", () => {
  const compare = compareNames("kk");
  expect(compare("ӘЗЕРБАЙЖАН", "Бахрейн")).toBeLessThan(0);
  expect(compare("Әзербайжан", "әзербайжан")).not.toBe(0);
  expect(compare("Чад", "Чад")).toBe(0);
});
