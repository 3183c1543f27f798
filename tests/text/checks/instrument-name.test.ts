import { describe, expect, test } from "vitest";
import { instrumentName } from "#src/text/checks/names/instrument-name.ts";
import { parseText } from "#src/text/markdown.ts";

const warningsOf = (texts: Record<string, string>, title = "§") =>
  instrumentName(
    Object.entries(texts).map(([language, words]) =>
      parseText(`# ${title}\n\n${words}\n`, language),
    ),
  );
const found = (language: string, words: string, title?: string) =>
  warningsOf({ [language]: words }, title).flatMap(({ found = [] }) => found);

describe("an instrument that names itself in two ways", () => {
  test.each([
    ["en", "This Agreement applies. This Treaty ends.", "This Treaty"],
    ["en", "This Treaty applies. Nothing is against the Agreement.", "the Agreement"],
    [
      "ru",
      "Настоящий Протокол применяется. Стороны исполняют настоящее Соглашение.",
      "настоящее Соглашение",
    ],
    ["ru", "Цель настоящего Соглашения. Действие настоящей Конвенции.", "настоящей Конвенции"],
    ["ar", "يحدد هذا البروتوكول الحصص. وفقاً لهذه الاتفاقية.", "لهذه الاتفاقية"],
    ["kk", "Осы Келісімнің мақсаты. Осы Хаттамаға қоса берілген бланк.", "Осы Хаттамаға"],
    [
      "fr",
      "Le présent Accord s’applique. La présente Convention prend fin.",
      "présente Convention",
    ],
    ["es", "El presente Acuerdo se aplica. El presente Tratado termina.", "presente Tratado"],
    ["tr", "Bu Anlaşma uygulanır. Bu Sözleşmenin süresi.", "Bu Sözleşmenin"],
    ["zh", "本协定生效。本条约终止。", "本条约"],
  ])("%s: %s", (language, words, said) => {
    expect(found(language, words)).toEqual([said]);
  });

  test.each([
    [
      "en",
      "This Agreement is without prejudice to the Treaty of Friendship and the Paris Agreement.",
    ],
    ["en", "This Protocol amends the Agreement of 5 May 2019. The Agreement is read with it."],
    ["en", "This Agreement; an agreement between operators; that Treaty."],
    ["ru", "Настоящее Соглашение применяется с учетом Конвенции по охране рек и ее Устава."],
    ["ar", "يسكن المعلم وفقاً لهذا الاتفاق. يتفقان على ترتيب المواعيد، ولا يكتب هذا الترتيب."],
    ["kk", "Осы Конвенцияның хаттамалары. Хаттамаға қол қойылады."],
    ["fr", "Le présent Accord complète les Conventions de Genève et le Traité sur l’espace."],
    ["fi", "Tämä sopimus ja tämä pöytäkirja."],
  ])("is none in %s: %s", (language, words) => {
    expect(found(language, words)).toEqual([]);
  });

  test("the title decides", () => {
    expect(found("en", "This Treaty ends.", "Agreement on Rivers")).toEqual(["This Treaty"]);
    expect(found("en", "This Agreement ends.", "Agreement and Treaty")).toEqual([]);
  });

  test("a name that the text gives itself is right", () => {
    const words =
      "The Parties to this Protocol (hereinafter “this Agreement”). This Agreement ends.";
    expect(found("en", words, "Protocol of Amendment")).toEqual([]);
  });

  test("languages are compared, with both places", () => {
    const [told, ...others] = warningsOf({
      en: "This Convention ends.",
      kk: "Осы Келісім тоқтатылады.",
    });
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      language: "kk",
      found: ["Осы Келісім"],
      also: [{ language: "en", found: ["This Convention"] }],
    });
    expect(warningsOf({ en: "This Agreement ends.", ar: "ينتهي العمل بهذه الاتفاقية." })).toEqual(
      [],
    );
  });
});
