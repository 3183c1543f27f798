import type { Fault } from "#src/errors.ts";
import { Refusal } from "#src/errors.ts";
import type { Clause } from "./clauses.ts";
import { parseText } from "./markdown.ts";
import { termsOf } from "./resolve-template.ts";
import { sameShape } from "./same-shape.ts";
import type { Template } from "./template.ts";
import {
  impossibleValues,
  looseBraces,
  undeclared,
  unequallyUsed,
  untranslated,
} from "./template-faults.ts";

const always = ["parties", "languages", "reference", "testimonium"];

/**
 * Faults of the clauses that a template uses: not exactly one article, a different structure in another language, an
 * undeclared placeholder, terms that the law does not know, a variable that two of them declare.
 */
export function clauseFaults(template: Template): Fault[] {
  const faults: Fault[] = [];
  const owners = new Map(Object.keys(template.variables).map((name) => [name, "template.yaml"]));
  for (const [topic, { allowed }] of Object.entries(template.clauses)) {
    for (const [alternative, clause] of Object.entries(allowed)) {
      const folder = `clauses/${topic}/${alternative}`;
      faults.push(...faultsOf(clause, folder, template.languages));
      for (const name of Object.keys(clause.variables)) {
        const owner = owners.get(name);
        if (owner && !owner.startsWith(`clauses/${topic}/`)) {
          const detail = `variables.${name}: is declared in ${owner} too`;
          faults.push({ file: `${folder}/clause.yaml`, detail });
        } else owners.set(name, `${folder}/clause.yaml`);
      }
    }
  }
  return faults;
}

function faultsOf(clause: Clause, folder: string, languages: string[]): Fault[] {
  const { texts, variables } = clause;
  const within = (found: Fault[]) =>
    found.map((fault) => ({ ...fault, file: `${folder}/${fault.file}` }));
  const names = [...Object.keys(variables), ...always];
  const faults = [
    ...within(undeclared(texts, names, variables)),
    ...within(looseBraces(texts)),
    ...within(unequallyUsed(texts)),
    ...impossibleValues(variables, `${folder}/clause.yaml`),
    ...untranslated({ title: clause.label, languages, variables }, `${folder}/clause.yaml`),
    ...termFaults(clause, `${folder}/clause.yaml`),
  ];
  const parsed = languages.flatMap((language) => {
    try {
      const text = parseText(`# Title\n\n${texts[language] ?? ""}`, language);
      if (text.articles.length === 1 && text.preamble.length === 0) return [text];
      faults.push({ file: `${folder}/${language}.md`, detail: "is not exactly one article" });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const errors = error.extra.errors ?? [];
      const up = (line = 1) => Math.max(line - 2, 1);
      faults.push(
        ...errors.map((one) => ({ ...one, file: `${folder}/${language}.md`, line: up(one.line) })),
      );
    }
    return [];
  });
  return [...faults, ...within(sameShape(parsed))];
}

function termFaults(clause: Clause, file: string): Fault[] {
  try {
    termsOf(clause, {});
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return (error.extra.errors ?? []).map((fault) => ({ ...fault, file }));
  }
}
