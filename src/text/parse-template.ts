import { z } from "zod";
import { sha256 } from "#src/bytes/sha256.ts";
import { type Fault, Refusal } from "#src/errors.ts";
import { clauseFaults } from "./clause-faults.ts";
import { clausesShape, readClauses } from "./clauses.ts";
import { decisionFaults } from "./decided-terms.ts";
import { instrumentShape, nameInTexts } from "./instrument.ts";
import { anyLanguage } from "./language/given.ts";
import { parseText } from "./markdown.ts";
import { readYaml } from "./read-yaml.ts";
import { resolveTemplate, termsOf } from "./resolve-template.ts";
import { sameShape } from "./same-shape.ts";
import type { Template } from "./template.ts";
import {
  impossibleValues,
  looseBraces,
  unclosed,
  undeclared,
  unequallyUsed,
  untranslated,
  unused,
} from "./template-faults.ts";
import { type Variable, variablesShape, words } from "./variables.ts";

const shape = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  reviewed: z.string(),
  title: words,
  languages: z.array(z.string()).min(1),
  instrument: instrumentShape.default("agreement"),
  parties: z
    .strictObject({ minimum: z.int().min(1), maximum: z.int().min(2).optional() })
    .default({ minimum: 2 }),
  variables: variablesShape,
  clauses: clausesShape.default({}),
  terms: z.record(z.string(), z.unknown()).default({}),
});

const file = "template.yaml";

export type { Variable } from "./variables.ts";

/** Placeholders that every template may use without declaring them. */
export const generated = ["parties", "languages", "reference", "testimonium"];

/**
 * Reads a template's folder: `template.yaml` and `<language>.md` for each of its languages.
 * @throws Refusal `invalid-template` with file and line: a missing text, a placeholder that is not declared or not in
 * every language, a choice without words in a language, language versions with different structures
 */
export function parseTemplate(files: Record<string, string>): Template {
  const read = readYaml(files[file] ?? "", file, shape);
  if ("faults" in read) throw refused(read.faults);
  const { parties, clauses: named, instrument, ...own } = read.data;
  const faults: Fault[] = [];
  const written: Record<string, string> = {};
  for (const language of own.languages) {
    const text = files[`${language}.md`];
    if (text === undefined) faults.push({ file: `${language}.md`, detail: "is missing" });
    else written[language] = text;
  }
  const { texts, faults: unnamed } = nameInTexts(written, instrument);
  const { choices: clauses, faults: ofClauses } = readClauses(named, files, {
    languages: own.languages,
    instrument,
  });
  const placeholders = Object.keys(named).map((topic) => `clause:${topic}`);
  faults.push(...unnamed, ...ofClauses, ...unused(placeholders, texts));
  const declared = [...Object.keys(own.variables), ...generated, ...placeholders];
  faults.push(...undeclared(texts, declared, own.variables));
  faults.push(...looseBraces(texts), ...impossibleValues(own.variables));
  faults.push(...untranslated(own), ...unclosed(texts));
  const begun = files["any.md"];
  if (begun !== undefined) faults.push(...undeclared({ any: begun }, [...generated, "opening"]));
  const { minimum: minimumParties, maximum: maximumParties = null } = parties;
  const template = { ...own, texts, clauses, minimumParties, maximumParties };
  if (faults.length === 0) {
    faults.push(...clauseFaults(template), ...decisionFaults(template), ...unequallyUsed(texts));
  }
  if (faults.length === 0) {
    const whole = resolveTemplate(template);
    faults.push(...sameShape(parseAll(whole.texts)));
    for (const values of eachChoice(whole.variables)) termsOf(whole, values);
  }
  if (faults.length > 0) throw refused(faults);
  return begun === undefined
    ? template
    : { ...template, texts: { ...texts, [anyLanguage]: begun } };
}

/** The defaults, and each choice once. */
function eachChoice(variables: Record<string, Variable>): Record<string, string>[] {
  const one = Object.entries(variables).flatMap(([name, variable]) =>
    variable.type === "choice"
      ? Object.keys(variable.terms ?? {}).map((key) => ({ [name]: key }))
      : [],
  );
  return [{}, ...one];
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

/** The sha-256 (hex) of a template's files, which an agreement pins. */
export function templateDigest(files: Record<string, string>): Promise<string> {
  return sha256(canonicalFiles(files));
}

/** Each file by its name and length, sorted, so that different sets of files never serialize alike. */
function canonicalFiles(files: Record<string, string>): string {
  return Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => `${name} ${content.length}\n${content}\n`)
    .join("");
}
