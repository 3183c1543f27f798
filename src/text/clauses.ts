import { z } from "zod";
import type { Fault } from "#src/errors.ts";
import { type Instrument, nameInTexts } from "./instrument.ts";
import { readYaml } from "./read-yaml.ts";
import { type Variable, variablesShape, words } from "./variables.ts";

/** One wording of an article in the library, with its meaning to the law. */
export type Clause = {
  reviewed: string;
  /** The rule it is based on. */
  source: string;
  label: Record<string, string>;
  variables: Record<string, Variable>;
  /** Whether the words rely on a prevailing text that the agreement names (VCLT article 33(1)). */
  prevailing?: "named" | undefined;
  /** Terms as written; a value may be a placeholder. */
  terms: Record<string, unknown>;
  /** One article in Markdown, by language. */
  texts: Record<string, string>;
};

/** The alternatives that a template allows for one topic. */
export type Choice = { default: string; allowed: Record<string, Clause> };

export const clausesShape = z.record(
  z.string().regex(/^[a-z-]+$/),
  z.strictObject({
    default: z.string(),
    allowed: z.array(z.string().regex(/^[a-z-]+$/)).min(1),
  }),
);

export type ClausesNamed = z.infer<typeof clausesShape>;

const shape = z.strictObject({
  reviewed: z.string(),
  source: z.string().min(1),
  label: words,
  variables: variablesShape,
  prevailing: z.literal("named").optional(),
  terms: z.record(z.string(), z.unknown()).default({}),
});

/** The template that takes the clauses: its languages, and how it names itself in them. */
type Taking = { languages: string[]; instrument: Instrument };

/**
 * Reads the clauses that a template names from its files, stored as `clauses/<topic>/<alternative>/clause.yaml` and one
 * Markdown per language.
 */
export function readClauses(
  named: ClausesNamed,
  files: Record<string, string>,
  taking: Taking,
): { choices: Record<string, Choice>; faults: Fault[] } {
  const faults: Fault[] = [];
  const choices: Record<string, Choice> = {};
  for (const [topic, { default: preset, allowed }] of Object.entries(named)) {
    const read = allowed.map((alternative) => {
      const found = readClause(`clauses/${topic}/${alternative}`, files, taking);
      faults.push(...found.faults);
      return [alternative, found.clause] as const;
    });
    if (!allowed.includes(preset)) {
      const detail = `clauses.${topic}.default: is not among those allowed`;
      faults.push({ file: "template.yaml", detail });
    }
    choices[topic] = { default: preset, allowed: Object.fromEntries(read) };
  }
  return { choices, faults };
}

function readClause(
  folder: string,
  files: Record<string, string>,
  { languages, instrument }: Taking,
) {
  const file = `${folder}/clause.yaml`;
  const yaml = files[file];
  const written = languages.map((language) => [language, files[`${folder}/${language}.md`] ?? ""]);
  const { texts, faults } = nameInTexts(Object.fromEntries(written), instrument, `${folder}/`);
  const empty: Clause = { reviewed: "", source: "", label: {}, variables: {}, terms: {}, texts };
  if (yaml === undefined) return { clause: empty, faults: [{ file, detail: "is missing" }] };
  faults.push(
    ...languages
      .filter((language) => files[`${folder}/${language}.md`] === undefined)
      .map((language) => ({ file: `${folder}/${language}.md`, detail: "is missing" })),
  );
  const read = readYaml(yaml, file, shape);
  if ("faults" in read) return { clause: empty, faults: [...faults, ...read.faults] };
  return { clause: { ...read.data, texts }, faults };
}

/** The library files that a template's `template.yaml` names, to be published with it. */
export function clauseFiles(
  templateYaml: string,
  library: Record<string, string>,
): Record<string, string> {
  const read = readYaml(templateYaml, "template.yaml", z.looseObject({ clauses: clausesShape }));
  if ("faults" in read) return {};
  const folders = Object.entries(read.data.clauses).flatMap(([topic, { allowed }]) =>
    allowed.map((alternative) => `clauses/${topic}/${alternative}/`),
  );
  return Object.fromEntries(
    Object.entries(library).filter(([path]) => folders.some((folder) => path.startsWith(folder))),
  );
}
