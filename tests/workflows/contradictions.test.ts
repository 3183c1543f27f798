import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contradictionWords } from "#src/text/contradiction-words.ts";
import { type Around, contradictions } from "#workflows/contradictions.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";

const around: Around = { parties: 3, languages: ["en", "ru"], articles: 20, amends: false };
const found = (terms: Partial<Terms>, change: Partial<Around> = {}) =>
  contradictions({ ...ordinaryTerms, ...terms }, { ...around, ...change }).map(({ key }) => key);

const fixed = { years: 5, renewal: "automatic" } as const;
const deposits = { form: "nth-deposit", deposits: 3, days: 30 } as const;
const ratified: Partial<Terms> = { consent: ["subject-to-ratification"] };

test("the ordinary terms hold together", () => {
  expect(found({})).toEqual([]);
});

describe("terms that exclude each other", () => {
  test.each<[string, Partial<Terms>, string[]]>([
    [
      "a text without withdrawal, extended unless a party leaves",
      { withdrawal: "none", duration: fixed },
      ["exit-although-excluded"],
    ],
    [
      "a text without withdrawal, extended by decision of all",
      { withdrawal: "none", duration: { ...fixed, renewal: "by-decision" } },
      [],
    ],
    [
      "notice after five years in an instrument of five years",
      {
        withdrawal: { months: 6, notBeforeYears: 5 },
        duration: { years: 5, renewal: "none" },
      },
      ["notice-after-the-end"],
    ],
    [
      "notice after four years in an instrument of five years",
      {
        withdrawal: { months: 6, notBeforeYears: 4 },
        duration: { years: 5, renewal: "none" },
      },
      [],
    ],
    [
      "a further period without renewal",
      { duration: { years: 5, renewal: "none", periodYears: 2 } },
      ["further-period-without-renewal"],
    ],
    [
      "the last signature, where signature is subject to ratification",
      { ...ratified, entry: { form: "last-signature" } },
      ["signature-does-not-bind"],
    ],
    ["deposits that the text does not know", { entry: deposits }, ["nothing-to-deposit"]],
    ["deposits by those who accede", { entry: deposits, accession: true }, []],
    [
      "deposits without a depositary",
      { ...ratified, entry: deposits, depositary: "none" },
      ["nobody-to-deposit-with"],
    ],
    [
      "four deposits by three parties",
      { ...ratified, entry: { ...deposits, deposits: 4 } },
      ["more-consents-than-parties"],
    ],
    [
      "four deposits by three parties and those who accede",
      { ...ratified, entry: { ...deposits, deposits: 4 }, accession: true },
      [],
    ],
    [
      "a minimum above what entry into force needs",
      { ...ratified, entry: { ...deposits, deposits: 2 }, minimumParties: 3 },
      ["minimum-above-entry"],
    ],
    ["a minimum of all the parties", { minimumParties: 3 }, []],
    [
      "rules on reservations that are prohibited",
      { reservations: "prohibited", reservationRules: { except: [2] } },
      ["rules-although-prohibited"],
    ],
    [
      "reservations to some articles only, and to all but others",
      { reservations: "permitted", reservationRules: { except: [2], only: [3] } },
      ["only-and-except"],
    ],
    ["a prevailing text that is not there", { prevailing: "ar" }, ["prevailing-language-unknown"]],
    ["terms of an instrument that is not amended", { amended: {} }, ["amends-nothing"]],
    ["an article that is not there", { articles: { withdrawal: 21 } }, ["article-unknown"]],
  ])("%s", (_, terms, keys) => {
    expect(found(terms)).toEqual(keys);
  });
});

describe("an exchange of notes", () => {
  const notes = { of: "notes" } as const;
  const pair = { parties: 2, codes: ["KZ", "KR"] };

  test("holds between two, in a language that has words for notes", () => {
    expect(found({ exchange: notes }, pair)).toEqual([]);
    expect(found({ exchange: { ...notes, first: "KR" } }, pair)).toEqual([]);
  });

  test.each<[string, Partial<Terms>, Partial<Around>, string[]]>([
    ["between three", {}, { parties: 3 }, ["exchange-between-two"]],
    [
      "begun by a stranger",
      { exchange: { ...notes, first: "EE" } },
      {},
      ["exchange-of-unknown-party"],
    ],
    ["with an alternat", { alternat: "small" }, {}, ["exchange-excludes-alternat"]],
    ["in a language without words", {}, { languages: ["en", "ja"] }, ["exchange-without-words"]],
    [
      "open for signature by others",
      {
        accession: false,
        participation: { signature: { to: "all-states", until: { months: 12 } }, accession: null },
      },
      {},
      ["exchange-is-closed"],
    ],
  ])("is refused %s", (_, terms, change, keys) => {
    expect(found({ exchange: notes, ...terms }, { ...pair, ...change })).toEqual(keys);
  });
});

test("every contradiction has its reason in the letters' languages, with numbers and source", () => {
  const terms = fc.record({
    deposits: fc.integer({ min: 2, max: 9 }),
    minimum: fc.integer({ min: 2, max: 9 }),
    language: fc.constantFrom("en", "ru", "ar", "kk", "fr", "de"),
  });
  fc.assert(
    fc.property(terms, ({ deposits, minimum, language }) => {
      const all = contradictions(
        {
          ...ordinaryTerms,
          ...ratified,
          entry: { form: "nth-deposit", deposits, days: 30 },
          minimumParties: minimum,
          articles: { entry: 21 },
        },
        around,
      );
      for (const one of all) {
        const words = contradictionWords(one, language);
        expect(words).not.toMatch(/[{}]|undefined/);
        expect(words).toContain(one.source);
        // Arabic says one and two of a thing by its noun alone.
        const figures = Object.values(one.values).filter(
          (value) => language !== "ar" || (value !== 1 && value !== 2),
        );
        for (const value of figures) expect(words).toContain(String(value));
      }
    }),
  );
});
