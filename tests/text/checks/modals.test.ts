import { describe, expect, test } from "vitest";
import { comparedSentences } from "#src/text/checks/parity/compared-sentences.ts";
import { otherModals } from "#src/text/checks/parity/modals.ts";
import { otherNegations } from "#src/text/checks/parity/negation.ts";
import { combinationsOf, shipped, textsOf } from "#tests/text/stated/shipped-texts.ts";
import { toldOf } from "./parity.ts";

const keyed = (paragraphs: Record<string, string>) => toldOf("modals", paragraphs);

describe("what one language allows and the other orders, advises or forbids is told", () => {
  test.each([
    [
      "gives a right",
      { en: "A Party may suspend the supply.", ru: "Сторона приостанавливает подачу." },
    ],
    ["gives a right", { en: "A Party shall inspect it.", fr: "Une Partie peut l’inspecter." }],
    ["gives a right", { ar: "يجوز للطرف أن يدخل.", en: "A Party has to enter." }],
    [
      "gives a right",
      { kk: "Тарап құжатты тексере алады.", ru: "Сторона обязана проверить документ." },
    ],
    [
      "need not act",
      { en: "The carrier need not unload.", ru: "Перевозчик не вправе разгружать." },
    ],
    [
      "need not act",
      { en: "The archive shall not copy it.", ru: "Архив вправе не копировать его." },
    ],
    [
      "recommends",
      { en: "Lecturers should speak French.", fr: "Les enseignants parlent français." },
    ],
    ["one tries", { en: "The Parties shall endeavour to open it.", fr: "Les Parties l’ouvrent." }],
    [
      "gives a right",
      { en: "The host must charge a fee.", ru: "Учреждению разрешается взимать плату." },
    ],
    ["gives a right", { en: "The host must charge it.", ar: "للمضيف الحق في تقاضيه." }],
    ["gives a right", { en: "The host shall charge a fee.", kk: "Мекеменің ақы алуына болады." }],
    [
      "gives a right",
      {
        en: "Pupils have the option of a second course.",
        fr: "Les élèves doivent suivre un second cours.",
      },
    ],
    [
      "need not act",
      { en: "The host need not charge a fee.", fr: "Il est interdit à l’hôte de la percevoir." },
    ],
    ["need not act", { en: "The host need not charge a fee.", ar: "يحظر على المضيف تقاضي رسم." }],
    ["recommends", { en: "The host must charge a fee.", kk: "Мекемеге ақы алу ұсынылады." }],
  ])("%s: %j", (said, paragraphs) => {
    expect(keyed(paragraphs)).toEqual([expect.stringContaining(said)]);
  });
});

describe("what says the same otherwise is not", () => {
  test.each([
    [
      {
        en: "A Party shall pay.",
        ru: "Сторона платит.",
        fr: "Une Partie paie.",
        kk: "Тарап төлейді.",
      },
    ],
    [
      {
        en: "From May to August the Parties meet.",
        fr: "De mai à août, les Parties se réunissent.",
      },
    ],
    [{ en: "Any dispute that may arise is settled.", ru: "Возникающие споры разрешаются." }],
    [{ en: "The host should charge a fee.", fr: "Il convient que l’hôte la perçoive." }],
    [{ en: "The host may or may not attend.", fr: "L’hôte est libre d’assister ou non." }],
    [{ en: "Snow may delay the bus.", fr: "L’autobus risque d’être retardé." }],
    [{ en: "Either Party may end it.", ar: "لأي من الطرفين إنهاؤه." }],
    [{ en: "Ships may enter the port.", ar: "يؤذن للسفن بدخول الميناء." }],
    [{ en: "A permit shall be given for one year.", kk: "Бір жылға рұқсат беріледі." }],
    [
      {
        en: "The Parties shall do everything they can.",
        ru: "Стороны делают все возможное.",
        fr: "Les Parties font tout leur possible.",
        ar: "يبذل الطرفان كل ما في وسعهما.",
        kk: "Тараптар қолдан келгеннің бәрін жасайды.",
      },
    ],
    [{ en: "A dispute is settled by negotiation.", ru: "Спор разрешается путем переговоров." }],
    [
      {
        en: "It shall not be refused except for cause.",
        ru: "В этом может быть отказано только по причине.",
      },
    ],
    [
      {
        en: "It shall be open to any Party to speak and it may vote.",
        ar: "ولكل طرف أن يتكلم ويصوت.",
      },
    ],
    [
      {
        en: "They hold conferences, as appropriate.",
        ru: "Они при необходимости проводят конференции.",
        fr: "Elles tiennent, selon qu’il convient, des conférences.",
      },
    ],
    [
      {
        en: "Should a participant fall ill, the Party informs the other.",
        fr: "Si un participant tombe malade, la Partie en informe l’autre.",
      },
    ],
    [
      {
        en: "May take decisions.",
        ru: "Может принимать решения.",
        fr: "Peut prendre des décisions.",
      },
    ],
    [
      {
        en: "Neither Party shall be obliged to give reasons.",
        ru: "Ни одна из Сторон не обязана указывать причины.",
        ar: "لا يُلزم أي من الطرفين بذكر الأسباب.",
        kk: "Тараптардың ешқайсысы себептерін көрсетуге міндетті емес.",
        fr: "Aucune des Parties n’est tenue d’indiquer ses motifs.",
      },
    ],
    [
      {
        en: "They shall not be required to disclose it.",
        fr: "Elles ne sont pas tenues de le divulguer.",
      },
    ],
    [
      {
        en: "A Party which has used all reasonable efforts may withdraw.",
        ru: "Сторона, приложив все разумные усилия, может выйти.",
      },
    ],
    [
      {
        en: "If it cannot pay, it informs the other Party.",
        ru: "Если она не может заплатить, она сообщает об этом.",
      },
    ],
    [{ en: "The Parties shall seek a settlement.", ru: "Стороны стремятся к урегулированию." }],
  ])("%j", (paragraphs) => {
    expect(keyed(paragraphs)).toEqual([]);
  });
});

/** The combinations that choose otherwise than the first in one place at most. */
function fewCombinations(template: (typeof shipped)[number]): Record<string, string>[] {
  const [first = {}, ...others] = combinationsOf(template);
  const near = (one: Record<string, string>) =>
    Object.keys(one).filter((topic) => one[topic] !== first[topic]).length < 2;
  return [first, ...others.filter(near)];
}

test.each(shipped.map((one) => [one.name, one] as const))(
  "the languages of %s agree in every choice of clause, whichever stands first",
  (_, template) => {
    for (const clauses of fewCombinations(template)) {
      const { texts } = textsOf(template, clauses);
      for (const first of texts) {
        const pairs = comparedSentences([first, ...texts.filter((one) => one !== first)]);
        const told = [...otherNegations(pairs), ...otherModals(pairs)];
        expect(told.map(({ found, also }) => ({ found, also }))).toEqual([]);
      }
    }
  },
);
