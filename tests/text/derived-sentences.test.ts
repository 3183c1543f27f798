import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { derivationWords } from "#src/text/derivation.ts";
import { placesIn } from "#src/text/fill-sentence.ts";
import {
  agreementIn,
  type Branches,
  branchNames,
  formsIn,
  type Placeholder,
} from "#src/text/noun.ts";
import { hasNumberForm } from "#src/text/numbers/number-words.ts";
import { namedIn } from "#src/text/party-name.ts";
import { pluralForms } from "#src/text/plural-form.ts";
import contradictions from "../../templates/contradictions.json" with { type: "json" };
import derivations from "../../templates/derivations.json" with { type: "json" };
import notifications from "../../templates/notification-sentences.json" with { type: "json" };
import relations from "../../templates/relations.json" with { type: "json" };
import terms from "../../templates/terms-in-words.json" with { type: "json" };

const languages = ["en", "ru", "ar", "kk", "fr"] as const;

/** What each place of the catalogues may hold. */
const kinds = {
  name: ["party", "other"],
  list: ["parties"],
  day: ["on", "consented", "date", "day", "since"],
  number: [
    "count",
    "days",
    "deposits",
    "consents",
    "months",
    "total",
    "needed",
    "sum",
    "left",
    "nth",
  ],
  word: [
    "part",
    "name",
    "reason",
    "reference",
    "language",
    "text",
    "instead",
    "title",
    "what",
    "list",
    "rule",
  ],
} as const;
/** In the words of terms, which the app fills with what it has: names and days as they stand. */
const ofTerms = {
  number: [
    "number",
    "count",
    "months",
    "days",
    "wait",
    "years",
    "needed",
    "minimum",
    "parties",
    "articles",
  ],
  word: [
    "period",
    "further",
    "article",
    "title",
    "ways",
    "whom",
    "date",
    "party",
    "language",
    "zone",
  ],
  enumeration: ["names", "numbers"],
} as const;

const catalogues: Record<string, Record<string, Record<string, string>>> = {
  derivations,
  terms: terms.sentences,
  notifications: notifications.sentences,
  memoranda: notifications.nonBinding,
  contradictions,
  relations,
  quotations: {
    original: notifications.texts.original,
    instead: notifications.texts.instead,
    occurrence: notifications.texts.occurrence,
  },
};
const all = Object.entries(catalogues).flatMap(([file, sentences]) =>
  Object.entries(sentences).flatMap(([key, forms]) =>
    Object.entries(forms).map(
      ([language, sentence]) => [`${file}/${key}`, language, sentence] as const,
    ),
  ),
);

describe("the sentences of the catalogues", () => {
  test("are there in five languages, which say the same values", () => {
    for (const [file, sentences] of Object.entries(catalogues)) {
      for (const [key, forms] of Object.entries(sentences)) {
        expect(Object.keys(forms).toSorted(), `${file}/${key}`).toEqual(languages.toSorted());
        const values = Object.values(forms).map((sentence) =>
          [...new Set(placesIn(sentence).map(({ name }) => name))].sort().join(),
        );
        expect(new Set(values).size, `${file}/${key}: ${values.join(" | ")}`).toBe(1);
      }
    }
  });

  test("have no colon before a value, but for a list and for what someone wrote", () => {
    const after = /:[\s\u00a0\u2068«“]*\{([a-z]+)/g;
    const found = all.flatMap(([key, language, sentence]) =>
      [...sentence.replaceAll(/\{[^{}|]*\|[^{}]*\}/g, "…").matchAll(after)]
        .filter(([, name = ""]) => !["parties", "reason", "names", "instead"].includes(name))
        .map(([words]) => `${key} (${language}): ${words}`),
    );
    expect(found).toEqual([]);
  });

  test("have places that can be filled, in forms and with the branches of their language", () => {
    const faults = all.flatMap(([key, language, sentence]) =>
      [
        ...sentence.replaceAll(/\{[^{}]*\}/g, "").matchAll(/[{}#]/g),
        ...placesIn(sentence).filter((place) =>
          /^(terms|contradictions)\//.test(key)
            ? !fitsTerms(place, language)
            : !fits(place, language),
        ),
        ...[...sentence.matchAll(/\{[^{}]*\}/g)].slice(placesIn(sentence).length),
      ].map((fault) => `${key} (${language}): ${JSON.stringify(fault)}`),
    );
    expect(faults).toEqual([]);
  });
});

function fits({ name, form, branches }: Placeholder, language: string): boolean {
  const kind = Object.entries(kinds).find(([, names]) => names.some((one) => one === name))?.[0];
  const given = Object.keys(branches ?? {});
  const covers = (needed: readonly string[]) =>
    given.includes("other") || given.includes("else") || needed.every((one) => given.includes(one));
  switch (kind) {
    case "name":
    case "list":
      if (form) return formsIn(language).includes(form);
      return (
        given.every((one) => branchNames.some((known) => known === one)) &&
        (!branches || (agreementIn(language).length > 0 && covers(agreementIn(language))))
      );
    case "day":
      return !branches && (!form || (language === "kk" && formsIn("kk").includes(form)));
    case "number":
      return form ? hasNumberForm(form, language) : counts(branches, language);
    case "word":
      return !form;
    default:
      return false;
  }
}

/** Whether the branches are plural forms or numbers, and stand for every number. */
function counts(branches: Branches | undefined, language: string): boolean {
  const plural: readonly string[] = pluralForms[language] ?? [];
  const given = Object.keys(branches ?? {});
  return (
    !branches ||
    (given.every((one) => /^\d+$/.test(one) || plural.includes(one)) && given.includes("other"))
  );
}

function fitsTerms({ name, form, branches }: Placeholder, language: string): boolean {
  if (form) return false;
  if (ofTerms.number.some((one) => one === name)) return counts(branches, language);
  return !branches && [...ofTerms.word, ...ofTerms.enumeration].some((one) => one === name);
}

const nouns = (language: string) => (code: string) => namedIn({ code }, language);

test("every number has its words: no place is left, no branch is empty", () => {
  const counted = Object.entries(derivations).filter(([, { en }]) =>
    placesIn(en).some(({ name }) => kinds.number.some((one) => one === name)),
  );
  const number = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.constantFrom(1000, 3660));
  fc.assert(
    fc.property(
      fc.constantFrom(...counted),
      fc.constantFrom(...languages),
      number,
      ([key], language, value) => {
        const numbers = Object.fromEntries(kinds.number.map((name) => [name, value]));
        const values = {
          ...numbers,
          party: "AE",
          parties: "AE, KZ",
          on: "2027-05-01",
          part: "2/3",
        };
        const [said = ""] = derivationWords([{ key, values }], language, nouns(language));
        expect(said).not.toMatch(/[{}#]| [\s.,;]|^[\s.]/u);
        if (Number.isInteger(value) && value > 2 && value <= 200 && !/ordinal/.test(key)) {
          expect(said).toMatch(/\p{L}/u);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

/** Read by hand: what each says in five languages for the numbers at which their grammar turns. */
