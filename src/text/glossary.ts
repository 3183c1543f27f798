import { z } from "zod";
import { type Fault, Refusal } from "#src/errors.ts";
import { languagesOf } from "./languages.ts";
import { readYaml } from "./read-yaml.ts";

const file = "glossary.yaml";
const words = z.string().trim().min(1);

/** Words that must not stand for a term. `words` may hold `*` for any letters, and several words with a space. */
const forbidden = z.strictObject({
  words,
  /** Phrases in which the words are right. */
  except: z.array(words).optional(),
  /** Parts of a file's path or a key: the words are wrong only there. */
  where: z.array(words).optional(),
  /** What to write, if it is not the term itself. */
  say: words.optional(),
});

const inLanguage = z.strictObject({
  use: words,
  forms: z.array(words).optional(),
  not: z.array(z.union([words, forbidden])).optional(),
});

const term = z
  .object({
    /** The convention, law or usage that the words come from. */
    source: words,
    why: words.optional(),
    /** Whether every language must use the term where the English does. */
    concordant: z.boolean().optional(),
  })
  .catchall(inLanguage);

const shape = z.strictObject({ terms: z.record(z.string(), term) });

export type Forbidden = z.infer<typeof forbidden>;

/** A term in one language: the words to use, the forms that count as it, and what must not stand for it. */
export type TermIn = { use: string; forms: string[]; not: Forbidden[] };

export type Term = {
  key: string;
  source: string;
  why: string | null;
  concordant: boolean;
  /** By BCP 47 language. */
  in: Record<string, TermIn>;
};

/**
 * Reads `templates/glossary.yaml`.
 * @throws Refusal `invalid-template` with file, line and column if it is not in the shape of a glossary, or if a term
 *   lacks one of the languages in which the service writes
 */
export function parseGlossary(yaml: string): Term[] {
  const read = readYaml(yaml, file, shape);
  const faults = "faults" in read ? read.faults : missing(read);
  if ("faults" in read || faults.length > 0) {
    throw new Refusal("invalid-template", "The glossary cannot be used.", { errors: faults });
  }
  return Object.entries(read.data.terms).map(
    ([key, { source, why, concordant, ...languages }]) => ({
      key,
      source,
      why: why ?? null,
      concordant: concordant ?? false,
      in: Object.fromEntries(
        Object.entries(languages).map(([language, { use, forms, not }]) => [
          language,
          {
            use,
            forms: forms ?? [],
            not: (not ?? []).map((one) => (typeof one === "string" ? { words: one } : one)),
          },
        ]),
      ),
    }),
  );
}

/** The glossary among the files of the templates' folder; refused if it is absent. */
export function expectGlossary(files: Record<string, string>): Term[] {
  const yaml = files[file];
  if (yaml !== undefined) return parseGlossary(yaml);
  const errors = [{ file, detail: "is missing" }];
  throw new Refusal("invalid-template", "The templates have no glossary.", { errors });
}

type Read = Extract<ReturnType<typeof readYaml<z.infer<typeof shape>>>, { data: unknown }>;

function missing({ data, faultAt }: Read): Fault[] {
  return Object.entries(data.terms).flatMap(([key, entry]) =>
    languagesOf("letters")
      .filter((language) => entry[language] === undefined)
      .map((language) => faultAt(["terms", key, language], `terms.${key}.${language}: is missing`)),
  );
}
