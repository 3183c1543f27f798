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
    ["en", "Trainees have to register.", "have to"],
    ["en", "The host is entitled to recall them.", "is entitled to"],
    ["en", "Photographs are prohibited.", "are prohibited"],
    ["en", "The rights and duties of trainees follow.", "rights and duties"],
    ["en", "It may be changed by mutual agreement.", "mutual agreement"],
    ["en", "This Agreement remains applicable.", "This Agreement"],
    ["en", "It stays in force for a year.", "stays in force"],
    ["en", "A decision without a quorum is null and void.", "null and void"],
    ["en", "Each will indemnify the other.", "indemnify"],
    ["ru", "Музей вправе отозвать экспертов.", "вправе"],
    ["ru", "Передача сведений запрещается.", "запрещается"],
    ["ru", "Права и обязанности стажеров изложены ниже.", "Права и обязанности"],
    ["ru", "Согласно статье 7 расходы делятся.", "статье 7"],
    ["ru", "Меморандум вступил в силу.", "вступил в силу"],
    ["ru", "В удостоверение чего он подписан.", "В удостоверение чего"],
    ["ar", "يحق للمتحف استدعاء خبرائه.", "يحق للمتحف"],
    ["ar", "يحظر إفشاء النتائج.", "يحظر"],
    ["ar", "وفقا للمادة السابعة تقسم النفقات.", "للمادة السابعة"],
    ["ar", "حررت في تالين في نسختين.", "حررت"],
    ["ar", "كل طرف يسمي منسقا.", "كل طرف"],
    ["kk", "Мұражай сарапшыларды кері шақыруға құқылы.", "құқылы"],
    ["kk", "Қатысушылар есеп тапсыруы керек.", "тапсыруы керек"],
    ["kk", "Мәліметтерді беруге тыйым салынады.", "тыйым салынады"],
    ["kk", "4-бапқа сәйкес шығыстар бөлінеді.", "4-бапқа"],
    ["kk", "Меморандум бес жылдан кейін күшін жояды.", "күшін жояды"],
    ["fr", "Le musée a le droit de rappeler ses experts.", "a le droit de"],
    ["fr", "Il incombe au musée de former son personnel.", "incombe"],
    ["fr", "Il est interdit de divulguer les résultats.", "Il est interdit"],
    ["fr", "Toute décision sans quorum est nulle et non avenue.", "nulle et non avenue"],
    ["fr", "En foi de quoi il est signé.", "En foi de quoi"],
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
  ["en", "The rules of the port prohibit fires: smoking is prohibited there by its rules."],
  ["en", "The journal may not be available, and this has to do with its price."],
  ["en", "Parties of school children and bank guarantees are welcome."],
  ["ru", "По правилам порта курение запрещается."],
  ["ru", "Статьи 6 Закона о музеях и стороны треугольника изучаются."],
  ["ru", "Настоящая Договоренность не создает прав и обязанностей."],
  ["ar", "تجرى جراحة الأطراف وتدرس المادة الوراثية."],
  ["ar", "يتخذ المشاركان ما يلزم من تدابير."],
  ["kk", "Порттың ішкі тәртібі бойынша темекі шегуге болмайды."],
  ["kk", "Қатысушылардың жеке келісімі қажет емес."],
  ["fr", "Le règlement du port dit qu’il est interdit de fumer."],
  ["fr", "Les réserves naturelles sont décrites dans un atlas."],
])("in %s this is right in a memorandum: %s", (language, sentence) => {
  expect(told(language, sentence)).toEqual([]);
});

test("a binding “Arrangement” has the words of a treaty", () => {
  const sentence = "The Parties shall meet, and are obliged to pay.";
  expect(told("en", sentence, true, "Arrangement on Research")).toEqual([]);
  expect(told("en", sentence, false, "Arrangement on Research")).not.toEqual([]);
});
