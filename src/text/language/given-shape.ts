import { z } from "zod";
import { type Fault, Refusal } from "#src/errors.ts";
import { findKey, notATag, tagPattern } from "../languages.ts";
import { faultsIn } from "../policy.ts";
import { checkPrintable } from "../printable.ts";
import { hasFormula } from "../testimonium.ts";
import type { Given, GivenLanguage } from "./given.ts";

/** A sentence, heading or word of a language. */
export const said = z.string().min(1).max(2000);

/** A sentence that must contain the placeholders `needed`, and may contain those `allowed` but no others. */
export function holding(needed: string[], allowed: string[] = []) {
  return said.superRefine((sentence, context) => {
    const found = new Set([...sentence.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name));
    for (const name of needed) {
      if (!found.has(name)) context.addIssue({ code: "custom", message: `has no {${name}}` });
    }
    for (const name of found) {
      if (needed.includes(name) || allowed.includes(name)) continue;
      context.addIssue({ code: "custom", message: `{${name}} is not known here` });
    }
  });
}

export const listShape = z.strictObject({
  separator: said,
  and: said,
  andBefore: said.optional(),
  before: z.array(said).optional(),
});

const words = z.string().trim().min(1).max(200);
const named = z.record(z.string().regex(tagPattern, notATag), words);

/** The words of a language that we do not ship, checked like its file. */
export const givenShape = z.strictObject({
  name: words,
  article: holding(["n"]),
  page: holding(["n", "of"]),
  annex: words,
  contents: words,
  signatures: words,
  seal: words,
  digest: words,
  list: listShape,
  opening: words,
  closing: holding(["place", "languages"], ["originals"]),
  prevailing: holding(["prevailing"]).optional(),
  names: named,
  calledIn: named.optional(),
}) satisfies z.ZodType<GivenLanguage>;

type Wanted = { languages: string[]; prevailing?: string | undefined; given?: Given | undefined };

/**
 * What is missing so that each text of an agreement can be closed, with its pointer in a request: the words of a language
 * that has no file, a name of one of the languages, a formula for the text that prevails.
 */
export function givenFaults({ languages, prevailing, given = {} }: Wanted): Fault[] {
  const strange = Object.keys(given)
    .filter((language) => !languages.includes(language))
    .map((language) => fault(language, "", "is not a language of the agreement"));
  return [...strange, ...languages.flatMap((language) => faultsOf(language))];

  function faultsOf(language: string): Fault[] {
    const own = given[language];
    if (own && hasFormula(language)) {
      return [fault(language, "", "has words of its own, which are used")];
    }
    if (!own) return [];
    const hidden = charactersOf(own, language);
    const nameless = languages
      .filter((one) => findKey(one, (key) => Object.hasOwn(own.names, key)) === undefined)
      .map((one) => fault(language, `/names/${one}`, "is missing"));
    const called = languages
      .filter((one) => one !== language && !given[one] && own.calledIn?.[one] === undefined)
      .map((one) => fault(language, `/calledIn/${one}`, "is missing"));
    const prevails =
      prevailing && !own.prevailing ? [fault(language, "/prevailing", "is missing")] : [];
    return [...hidden, ...nameless, ...called, ...prevails];
  }
}

/** What may not stand in the words, or cannot be printed: they are printed around the text, and no version holds them. */
function charactersOf(own: GivenLanguage, language: string): Fault[] {
  return stringsIn(own).flatMap(({ path, words }) => {
    const found = faultsIn(words, { kind: "title", language });
    return [...found, ...unprintableIn(words)].map(({ detail }) => fault(language, path, detail));
  });
}

function stringsIn(value: unknown, path = ""): { path: string; words: string }[] {
  if (typeof value === "string") return [{ path, words: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => stringsIn(one, `${path}/${key}`));
}

function unprintableIn(words: string): Fault[] {
  try {
    checkPrintable(words);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.extra.errors ?? [];
  }
}

function fault(language: string, path: string, detail: string): Fault {
  return { pointer: `/words/${language}${path}`, detail };
}
