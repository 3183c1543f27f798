import { stringify } from "yaml";
import { z } from "zod";
import { type Fault, Refusal } from "#src/errors.ts";
import { type Headings, headings } from "#workflows/headings.ts";
import type { Given } from "./language/given.ts";
import { givenShape } from "./language/given-shape.ts";
import { notATag, tagPattern } from "./languages.ts";
import type { SourceParty } from "./party-name.ts";
import { checkText, faultsIn, type Place } from "./policy.ts";
import { readYaml } from "./read-yaml.ts";

export { partyName } from "./party-name.ts";

/** The input of typesetting, for `render` and in an agreement's export: `agreement.yaml` and a text per language. */
export type Source = {
  reference: string;
  /** By language, BCP 47. */
  title: Record<string, string>;
  /** The authentic texts, in order. */
  languages: string[];
  prevailing?: string;
  parties: SourceParty[];
  layout: "sequential" | "parallel";
  /** Markdown by language. */
  texts: Record<string, string>;
  /** The words of languages that we do not ship. */
  given?: Given;
  /** What the articles are called; articles by default. */
  headings?: Headings;
  /** An act of one party or of the depositary, which no other party signs. */
  act?: boolean;
  /** Whether the depositary seals the act, such as the page of a later signature. */
  sealed?: boolean;
};
const language = z.string().regex(tagPattern, notATag);
const words = z.record(language, z.string().min(1));

const form = z.string().min(1).optional();
const formShape = z.strictObject({
  genitive: form,
  accusative: form,
  gender: z.enum(["feminine", "masculine", "neuter", "plural"]).optional(),
  government: form,
});

const shape = z.strictObject({
  reference: z.string().min(1).max(100),
  title: words,
  languages: z.array(language).min(1),
  prevailing: language.optional(),
  parties: z
    .array(
      z
        .strictObject({
          code: z
            .string()
            .regex(/^[A-Z][A-Z0-9-]{0,15}$/, "is not a party's code")
            .optional(),
          name: words.optional(),
          forms: z.record(language, formShape).optional(),
          signatory: z.strictObject({ name: words, title: words.optional() }).optional(),
        })
        .refine(({ code, name }) => code !== undefined || name !== undefined, {
          message: "has neither a code nor a name",
        }),
    )
    .min(1),
  layout: z.enum(["sequential", "parallel"]).default("sequential"),
  given: z.record(language, givenShape).optional(),
  headings: z.enum(headings).optional(),
});

const file = "agreement.yaml";

/**
 * Reads a source folder's files: `agreement.yaml` and `<language>.md` for each language.
 * @throws Refusal `invalid-source` with file, line and column of each fault; `missing-text` for a language without its
 * file; `invalid-text` for forbidden characters in a text
 */
export function parseSource(files: Record<string, string>): Source {
  const yaml = files[file];
  if (yaml === undefined) throw refused([{ file, detail: "is missing" }]);
  const agreement = readAgreement(yaml);
  const missing = agreement.languages.filter((tag) => files[`${tag}.md`] === undefined);
  if (missing.length > 0) {
    throw new Refusal("missing-text", "A language has no text.", {
      errors: missing.map((tag) => ({ file: `${tag}.md`, detail: "is missing" })),
    });
  }
  const texts = Object.fromEntries(
    agreement.languages.map((tag) => [tag, readText(`${tag}.md`, files[`${tag}.md`] ?? "", tag)]),
  );
  return { ...agreement, texts };
}

/** The files of a source; the same source gives the same bytes, and `parseSource` reads them back. */
export function writeSource({ texts, ...agreement }: Source): Record<string, string> {
  const markdown = Object.entries(texts).map(([tag, text]) => [`${tag}.md`, text]);
  const { reference, title, languages, prevailing, parties, layout, given, headings } = agreement;
  const ordered = {
    reference,
    title,
    languages,
    ...(prevailing && { prevailing }),
    parties,
    layout,
    ...(given && { given }),
    ...(headings && { headings }),
  };
  return {
    [file]: stringify(ordered, { lineWidth: 0, aliasDuplicateObjects: false }),
    ...Object.fromEntries(markdown),
  };
}

function readAgreement(yaml: string): Omit<Source, "texts"> {
  const read = readYaml(yaml.normalize("NFC"), file, shape);
  if ("faults" in read) throw refused(read.faults);
  const { data, faultAt } = read;
  const { prevailing, parties, given, headings, ...rest } = data;
  const { languages, title } = rest;
  const faults: Fault[] = languages
    .filter((tag) => !title[tag])
    .map((tag) => faultAt(["title", tag], `title.${tag}: is missing`));
  if (prevailing && !languages.includes(prevailing)) {
    faults.push(faultAt(["prevailing"], "prevailing: is not one of the languages"));
  }
  if (new Set(languages).size < languages.length) {
    faults.push(faultAt(["languages"], "languages: names a language twice"));
  }
  if (faults.length > 0) throw refused(faults);
  const hidden = wordsOf(data).flatMap(({ path, words, place }) =>
    faultsIn(words, place).map(({ detail }) => faultAt(path, `${path.join(".")}: ${detail}`)),
  );
  if (hidden.length > 0) {
    const detail = "A name or a title holds characters that may not stand there.";
    throw new Refusal("invalid-text", detail, { errors: hidden.slice(0, 100) });
  }
  return {
    ...rest,
    ...(prevailing && { prevailing }),
    parties: parties as SourceParty[],
    ...(given && { given }),
    ...(headings && { headings }),
  };
}

/** Every name and title that is printed, with its place. */
function wordsOf({ reference, title, parties }: z.infer<typeof shape>) {
  const worded = [
    { path: ["title"] as PropertyKey[], words: title, kind: "title" as const },
    ...parties.flatMap(({ name = {}, forms = {}, signatory }, index) => {
      const path = ["parties", index];
      const cases = (form: "genitive" | "accusative" | "government") => ({
        path: [...path, "forms", form],
        words: Object.fromEntries(
          Object.entries(forms).flatMap(([tag, of]) => (of[form] ? [[tag, of[form]]] : [])),
        ),
        kind: "title" as const,
      });
      return [
        ...(["genitive", "accusative", "government"] as const).map(cases),
        { path: [...path, "name"], words: name, kind: "title" as const },
        {
          path: [...path, "signatory", "name"],
          words: signatory?.name ?? {},
          kind: "name" as const,
        },
        {
          path: [...path, "signatory", "title"],
          words: signatory?.title ?? {},
          kind: "title" as const,
        },
      ];
    }),
  ];
  const all = worded.flatMap(({ path, words, kind }) =>
    Object.entries(words).map(([language, words]) => {
      return { path: [...path, language], words, place: { kind, language } satisfies Place };
    }),
  );
  const place: Place = { kind: "title", language: "en" };
  return [...all, { path: ["reference"], words: reference, place }];
}

function readText(name: string, text: string, tag: string): string {
  try {
    return checkText(text, { kind: "body", language: tag });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = (error.extra.errors ?? []).map((fault) => ({ file: name, ...fault }));
    throw new Refusal(error.code, error.message, { errors });
  }
}

function refused(errors: Fault[]): Refusal {
  return new Refusal("invalid-source", "The source folder cannot be read.", { errors });
}
