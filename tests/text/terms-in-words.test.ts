import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDate } from "#src/text/format-date.ts";
import { languagesOf } from "#src/text/languages.ts";
import { termsShape } from "#src/text/terms.ts";
import { termInWords, termNames, termsInWords } from "#src/text/terms-in-words.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";
import { anyTerms } from "./any-terms.ts";

const languages = languagesOf("letters");
const namersIn = (language: string) => ({
  day: (date: string) => formatDate(date, language) ?? date,
  languageName: (tag: string) => tag,
  zoneName: (zone: string) => zone,
  partyName: (code: string) => code,
});
const said = (language: string, change: Partial<Terms>, term: (typeof termNames)[number]) =>
  termInWords({ ...ordinaryTerms, ...change }, term, language, namersIn(language)).sentence;

describe.each(languages)("in %s", (language) => {
  test("every value of every term has its words", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        expect(termsShape.parse(terms)).toEqual(terms);
        const all = termsInWords(terms, language, namersIn(language));
        expect(all.map(({ term }) => term)).toEqual([...termNames]);
        for (const { term, name, sentence, article } of all) {
          expect(name.trim(), term).not.toBe("");
          expect(sentence.trim(), term).not.toBe("");
          expect(sentence, term).not.toMatch(/[{}]|undefined|null|NaN|^[ ,;]|[ ,;]$/);
          expect(article).toBe(terms.articles?.[term as "entry"] ?? null);
        }
      }),
    );
  });

  test("terms that differ read differently", () => {
    const words = (terms: Terms) =>
      JSON.stringify(termsInWords(terms, language, namersIn(language)));
    /** What a sentence says: without what a rule leaves as it would be without it. */
    const meant = (terms: Terms) => {
      const { duration, entry, reservationRules: rules = {} } = terms;
      return JSON.stringify({
        ...terms,
        territories: terms.territories && {
          declarations: terms.territories.declarations,
          delayDays: terms.territories.declarations && (terms.territories.delayDays ?? 0),
        },
        declarations: terms.declarations?.map(({ mandatory, ...one }) => ({
          ...one,
          mandatory: one.kind === "declaration" && mandatory,
        })),
        consentBy: terms.consent.includes("subject-to-ratification") ? terms.consentBy : undefined,
        reservationRules: undefined,
        ...rules,
        authorised: rules.authorised ?? false,
        atSignature: rules.atSignature ?? false,
        duration:
          duration === "unlimited"
            ? duration
            : [
                duration.years,
                duration.renewal,
                duration.renewal === "none" || (duration.periodYears ?? duration.years),
              ],
        withdrawal:
          typeof terms.withdrawal === "string"
            ? terms.withdrawal
            : {
                ...terms.withdrawal,
                ...(("months" in terms.withdrawal
                  ? terms.withdrawal.months
                  : terms.withdrawal.days) === 0 && {
                  months: 0,
                  days: 0,
                }),
                atYearEnd: terms.withdrawal.atYearEnd ?? false,
              },
        entry:
          entry.form === "after-last-notification" && entry.days === 0
            ? "last"
            : entry.form === "last-notification"
              ? "last"
              : entry,
      });
    };
    fc.assert(
      fc.property(anyTerms, anyTerms, (one, other) => {
        fc.pre(meant(one) !== meant(other));
        expect(words(one)).not.toBe(words(other));
      }),
    );
  });
});

test("a notice with all its limits", () => {
  const withdrawal = { months: 6, notBeforeYears: 3, atYearEnd: true };
  const all = languages.map((language) => said(language, { withdrawal }, "withdrawal"));
  expect(all).toEqual([
    "By notice of 6 months, only after 3 years as a party, with effect at the end of the year",
    "По уведомлению за 6 месяцев, не ранее чем через 3 года участия, с действием с конца года",
    "بإخطار قبل \u20686 أشهر\u2069، بعد \u20683 سنوات\u2069 على الأقل من المشاركة، ويسري أثره في نهاية السنة",
    "6 ай бұрын хабарлау арқылы, кемінде 3 жыл тарап болғаннан кейін, жыл соңында күшіне енеді",
    "Moyennant un préavis de 6 mois, au plus tôt après 3 ans de participation, avec effet à la fin de l’année",
  ]);
});

