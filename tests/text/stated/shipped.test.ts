import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Text } from "#src/text/articles.ts";
import { statedTerms } from "#src/text/stated/stated-terms.ts";
import { termsUnlikeWords } from "#src/text/stated/terms-unlike-words.ts";
import type { Template } from "#src/text/template.ts";
import type { StatedTerm, Terms } from "#workflows/terms.ts";
import { trials } from "../../support/length.ts";
import { combinationsOf, type Shipped, shipped, textsOf } from "./shipped-texts.ts";

/** Every nth combination in a short run, beginning at a place that differs by template; all of them in a long one. */
const every = trials({ short: 40, long: 1 });

const values: Record<string, unknown>[] = [
  {},
  {
    withdrawal_months: 7,
    notice_months: 1,
    duration_years: 9,
    entry_days: 60,
    entry_deposits: 22,
    entry_consents: 5,
    entry_months: 4,
    entry_date: "2028-12-31",
    prolongation: "by_decision",
  },
];

describe.each(shipped)("the words of $name, in all its languages", (template) => {
  const combinations = combinationsOf(template).filter((_, at) => at % every === 0);

  test.each(values.map((own, at) => [at, own] as const))(
    "say what its terms say (%i)",
    (_, own) => {
      for (const clauses of combinations) {
        const { texts, terms } = textsOf(template, clauses, own);
        expect([clauses, termsUnlikeWords(texts, terms)]).toEqual([clauses, []]);
      }
    },
  );

  test("are read: each final clause that it has", () => {
    const ofTwo =
      template.minimumParties > 2 ? [] : textsOf(template, {}, {}, { parties: 2 }).texts;
    const texts = [...textsOf(template, {}).texts, ...ofTwo];
    const [first, ...others] = texts.map((text) => {
      return statedTerms(text).map(({ term, article, value }) => ({ term, article, value }));
    });
    expect(first?.map(({ term }) => term)).toEqual(expect.arrayContaining(["entry", "withdrawal"]));
    for (const other of others) expect(other).toEqual(first);
  });
});

/** What each term may be edited to. */
const edits: Partial<Terms>[] = [
  { withdrawal: { months: 13 } },
  { withdrawal: { days: 12 } },
  { withdrawal: "silent" },
  { withdrawal: { months: 12, notBeforeYears: 2 } },
  { withdrawal: { months: 12, atYearEnd: true } },
  { duration: { years: 6, renewal: "automatic" } },
  { duration: { years: 5, renewal: "none" } },
  { duration: { years: 5, renewal: "automatic", periodYears: 3 } },
  { entry: { form: "last-signature" } },
  { entry: { form: "last-notification" } },
  { entry: { form: "after-last-notification", days: 31 } },
  { entry: { form: "nth-deposit", deposits: 3, days: 30 } },
  { entry: { form: "nth-deposit", deposits: 2, days: 31 } },
  { entry: { form: "month-after-nth-consent", consents: 2, months: 4 } },
  { entry: { form: "fixed-date", date: "2027-05-02" } },
  { entry: { form: "all-consented" } },
  { consent: ["definitive", "ad-referendum"] },
  { consent: ["subject-to-ratification"] },
  { consent: ["definitive", "subject-to-ratification"] },
  { provisional: "none" },
  { provisional: "from-signature" },
  { reservations: "prohibited" },
  { reservations: "permitted" },
  { accession: true },
  { accession: false },
  { amendment: { binds: "all" } },
  { amendment: { binds: "share", of: "two-thirds" } },
  { settlement: "court" },
  { prevailing: "kk" },
  { prevailing: null },
  { depositary: "none" },
  { minimumParties: 3 },
];

const all = shipped.flatMap((template) => {
  return combinationsOf(template).map((clauses) => ({ template, clauses }));
});
const anyShipped = fc.nat(all.length - 1);
const numRuns = trials({ short: 60, long: 3000 });

function shippedAt(at: number, values?: Record<string, unknown>): Shipped {
  const { template, clauses } = all[at] ?? { template: shipped[0] as Template, clauses: {} };
  return textsOf(template, clauses, values);
}

describe("one edit", () => {
  test("of a term is one difference in each language, at the article that states it", () => {
    fc.assert(
      fc.property(anyShipped, fc.nat(edits.length - 1), (at, chosen) => {
        const { texts, terms } = shippedAt(at);
        const edit = edits[chosen] ?? {};
        const [term] = Object.keys(edit) as StatedTerm[];
        const edited = { ...terms, ...edit };
        const expected = texts.map(({ language, ...text }) => {
          const stated = statedTerms({ language, ...text }).find((one) => one.term === term);
          if (!stated) return { language, kind: "unstated", article: null };
          return { language, kind: "unlike", article: stated.article };
        });
        const found = termsUnlikeWords(texts, edited).map(({ language, kind, article }) => {
          return { language, kind, article };
        });
        expect(found).toEqual(says(texts, term, edited) ? [] : expected);
      }),
      { numRuns },
    );
  });

  const numbers: [variable: string, value: unknown][] = [
    ["withdrawal_months", 13],
    ["notice_months", 13],
    ["duration_years", 6],
    ["entry_days", 31],
    ["entry_deposits", 3],
    ["entry_consents", 4],
    ["entry_months", 5],
    ["entry_date", "2027-05-11"],
  ];

  test("of a number in one language is one difference, at its article", () => {
    fc.assert(
      fc.property(anyShipped, fc.nat(numbers.length - 1), fc.nat(4), (at, chosen, language) => {
        const { texts, terms } = shippedAt(at);
        const { texts: edited } = shippedAt(at, Object.fromEntries([numbers[chosen] ?? []]));
        const mixed = texts.map((text, own) => (own === language ? (edited[own] ?? text) : text));
        const [text, other] = [texts[language], edited[language]];
        const changed = other?.articles.find(({ number, blocks }) => {
          return JSON.stringify(blocks) !== JSON.stringify(text?.articles[number - 1]?.blocks);
        });
        const found = termsUnlikeWords(mixed, terms).map(({ kind, language, article }) => {
          return [kind, language, article];
        });
        expect(found).toEqual(changed ? [["unlike", text?.language, changed.number]] : []);
      }),
      { numRuns },
    );
  });
});

/** Whether the first text says what the terms record; they are the same in all languages. */
function says([text]: Text[], term: StatedTerm | undefined, terms: Terms): boolean {
  const stated = text && statedTerms(text).find((one) => one.term === term);
  if (!stated || !term) return !contradictsSilence(term, terms);
  if (stated.term === "reservations") return stated.value.rule === terms.reservations;
  const consents = terms.consent.filter((act) => act !== "ad-referendum");
  return (
    JSON.stringify(stated.value) === JSON.stringify(term === "consent" ? consents : terms[term])
  );
}

/** Of the edits above, for the terms that some of the shipped texts do not mention. */
function contradictsSilence(term: StatedTerm | undefined, terms: Terms): boolean {
  if (term === "reservations") return terms.reservations === "prohibited";
  if (term === "provisional") return terms.provisional !== "none";
  return term === "accession" ? terms.accession : term === "minimumParties";
}
