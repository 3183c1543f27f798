import { describe, expect, test } from "vitest";
import { checkTexts, tellWarnings } from "#src/text/check-texts.ts";
import { ordinaryTerms } from "#workflows/terms.ts";

const told = (language: string, sentence: string, binding = false, title = "Programme") =>
  tellWarnings(
    checkTexts(
      {
        reference: "DEP/2026/001",
        title: {},
        languages: [language],
        layout: "sequential",
        parties: [{ code: "KZ" }, { code: "FI" }],
        texts: { [language]: `# ${title}\n\n## A\n\n${sentence}` },
      },
      { ...ordinaryTerms, binding },
    ),
    "en",
  ).filter(({ rule }) => rule === "memorandum-words");

describe("what binds is told in an instrument that is recorded as binding nobody", () => {
  test.each([
    ["en", "Visitors must pay.", "must"],
    ["en", "They are obliged to pay.", "are obliged to"],
    ["en", "Each agency commits itself to pay.", "commits itself to"],
    ["en", "The decisions are legally binding.", "legally binding"],
    ["en", "The agency will be liable for damage.", "be liable"],
    ["en", "It is subject to ratification.", "ratification"],
    ["ru", "Участники должны встречаться.", "должны"],
    ["ru", "Участники обязаны встречаться.", "обязаны"],
    ["ru", "Из него вытекают обязательства.", "обязательства"],
    ["ru", "Меморандум имеет обязательную силу.", "обязательную силу"],
    ["ar", "يلتزم المشاركان بالتعاون.", "يلتزم"],
    ["ar", "ويجب أن يجتمعا.", "ويجب"],
    ["ar", "وهذه المذكرة ملزمة.", "ملزمة"],
    ["kk", "Қатысушылар кездесуге міндетті.", "кездесуге міндетті"],
    ["kk", "Қатысушылар кездесуі тиіс.", "тиіс"],
    ["kk", "Одан міндеттемелер туындайды.", "міндеттемелер"],
    ["fr", "Les participants doivent payer.", "doivent"],
    ["fr", "Ils sont tenus de payer.", "sont tenus de"],
    ["fr", "Le mémorandum a force obligatoire.", "force obligatoire"],
  ])("in %s: %s", (language, sentence, found) => {
    expect(told(language, sentence).flatMap((one) => one.found)).toEqual([found]);
  });

  test("with the vowel marks of Arabic, and quoted as written", () => {
    const [one] = told("ar", "يتعهّدُ المشاركان بالتعاون.");
    expect(one?.found).toEqual(["يتعهّدُ"]);
  });
});

test.each([
  ["en", "This Memorandum does not create any legally binding obligations."],
  ["en", "It is not intended to be binding on them, and neither will be liable."],
  ["en", "It does not affect the obligations of either State under the Paris Agreement."],
  ["en", "The Parties to the Paris Agreement have met, and masks are a must."],
  ["en", "As Article 6 of the Statute says, the commitments of each agency continue."],
  ["ru", "Меморандум не создает обязательств и не обязателен для участников."],
  ["ru", "Обязательств он не создает."],
  ["ar", "لا تنشئ هذه المذكرة التزاماتٍ قانونية."],
  ["kk", "Меморандум міндеттеме туғызбайды."],
  ["fr", "Le mémorandum ne crée pas d’obligations et n’a pas force obligatoire."],
])("in %s this is right in a memorandum: %s", (language, sentence) => {
  expect(told(language, sentence)).toEqual([]);
});

test("a binding “Arrangement” has the words of a treaty", () => {
  const sentence = "The Parties shall meet, and are obliged to pay.";
  expect(told("en", sentence, true, "Arrangement on Research")).toEqual([]);
  expect(told("en", sentence, false, "Arrangement on Research")).not.toEqual([]);
});
