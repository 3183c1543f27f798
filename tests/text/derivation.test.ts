import fc from "fast-check";
import { expect, test } from "vitest";
import { derivationWords } from "#src/text/derivation.ts";
import { namedIn } from "#src/text/party-name.ts";
import { entryIntoForce } from "#workflows/entry-into-force.ts";
import type { EntryClause } from "#workflows/terms.ts";
import { conditions } from "./condition-clauses.ts";

const clauses: EntryClause[] = [
  { form: "last-signature" },
  { form: "fixed-date", date: "2027-06-01" },
  { form: "last-notification" },
  { form: "after-last-notification", days: 30 },
  { form: "nth-deposit", deposits: 2, days: 30 },
  { form: "month-after-nth-consent", consents: 2, months: 3 },
  { form: "all-consented" },
  ...conditions,
];
const acts = ["signature", "notification", "deposit", "confirmation", "accession"] as const;

test("every step the engine can take has words in five languages, with every value in its place", () => {
  const consents = fc.array(
    fc.record({
      party: fc.constantFrom("KZ", "AE", "KR"),
      on: fc.constantFrom("2027-01-15", "2027-05-01", "2027-08-01"),
      act: fc.constantFrom(...acts),
      withdrawnOn: fc.option(fc.constant("2027-06-01"), { nil: undefined, freq: 5 }),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(fc.constantFrom(...clauses), consents, (clause, given) => {
      const record = { negotiating: ["KZ", "AE"], consents: given };
      const { instrument, parties, provisional } = entryIntoForce(clause, record);
      const found = [instrument, ...Object.values(parties), ...(provisional ? [provisional] : [])];
      for (const { derivation } of found) {
        for (const language of ["en", "ru", "ar", "kk", "fr"]) {
          const said = derivationWords(derivation, language);
          expect(said.join(" ")).not.toMatch(/[{}]/);
          if (language !== "en") expect(said).not.toEqual(derivationWords(derivation, "en"));
        }
      }
    }),
    { numRuns: 1500 },
  );
});

test("a share is written as the language writes decimals", () => {
  const consents = [{ party: "KZ", on: "2027-03-28", act: "deposit" as const }];
  const when = {
    kind: "quantity" as const,
    what: "emissions" as const,
    shares: { KZ: 17.4, AE: 60 },
    atLeast: 55,
  };
  const clause: EntryClause = { form: "conditions", when, delay: { unit: "days", count: 0 } };
  const { instrument } = entryIntoForce(clause, { negotiating: ["KZ", "AE"], consents });
  expect(derivationWords(instrument.derivation, "en").slice(1)).toEqual([
    "A share of emissions of at least 55 is needed.",
    "The share so far is 17.4, and 37.6 is still missing.",
  ]);
  expect(derivationWords(instrument.derivation, "ru").at(-1)).toBe(
    "Доля на данный момент составляет 17,4, недостает еще 37,6.",
  );
});

test("days and parties are written as the reader's language has them", () => {
  const { instrument } = entryIntoForce(
    { form: "nth-deposit", deposits: 1, days: 30 },
    { negotiating: ["KZ"], consents: [{ party: "KZ", on: "2027-03-28", act: "deposit" }] },
  );
  expect(derivationWords(instrument.derivation, "en", () => "Kazakhstan")).toEqual([
    "The instrument enters into force 30 days after the deposit of the first instrument of consent.",
    "The instrument that completes the number needed is that of Kazakhstan, deposited on 28 March 2027.",
    "The instrument enters into force on 27 April 2027.",
  ]);
  expect(derivationWords(instrument.derivation, "kk").at(-1)).toBe(
    "Құжат 2027 жылғы 27 сәуір күні күшіне енеді.",
  );
});

const late = entryIntoForce(
  { form: "last-signature" },
  {
    negotiating: ["KZ", "AE"],
    consents: [
      { party: "KZ", on: "2027-03-01", act: "signature" },
      { party: "AE", on: "2027-03-28", act: "signature" },
      { party: "UZ", on: "2027-04-27", act: "accession" },
    ],
  },
);

test("parties that are awaited are named, in a list as the language joins one", () => {
  const { instrument } = entryIntoForce(
    { form: "last-signature" },
    { negotiating: ["KZ", "AE", "UZ"], consents: [] },
  );
  const said = (language: string) =>
    derivationWords(instrument.derivation, language, (code) => namedIn({ code }, language)).at(-1);
  expect(said("en")).toBe(
    "The act of the Republic of Kazakhstan, the United Arab Emirates and the Republic of Uzbekistan is still awaited.",
  );
  expect(said("fr")).toBe(
    "On attend encore l’acte de la République du Kazakhstan, des Émirats arabes unis et de la République d’Ouzbékistan.",
  );
  expect(said("ru")).toBe(
    "Ожидаются действия Республики Казахстан, Объединенных Арабских Эмиратов и Республики Узбекистан.",
  );
});

test("a language without words has the English sentence, days and all", () => {
  const reasons = late.instrument.derivation;
  expect(derivationWords(reasons, "ky")).toEqual(derivationWords(reasons, "en"));
});

test("names and days take the form that a sentence needs", () => {
  const joined = (party: string, language: string) =>
    derivationWords(late.parties[party]?.derivation ?? [], language, (code) =>
      namedIn({ code }, language),
    ).at(-1);
  expect(joined("KZ", "ru")).toBe(
    "Для Республики Казахстан это день вступления в силу самого акта, то есть 28 марта 2027 года.",
  );
  expect(joined("UZ", "kk")).toBe(
    "Өзбекстан Республикасының міндеттілікке келісімі кейінірек, 2027 жылғы 27 сәуір күні, қосылу арқылы білдірілді, құжат ол үшін 2027 жылғы 27 сәуір күні күшіне енеді (Вена конвенциясының 24(3)-бабы).",
  );
  expect(joined("UZ", "fr")).toMatch(
    /^Le consentement de la République d’Ouzbékistan a été exprimé plus tard, par adhésion, le 27 avril 2027,/,
  );
});

test("a sentence begins with a capital letter also where a name begins it", () => {
  const values = { party: "KR", on: "2027-02-01" };
  const steps = [{ key: "not-counted-withdrawn" as const, values }];
  const [said] = derivationWords(steps, "en", () => "the Republic of Korea");
  expect(said).toMatch(/^The Republic of Korea withdrew/);
});
