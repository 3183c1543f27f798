import { describe, expect, test } from "vitest";
import { fillSentence, type SentenceValue } from "#src/text/fill-sentence.ts";
import { notificationWords } from "#src/text/notification-words.ts";
import type { Named } from "#src/text/party-forms.ts";
import { knownParties, namedIn } from "#src/text/party-name.ts";
import { relationWords } from "#src/text/relation-words.ts";
import type { NotificationContent } from "#workflows/notifications.ts";
import type { RelationStatement } from "#workflows/relations.ts";
import derivations from "../../templates/derivations.json" with { type: "json" };
import notifications from "../../templates/notification-sentences.json" with { type: "json" };
import relations from "../../templates/relations.json" with { type: "json" };

/** Names of States in the sentences that the service derives: in their case, and with words that agree. */
const languages = ["en", "ru", "ar", "kk", "fr"];
const plain = (words: string) => words.replaceAll(/[\u2066-\u2069]/g, "");

test("every party's name, and one without forms, fills every sentence", () => {
  const bare: Record<string, Named> = {
    ru: { name: "Центр" },
    ar: { name: "المركز" },
    kk: { name: "Орталық" },
    fr: { name: "Centre" },
    en: { name: "the Centre" },
  };
  const all = Object.values({
    ...derivations,
    ...notifications.sentences,
    ...notifications.nonBinding,
    ...relations,
  }) as Record<string, string>[];
  const faults: string[] = [];
  for (const language of languages) {
    const names = knownParties.map(({ code }) => namedIn({ code }, language));
    for (const one of [...names, bare[language] as Named]) {
      const values: Record<string, SentenceValue> = {
        ...{ party: one, other: one, parties: [one, one] },
        ...{ day: { day: "2027-05-01" }, since: { day: "2027-04-01" }, on: { day: "2027-05-01" } },
        ...{ consented: { day: "2027-05-01" }, date: { day: "2027-05-01" }, count: 3, total: 5 },
        ...{ days: 3, months: 3, deposits: 3, consents: 3, needed: 3, sum: 3, left: 3 },
        ...{ part: "2/3", name: "A", reason: "B.", reference: "C", title: "D", what: "E" },
        ...{ list: "5", rule: "20(4)", instead: "F", text: "G", language: "H", nth: 2 },
      };
      for (const sentence of all) {
        const said = plain(fillSentence(sentence[language] ?? "", values, language));
        if (/[{}#]| [ .,;]|\u00a0 | \u00a0/u.test(said)) faults.push(`${language}: ${said}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

const statement = (key: string, change: object): RelationStatement => ({
  key,
  values: { party: "KZ", other: "AE", day: "2027-05-01" },
  effect: null,
  articles: null,
  reservation: null,
  basis: { source: "vclt", rule: "20" },
  ...change,
});
const related = (said: RelationStatement, language: string) =>
  plain(relationWords(said, language, (code) => namedIn({ code }, language)));

describe("between two parties", () => {
  test("a reservation that another accepted by silence", () => {
    const said = statement("silence", { effect: "modified", articles: [5, 6, 9] });
    expect(languages.map((language) => related(said, language))).toEqual([
      "Reservation of the Republic of Kazakhstan (articles 5, 6 and 9). Between the two it modifies these provisions to its extent, for both. The United Arab Emirates did not object in time and is considered to have accepted it, with effect from 1 May 2027.",
      "Оговорка Республики Казахстан (статьи 5, 6 и 9). В отношениях между двумя сторонами она изменяет эти положения в пределах сферы своего действия для каждой из них. Объединенные Арабские Эмираты не возразили в срок, и оговорка считается принятой; она действует с 1 мая 2027 года.",
      "تحفظ جمهورية كازاخستان (المواد 5 و6 و9). يعدّل هذه الأحكام بين الطرفين في حدود التحفظ بالنسبة إلى كل منهما. لم تعترض دولة الإمارات العربية المتحدة في المهلة، فعُدّ التحفظ مقبولاً، ويسري من 1 مايو 2027.",
      "Қазақстан Республикасының ескертпесі (5, 6 және 9-баптар). Екі тарап арасында ол осы ережелерді ескертпе шегінде олардың әрқайсысы үшін өзгертеді. Біріккен Араб Әмірліктері мерзімінде қарсылық білдірмеді, ескертпе қабылданған болып есептеледі және 2027 жылғы 1 мамырдан бастап қолданылады.",
      "Réserve de la République du Kazakhstan (articles 5, 6 et 9). Entre les deux parties, elle modifie ces dispositions dans la mesure prévue par la réserve, pour l’une et l’autre. Les Émirats arabes unis n’ont pas fait objection dans le délai, et la réserve est réputée acceptée, avec effet au 1er mai 2027.",
    ]);
  });

  test("a masculine name in Arabic, a neuter one in Russian, and one article", () => {
    const of = (language: string) => {
      const values = { party: "AE", other: "RU", day: "2027-05-01" };
      return related(
        statement("objected", { effect: "excluded", articles: [5], values }),
        language,
      );
    };
    expect(of("ar")).toContain("اعترض الاتحاد الروسي ولم يستبعد بدء النفاذ بين الطرفين");
    expect(of("ar")).toContain("تحفظ دولة الإمارات العربية المتحدة (المادة 5)");
    const norway = { party: "AE", other: "NO", day: "2027-05-01" };
    const said = related(statement("not-notified", { effect: "open", values: norway }), "ru");
    expect(said).toContain("Королевство Норвегия не уведомлено о ней");
  });

  test("a name without forms stands beside a noun that has them", () => {
    const bare = (name: string, language: string) =>
      plain(relationWords(statement("left", {}), language, () => ({ name })));
    expect(bare("ЕАБР", "ru")).toBe("С 1 мая 2027 года ЕАБР больше не является участником.");
    expect(bare("المركز", "ar")).toBe("لم يعد الطرف «المركز» طرفاً منذ 1 مايو 2027.");
    expect(bare("Interpol", "fr")).toBe(
      "La partie «\u00a0Interpol\u00a0» n’est plus partie depuis le 1er mai 2027.",
    );
  });
});

describe("in a notification", () => {
  const nameOf = (code: string) => ({ code });
  const said = (key: string, values: object, language: string) => {
    const content: NotificationContent = {
      ...{ heading: "communication", party: null, on: "2027-05-01", texts: [], binding: true },
      sentences: [{ key, values }],
    };
    return plain(notificationWords(content, nameOf, language).sentences.join(" "));
  };

  test.each([
    [
      "concerning",
      { other: "AE" },
      "The communication concerns the United Arab Emirates.",
      "Сообщение касается Объединенных Арабских Эмиратов.",
      "تخص الرسالة دولة الإمارات العربية المتحدة.",
      "Хабарлама Біріккен Араб Әмірліктеріне қатысты.",
      "La communication concerne les Émirats arabes unis.",
    ],
    [
      "claim-against",
      { other: "KZ" },
      "The conduct of the Republic of Kazakhstan is invoked.",
      "Сделана ссылка на поведение Республики Казахстан.",
      "يُحتج بسلوك جمهورية كازاخستان.",
      "Қазақстан Республикасының әрекетіне сілтеме жасалады.",
      "Le comportement de la République du Kazakhstan est invoqué.",
    ],
    [
      "later-for",
      { party: "KZ", parties: ["AE", "EE"] },
      "For the Republic of Kazakhstan this concerns its relations with the United Arab Emirates and the Republic of Estonia.",
      "Для Республики Казахстан это касается взаимоотношений со следующими сторонами: Объединенные Арабские Эмираты и Эстонская Республика.",
      "ويخص ذلك علاقات جمهورية كازاخستان مع دولة الإمارات العربية المتحدة وجمهورية إستونيا.",
      "Қазақстан Республикасы үшін бұл Біріккен Араб Әмірліктерімен және Эстония Республикасымен қатынастарға қатысты.",
      "Pour la République du Kazakhstan, ceci concerne les relations avec les Émirats arabes unis et la République d’Estonie.",
    ],
    [
      "ground-breach",
      {},
      "The ground invoked is a material breach (article 60).",
      "Сделана ссылка на существенное нарушение договора (статья 60).",
      "السبب المحتج به هو الإخلال الجوهري (المادة 60).",
      "Алға тартылған негіз – шарттың елеулі бұзылуы (60-бап).",
      "Le motif invoqué est une violation substantielle (article 60).",
    ],
  ])("%s", (key, values, ...expected) => {
    expect(languages.map((language) => said(key, values, language))).toEqual(expected);
  });
});
