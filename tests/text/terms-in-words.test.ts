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
  expect(all).toContain("If they differ, one prevails: French");
  expect(all).toContain("Its days begin and end in this zone: Almaty");
});
