import { describe, expect, test } from "vitest";
import { checkTexts, tellWarnings } from "#src/text/check-texts.ts";
import { ordinaryTerms } from "#workflows/terms.ts";

const told = (language: string, text: string, binding = true) =>
  tellWarnings(
    checkTexts(
      {
        reference: "DEP/2026/001",
        title: {},
        languages: [language],
        layout: "sequential",
        parties: [{ code: "KZ" }, { code: "FI" }],
        texts: { [language]: text },
      },
      { ...ordinaryTerms, binding },
    ),
    "en",
  ).filter(({ rule }) => rule === "soft-words");
const inArticle = (language: string, sentence: string) =>
  told(language, `# T\n\n## A\n\n1. X.\n2. ${sentence}`);

describe("intentions are told in the articles of a binding instrument", () => {
  test.each([
    ["en", "The Parties will meet.", "will"],
    ["en", "The Parties intend to meet.", "intend to"],
    ["en", "Each Party should pay.", "should"],
    ["en", "The Parties endeavour to meet.", "endeavour to"],
    ["en", "The Parties plan to meet.", "plan to"],
    ["en", "The costs are shared by the Participants.", "Participants"],
    ["ru", "Стороны намерены сотрудничать.", "намерены"],
    ["ru", "Стороны будут стремиться к этому.", "будут стремиться"],
    ["ru", "Стороны планируют провести встречу.", "планируют"],
    ["ar", "يعتزم الطرفان التعاون.", "يعتزم"],
    ["ar", "ويَنبغي للطرفين التعاون.", "ويَنبغي"],
    ["kk", "Тараптар кездесуге ниетті.", "ниетті"],
    ["kk", "Тараптар кездесуге тырысады.", "тырысады"],
    ["fr", "Les Parties s’efforceront de coopérer.", "s’efforceront"],
    ["fr", "Les Parties devraient coopérer.", "devraient"],
    ["fr", "Les Parties ont l’intention de coopérer.", "ont l’intention de"],
    ["en", "It is hoped that the duty ends soon.", "It is hoped that"],
    ["en", "The Parties also seek to meet.", "seek to"],
    ["en", "The host Party would provide rooms.", "would"],
    ["en", "The Parties consider it useful to meet.", "consider it useful"],
    ["en", "The Parties share maps as they see fit.", "as they see fit"],
    [
      "en",
      "This Agreement does not create legal obligations.",
      "does not create legal obligations",
    ],
    ["en", "The two texts are equally valid.", "equally valid"],
    ["ru", "Сторонам рекомендуется обмениваться картами.", "рекомендуется"],
    ["ru", "Сторона предоставляла бы жилье.", "бы"],
    ["ru", "Каждой Стороне следует платить взнос.", "следует"],
    ["ru", "Стороны тушат пожары по своему усмотрению.", "по своему усмотрению"],
    [
      "ru",
      "Соглашение не создает юридических обязательств.",
      "не создает юридических обязательств",
    ],
    ["ar", "يهدف الطرفان إلى خفض الرسوم.", "يهدف"],
    ["ar", "يؤكد الطرفان عزمهما على التعاون.", "يؤكد الطرفان عزمهما"],
    ["ar", "ولا يطالب أي منهم بتنفيذه.", "ولا يطالب أي منهم بتنفيذه"],
    ["kk", "Тараптар жол салуды көздеп отыр.", "көздеп отыр"],
    ["kk", "Жұмыс тобын құрған дұрыс болар еді.", "еді"],
    ["kk", "Тараптар кездесуді пайдалы деп санайды.", "пайдалы деп санайды"],
    ["fr", "La Partie d’accueil fournirait un logement.", "fournirait"],
    ["fr", "Les Parties aspirent à un échange.", "aspirent"],
    ["fr", "Les Parties aident les pêcheurs comme bon leur semble.", "comme bon leur semble"],
  ])("in %s: %s", (language, sentence, found) => {
    const [one, ...others] = inArticle(language, sentence);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ language, article: 1, paragraph: "2", found: [found] });
  });

  test("and understandings in the words that conclude it", () => {
    const text = "# T\n\nThe States have reached the following understandings:\n\n## A\n\nX.";
    expect(told("en", text)).toMatchObject([{ article: 0 }]);
  });
});

test.each([
  ["en", "The Parties shall endeavour to meet, and the will of the people counts."],
  ["en", "A Party that intends to withdraw shall say so."],
  ["en", "The first meeting will be held in Astana on 3 May 2027."],
  ["en", "If a Party should object, or should it be late, the plan to meet lapses."],
  ["en", "A Party may, if it so wishes or as it sees fit, send observers."],
  ["en", "Nothing in this Agreement should be construed as a waiver."],
  ["en", "Residues that could be found, and a decision that has no binding force, are listed."],
  ["ru", "Сторона может по своему усмотрению направить наблюдателей."],
  [
    "ru",
    "Ничто не следует толковать как отказ. Взносы, внесенные на добровольной основе, учитываются.",
  ],
  ["ar", "تهدف هذه القواعد إلى حماية المستهلكين. ويجوز لكل طرف إيفاد مراقب حسبما يشاء."],
  ["kk", "Жоба жол салуды көздейді, капитан кеменің дайындығын растайды."],
  [
    "fr",
    "L’extrait, le retrait et tout acte qui pourrait nuire sont notifiés ; le plan prévoit de nouvelles routes.",
  ],
  ["fr", "Une Partie peut, si elle le souhaite ou à sa convenance, envoyer un observateur."],
  ["ru", "Сторона, которая намерена выйти, уведомляет об этом."],
  ["ru", "Плановый ремонт проводится летом, как следует из плана."],
  ["ar", "على الطرف الذي يعتزم الانسحاب أن يبلغ الطرف الآخر."],
  ["kk", "Шығуға ниетті Тарап бұл туралы хабарлайды."],
  ["fr", "La Partie qui souhaite se retirer en informe l’autre ; les sapeurs comptent les engins."],
])("in %s this is right in a treaty: %s", (language, sentence) => {
  expect(inArticle(language, sentence)).toEqual([]);
});

test("nothing is told of title, preamble, headings and annexes, nor of what binds nobody", () => {
  const sentence = "The Parties intend to meet.";
  const text = `# ${sentence}\n\n${sentence}\n\n## ${sentence}\n\nX.\n\n# Annex I. A\n\n${sentence}`;
  expect(told("en", text)).toEqual([]);
  expect(told("en", `# T\n\n## A\n\n${sentence}`, false)).toEqual([]);
});

test("a word that the text defines is its own", () => {
  const text =
    "# T\n\n## A\n\n“Participant” means an institution.\n\n## B\n\nThe Participants meet.";
  expect(told("en", text)).toEqual([]);
});