test("units are counted by the language's own forms", () => {
  const days = (language: string) =>
    [1, 2, 5, 21].map((days) => said(language, { withdrawal: { days } }, "withdrawal"));
  expect(days("en")[0]).toBe("By notice of 1 day");
  expect(days("ru")).toEqual([
    "По уведомлению за 1 день",
    "По уведомлению за 2 дня",
    "По уведомлению за 5 дней",
    "По уведомлению за 21 день",
  ]);
  expect(days("ar").slice(0, 2)).toEqual(["بإخطار قبل يوم واحد", "بإخطار قبل يومين"]);
});

test("a language that is not ours is told in English, under the app's names", () => {
  const terms: Terms = { ...ordinaryTerms, prevailing: "fr", zone: "Asia/Almaty" };
  const namers = { ...namersIn("en"), languageName: () => "French", zoneName: () => "Almaty" };
  const all = termsInWords(terms, "uz", namers).map(({ sentence }) => sentence);
  expect(all).toContain("If they differ, the text in French prevails");
  expect(all).toContain("Its days begin and end in the time zone “Almaty”");
});

test("entry by a number of deposits or consents counts them in words that agree", () => {
  const deposits = (language: string, number: number) =>
    said(language, { entry: { form: "nth-deposit", deposits: number, days: 30 } }, "entry");
  expect([1, 2, 5, 21].map((number) => deposits("ru", number))).toEqual([
    "Через 30 дней после сдачи на хранение первого документа",
    "Через 30 дней после сдачи на хранение 2 документов",
    "Через 30 дней после сдачи на хранение 5 документов",
    "Через 30 дней после сдачи на хранение 21 документа",
  ]);
  expect([1, 2, 5, 21].map((number) => deposits("ar", number).replaceAll(/[⁨⁩]/g, ""))).toEqual([
    "بعد 30 يوماً من إيداع الصك الأول",
    "بعد 30 يوماً من إيداع صكين",
    "بعد 30 يوماً من إيداع 5 صكوك",
    "بعد 30 يوماً من إيداع 21 صكاً",
  ]);
  const consents = (language: string) =>
    said(language, { entry: { form: "month-after-nth-consent", consents: 3, months: 2 } }, "entry");
  expect(languages.map(consents)).toEqual([
    "On the first day of the month that follows the expiration of 2 months after 3 parties have consented to be bound",
    "В первый день месяца по истечении 2 месяцев после того, как согласие на обязательность выразят 3 стороны",
    "في اليوم الأول من الشهر التالي لانقضاء شهرين على ارتضاء 3 أطراف الالتزام",
    "3 тарап міндеттілікке келісім бергеннен кейін 2 ай өткен соң басталатын айдың бірінші күні",
    "Le premier jour du mois qui suit l’expiration d’un délai de 2 mois après l’expression du consentement de 3 parties",
  ]);
});

test("one article, two and three that no reservation may be made to", () => {
  const to = (language: string, except: number[]) =>
    said(language, { reservations: "permitted", reservationRules: { except } }, "reservations");
  const all = (except: number[]) => languages.map((language) => to(language, except));
  expect(all([5])).toEqual([
    "Permitted; but not to article 5",
    "Допускаются; кроме статьи 5",
    "جائزة؛ باستثناء المادة 5",
    "Рұқсат етіледі; 5-бапты қоспағанда",
    "Permises\u00a0; sauf à l’article 5",
  ]);
  expect(all([5, 6, 9])).toEqual([
    "Permitted; but not to articles 5, 6 and 9",
    "Допускаются; кроме статей 5, 6 и 9",
    "جائزة؛ باستثناء المواد \u20685، 6 و9\u2069",
    "Рұқсат етіледі; 5, 6 және 9-баптарды қоспағанда",
    "Permises\u00a0; sauf aux articles 5, 6 et 9",
  ]);
  expect(to("ar", [5, 6])).toContain("المادتين");
});
