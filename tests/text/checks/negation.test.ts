import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toldOf, warningsOf } from "./parity.ts";

const said = (paragraphs: Record<string, string>) => toldOf("negation", paragraphs);

describe("a sentence that is negative in one language only is told", () => {
  test.each([
    [{ en: "Data shall not be disclosed.", ru: "Данные разглашаются." }],
    [{ en: "Neither Party shall levy a fee.", fr: "Chaque Partie perçoit une taxe." }],
    [{ en: "The record shall be published.", ar: "لا يُنشر المحضر." }],
    [{ ru: "Плата не взимается.", kk: "Ақы алынады." }],
    [{ kk: "Деректер жария етілмейді.", en: "The data shall be published." }],
    [{ fr: "L’accès est interdit aux visiteurs.", en: "Access is open to visitors." }],
  ])("%j", (paragraphs) => {
    expect(said(paragraphs)).toHaveLength(1);
  });

  test("with the words of both, and both places", () => {
    const [one] = warningsOf("negation", {
      en: "The list is kept. Data shall not be disclosed.",
      ru: "Перечень хранится. Данные разглашаются.",
    });
    expect(one).toMatchObject({
      language: "ru",
      article: 1,
      paragraph: "1",
      found: ["Данные разглашаются."],
      also: [{ language: "en", article: 1, paragraph: "1", found: ["not be disclosed."] }],
    });
  });
});

describe("opposites are told", () => {
  test.each([
    [{ en: "with the consent of the owner", fr: "sans le consentement du propriétaire" }],
    [{ en: "timber lawfully felled", ru: "незаконно заготовленная древесина" }],
    [
      {
        en: "All animals, including dogs, are kept apart.",
        ru: "Все животные, за исключением собак, содержатся отдельно.",
      },
    ],
  ])("%j", (paragraphs) => {
    expect(said(paragraphs)).toHaveLength(1);
  });
});

describe("what says the same otherwise is not", () => {
  test.each([
    [{ en: "no later than 31 March", ru: "до 31 марта", fr: "au plus tard le 31 mars" }],
    [
      {
        en: "Nothing in this Agreement affects it.",
        ru: "Ничто в настоящем Соглашении не затрагивает его.",
      },
    ],
    [{ en: "This is without prejudice to the rights.", ru: "Это не затрагивает прав." }],
    [
      {
        en: "Divers may enter only with a guide.",
        fr: "Les plongeurs ne peuvent entrer qu’avec un guide.",
      },
    ],
    [{ en: "The Party shall not surrender its nationals.", ar: "يرفض الطرف تسليم رعاياه." }],
    [{ en: "The seals shall remain unopened.", ru: "Пломбы не вскрываются." }],
    [{ en: "It is done without delay.", ru: "Это делается незамедлительно." }],
    [{ en: "Every island is covered.", ar: "لا تبقى جزيرة إلا وتُشمل." }],
    [{ en: "States or organisations", kk: "мемлекеттер немесе ұйымдар" }],
    [
      {
        fr: "Elle s’applique à moins qu’une Partie, à la signature, n’ait fait une autre déclaration.",
        en: "It applies unless a Party has made another declaration at signature.",
      },
    ],
    [
      {
        fr: "Elle y est liée sans qu’aucun membre n’y soit partie.",
        en: "It is bound even if no member is.",
      },
    ],
    [{ en: "at least twenty seats", fr: "un nombre qui ne peut être inférieur à vingt" }],
    [{ en: "including but not limited to maps", fr: "y compris des cartes" }],
    [
      {
        en: "landlocked States",
        ru: "государств, не имеющих выхода к морю",
        fr: "États sans littoral",
      },
    ],
    [
      {
        en: "If it cannot accept the request, it says why.",
        kk: "Ол сұрау салуды қанағаттандыра алмаса, себебін айтады.",
      },
    ],
    [{ en: "not only to containers but also to wagons", ru: "на контейнеры и на вагоны" }],
  ])("%j", (paragraphs) => {
    expect(said(paragraphs)).toEqual([]);
  });

  test("a text beside itself, whatever it denies, allows or orders", () => {
    const word = fc.constantFrom(
      ...[
        "shall",
        "may",
        "not",
        "no",
        "without",
        "unless",
        "only",
        "refuse",
        "Party",
        "and",
        "the",
      ],
      ...["fee", "consent", "prohibited", "need not", "may not", ";", ".", "except"],
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
        const text = `A ${words.join(" ")}`;
        expect(said({ en: text, "en-GB": text })).toEqual([]);
        expect(toldOf("modals", { en: text, "en-GB": text })).toEqual([]);
      }),
    );
  });
});

test("a language without words is passed over, and one that stands first too", () => {
  expect(said({ ka: "ეს.", en: "It shall not be sold.", ru: "Это продается." })).toHaveLength(1);
  expect(said({ en: "It shall not be sold.", ka: "ეს." })).toEqual([]);
});
