import { describe, expect, test } from "vitest";
import { derivationWords } from "#src/text/derivation.ts";
import { namedIn } from "#src/text/party-name.ts";

const languages = ["en", "ru", "ar", "kk", "fr"] as const;
const nouns = (language: string) => (code: string) => namedIn({ code }, language);

describe("the hard numbers", () => {
  const say = (key: string, values: Record<string, string | number>, language: string) =>
    derivationWords([{ key, values }], language, nouns(language))[0];

  test.each([
    [1, "1 day after", "через 1 день после", "بعد يوم واحد من", "1 күн өткенде", "1 jour après"],
    [2, "2 days after", "через 2 дня после", "بعد يومين من", "2 күн өткенде", "2 jours après"],
    [3, "3 days after", "через 3 дня после", "بعد 3 أيام من", "3 күн өткенде", "3 jours après"],
    [5, "5 days after", "через 5 дней после", "بعد 5 أيام من", "5 күн өткенде", "5 jours après"],
    [11, "11 days after", "через 11 дней после", "بعد 11 يوماً من", "11 күн", "11 jours"],
    [21, "21 days after", "через 21 день после", "بعد 21 يوماً من", "21 күн", "21 jours"],
    [22, "22 days after", "через 22 дня после", "بعد 22 يوماً من", "22 күн", "22 jours"],
    [100, "100 days after", "через 100 дней после", "بعد 100 يوم من", "100 күн", "100 jours"],
    [101, "101 days after", "через 101 день после", "بعد 101 يوم من", "101 күн", "101 jours"],
    [103, "103 days after", "через 103 дня после", "بعد 103 أيام من", "103 күн", "103 jours"],
    [111, "111 days after", "через 111 дней после", "بعد 111 يوماً من", "111 күн", "111 jours"],
  ])("%i days", (days, ...phrases) => {
    for (const [at, language] of languages.entries()) {
      const said = say("clause-after-last-notification", { days }, language);
      expect(said, language).toContain(phrases[at]);
    }
  });

  test("no days at all", () => {
    const said = (language: string) =>
      say("clause-nth-deposit", { deposits: 10, days: 0 }, language);
    expect(languages.map(said)).toEqual([
      "The instrument enters into force on the deposit of the tenth instrument of consent.",
      "Акт вступает в силу в день сдачи на хранение десятого документа о согласии.",
      "يدخل الصك حيز النفاذ عند إيداع الصك العاشر من صكوك ارتضاء الالتزام.",
      "Құжат келісім туралы оныншы құжат сақтауға тапсырылған күні күшіне енеді.",
      "L’instrument entre en vigueur lors du dépôt du dixième instrument de consentement.",
    ]);
  });

  test("a clause with both numbers", () => {
    const values = { consents: 22, months: 3 };
    const said = (language: string) => say("clause-month-after-nth-consent", values, language);
    expect(languages.map(said)).toEqual([
      "The instrument enters into force on the first day of the month that follows the expiration of 3 months after the twenty-second consent to be bound.",
      "Акт вступает в силу в первый день месяца, наступающего по истечении 3 месяцев после двадцать второго выражения согласия на обязательность.",
      "يدخل الصك حيز النفاذ في اليوم الأول من الشهر التالي لانقضاء 3 أشهر على التعبير الثاني والعشرين عن ارتضاء الالتزام.",
      "Құжат міндеттілікке келісім жиырма екінші рет білдірілгеннен кейін 3 ай өткен соң келетін айдың бірінші күні күшіне енеді.",
      "L’instrument entre en vigueur le premier jour du mois qui suit l’expiration d’un délai de 3 mois après le vingt-deuxième consentement à être lié.",
    ]);
  });

  test("one consent, two, five and eleven", () => {
    const said = (language: string) =>
      [1, 2, 5, 11, 21].map((count) => say("waits-for-consents", { count }, language));
    expect(said("en").slice(0, 2)).toEqual([
      "1 consent is still to come.",
      "2 consents are still to come.",
    ]);
    expect(said("ru")).toEqual([
      "Ожидается еще 1 согласие.",
      "Ожидаются еще 2 согласия.",
      "Ожидается еще 5 согласий.",
      "Ожидается еще 11 согласий.",
      "Ожидается еще 21 согласие.",
    ]);
    expect(said("ar")).toEqual([
      "لا يزال يُنتظر تعبير واحد عن ارتضاء الالتزام.",
      "لا يزال يُنتظر تعبيران عن ارتضاء الالتزام.",
      "لا يزال يُنتظر 5 تعبيرات عن ارتضاء الالتزام.",
      "لا يزال يُنتظر 11 تعبيراً عن ارتضاء الالتزام.",
      "لا يزال يُنتظر 21 تعبيراً عن ارتضاء الالتزام.",
    ]);
    expect(said("fr")[1]).toBe("2 consentements sont encore attendus.");
    expect(said("kk")[4]).toBe("Міндеттілікке келісім әлі 21 рет білдірілуге тиіс.");
  });

  test("a share of the parties", () => {
    const values = { part: "3/4", total: 21, count: 16 };
    const said = (language: string) => say("needs-part", values, language);
    expect(languages.map(said)).toEqual([
      "Three quarters of the 21 parties are needed, that is, at least 16.",
      "Требуются три четверти общего числа сторон, которых 21, то есть не менее 16.",
      "تلزم ثلاثة أرباع الأطراف البالغ عددها 21، أي ما لا يقل عن 16.",
      "21 тараптың төрттен үші, яғни кемінде 16 тарап қажет.",
      "Les trois quarts des 21 parties sont requis, soit au moins 16.",
    ]);
  });

  test("a plural name, and a name without forms", () => {
    const values = { party: "AE", parties: "KZ", on: "2027-05-01" };
    const said = (language: string) => say("succeeds", values, language);
    expect(said("fr")).toMatch(
      /^Les Émirats arabes unis succèdent à la République du Kazakhstan à compter de la date de la succession, le 1er mai 2027 /,
    );
    expect(said("ru")).toMatch(
      /^Объединенные Арабские Эмираты являются правопреемником Республики Казахстан с момента правопреемства, то есть с 1 мая 2027 года /,
    );
    expect(said("ar")).toContain("تخلف دولة الإمارات العربية المتحدة جمهورية كازاخستان");
    expect(said("kk")).toContain("яғни 2027 жылғы 1 мамырдан бастап Қазақстан Республикасының");
    const bare = derivationWords([{ key: "not-counted-by-the-text", values }], "ru", () => "Центр");
    expect(bare).toEqual(["По тексту участие стороны «Центр» не учитывается."]);
  });
});
