import { z } from "zod";
import type { Fault } from "#src/errors.ts";
import { findKey, notATag, tagPattern } from "../languages.ts";
import { hasFormula } from "../testimonium.ts";
import type { Given, GivenLanguage } from "./given.ts";
import { givenFaults, givenShape } from "./given-shape.ts";

const half = z.string().max(2000).optional();
const halfNames = z.record(z.string().regex(tagPattern, notATag), z.string().max(200)).optional();

/** The words of a language while their form is being filled in. */
export const halfGivenShape = z.strictObject({
  ...{ name: half, article: half, page: half, annex: half, contents: half, signatures: half },
  ...{ seal: half, digest: half, opening: half, closing: half, prevailing: half },
  list: z
    .strictObject({
      ...{ separator: half, and: half, andBefore: half },
      before: z.array(z.string().max(40)).max(40).optional(),
    })
    .optional(),
  names: halfNames,
  calledIn: halfNames,
});

export type HalfGiven = z.infer<typeof halfGivenShape>;

type Wanted = {
  languages: string[];
  prevailing?: string | undefined;
  words?: Record<string, HalfGiven> | undefined;
  /** The template's texts, by their keys. */
  texts: Record<string, string>;
};

/**
 * The words as far as they are given, with a blank for each that is missing or wrong, and what is wrong with its pointer in
 * the request. A language without a text in the template and without a file needs words.
 */
export function completeWords({ languages, prevailing, words = {}, texts }: Wanted): {
  given: Given;
  faults: Fault[];
} {
  const asked = languages.filter(
    (language) =>
      words[language] || (!hasFormula(language) && findKey(language, isText) === undefined),
  );
  const given: Given = {};
  const faults: Fault[] = [];
  for (const language of asked) {
    const read = completed(words[language] ?? {}, language);
    given[language] = read.words;
    faults.push(...read.faults);
  }
  faults.push(...givenFaults({ languages, prevailing, given }));
  for (const [language, own] of Object.entries(given)) nameAll(language, own, languages);
  return { given, faults };

  function isText(key: string): boolean {
    return Object.hasOwn(texts, key);
  }
}

function completed(given: HalfGiven, language: string): { words: GivenLanguage; faults: Fault[] } {
  const read = givenShape.safeParse(given);
  if (read.success) return { words: read.data, faults: [] };
  const faults = read.error.issues.map(({ path, message }): Fault => {
    const missing = message.endsWith("received undefined") || message.startsWith("Too small");
    const pointer = `/words/${[language, ...path].map(String).join("/")}`;
    return { pointer, detail: missing ? "is missing" : message };
  });
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
  const right = Object.fromEntries(Object.entries(given).filter(([field]) => !wrong.has(field)));
  return { words: { ...blankWords, ...right } as GivenLanguage, faults };
}

const blank = "________";

const blankWords: GivenLanguage = {
  ...{ name: blank, article: "§ {n}", page: "{n} / {of}", annex: blank, contents: blank },
  ...{ signatures: blank, seal: blank, digest: blank, opening: blank, closing: blank },
  list: { separator: ", ", and: ", " },
  names: {},
  calledIn: {},
};

/** A blank for each name that a formula needs and does not have. */
function nameAll(language: string, own: GivenLanguage, languages: string[]): void {
  own.names = { ...own.names };
  const called: Record<string, string> = { ...own.calledIn };
  for (const one of languages) {
    if (findKey(one, (key) => Object.hasOwn(own.names, key)) === undefined) own.names[one] = blank;
    if (one !== language) called[one] ??= blank;
  }
  own.calledIn = called;
}
