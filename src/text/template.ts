import { z } from "zod";
import { sha256 } from "#src/digest.ts";
import { type Fault, Refusal } from "#src/errors.ts";
import type { Terms } from "#workflows/terms.ts";
import { parseText } from "./markdown.ts";
import { readYaml } from "./read-yaml.ts";
import { sameShape } from "./same-shape.ts";
import { unclosed, undeclared, unequallyUsed, untranslated } from "./template-faults.ts";
import { someTerms } from "./terms.ts";

/** A kind of instrument that a lawyer has written: its words per language and what must be filled in. */
export type Template = {
  name: string;
  /** Who has reviewed the words; `none` until a person has. */
  reviewed: string;
  title: Record<string, string>;
  languages: string[];
  minimumParties: number;
  variables: Record<string, Variable>;
  /** What its final clauses mean to the law; what is not said is `ordinaryTerms`. */
  terms: Partial<Terms>;
  /** Markdown with `{{placeholders}}`, by language. */
  texts: Record<string, string>;
};

export type Variable = z.infer<typeof variable>;

const words = z.record(z.string(), z.string().min(1));
const common = { label: words, description: words.optional(), required: z.boolean().optional() };

const variable = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), default: z.string().optional(), ...common }),
  z.strictObject({ type: z.literal("date"), default: z.iso.date().optional(), ...common }),
  z.strictObject({
    type: z.enum(["money", "language", "party"]),
    default: z.string().optional(),
    ...common,
  }),
  z.strictObject({
    type: z.literal("number"),
    default: z.int().optional(),
    minimum: z.int().optional(),
    maximum: z.int().optional(),
    ...common,
  }),
  z.strictObject({
    type: z.literal("choice"),
    default: z.string().optional(),
    /** The words of each choice, by its key and language. */
    choices: z.record(z.string(), words),
    ...common,
  }),
]);

const shape = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  reviewed: z.string(),
  title: words,
  languages: z.array(z.string()).min(1),
  parties: z.strictObject({ minimum: z.int().min(1) }).default({ minimum: 2 }),
  variables: z.record(z.string().regex(/^[a-z][a-z_]*$/), variable).default({}),
  terms: someTerms.default({}),
});

const file = "template.yaml";

/** What every template may use without declaring it. */
export const generated = ["parties", "languages", "reference", "testimonium"];

/**
 * Reads a template's folder: `template.yaml` and `<language>.md` for each of its languages.
 * @throws Refusal `invalid-template` with file and line: a missing text, a placeholder that is not
 * declared or not in every language, a choice without words in a language, language versions that are not
 * built alike
 */
export function parseTemplate(files: Record<string, string>): Template {
  const read = readYaml(files[file] ?? "", file, shape);
  if ("faults" in read) throw refused(read.faults);
  const { parties, ...template } = read.data;
  const faults: Fault[] = [];
  const texts: Record<string, string> = {};
  for (const language of template.languages) {
    const text = files[`${language}.md`];
    if (text === undefined) faults.push({ file: `${language}.md`, detail: "is missing" });
    else texts[language] = text;
  }
  faults.push(...undeclared(texts, [...Object.keys(template.variables), ...generated]));
  faults.push(...untranslated(template), ...unclosed(texts));
  if (faults.length === 0) faults.push(...unequallyUsed(texts), ...sameShape(parseAll(texts)));
  if (faults.length > 0) throw refused(faults);
  return {
    ...template,
    terms: template.terms as Partial<Terms>,
    minimumParties: parties.minimum,
    texts,
  };
}

function parseAll(texts: Record<string, string>) {
  return Object.entries(texts).map(([language, text]) => {
    try {
      return parseText(text, language);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw refused(
        (error.extra.errors ?? []).map((fault) => ({ file: `${language}.md`, ...fault })),
      );
    }
  });
}

function refused(errors: Fault[]): Refusal {
  return new Refusal("invalid-template", "The template cannot be used.", { errors });
}

/** The sha-256 (hex) of a template's files: what an agreement pins. */
export function templateDigest(files: Record<string, string>): Promise<string> {
  return sha256(canonicalFiles(files));
}

/** Each file by its name and length, sorted: no two sets of files look the same. */
function canonicalFiles(files: Record<string, string>): string {
  return Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => `${name} ${content.length}\n${content}\n`)
    .join("");
}
