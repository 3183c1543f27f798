import type { Fault } from "#src/errors.ts";
import { byNumber } from "./fill-places.ts";
import { hasDateForm } from "./format-date.ts";
import { formsIn } from "./noun.ts";
import { hasNumberForm } from "./numbers/number-words.ts";
import type { Template } from "./template.ts";
import { hasFormula } from "./testimonium.ts";
import type { Variable } from "./variables.ts";

const file = "template.yaml";
const place = /\{\{([^{}]*)\}\}/g;

/** Placeholders that are neither variables nor always available, or that ask for a form which the value has not. */
export function undeclared(
  texts: Record<string, string>,
  names: string[],
  variables: Record<string, Variable> = {},
): Fault[] {
  return Object.entries(texts).flatMap(([language, text]) =>
    text.split("\n").flatMap((line, index) =>
      [...line.matchAll(place)].flatMap(([whole, asked = ""]) => {
        const { name, form, choice } = namedIn(asked);
        const detail = names.includes(name)
          ? (choiceFault(name, choice) ?? formFault({ name, form, language }, variables[name]))
          : "is not declared";
        if (detail === null) return [];
        return [{ file: `${language}.md`, line: index + 1, detail: `${whole} ${detail}` }];
      }),
    ),
  );
}

/** Braces that do not close, or close nothing: they would print as they stand. */
export function looseBraces(texts: Record<string, string>): Fault[] {
  return Object.entries(texts).flatMap(([language, text]) =>
    text.split("\n").flatMap((line, index) => {
      const [loose] = line.replaceAll(place, "").match(/\{\{|\}\}/) ?? [];
      if (!loose) return [];
      const detail = `${loose} is not part of a placeholder such as {{place}}`;
      return [{ file: `${language}.md`, line: index + 1, detail }];
    }),
  );
}

/** Bounds that no value meets, and defaults outside them. */
export function impossibleValues(variables: Record<string, Variable>, where = file): Fault[] {
  return Object.entries(variables).flatMap(([name, variable]) => {
    const detail = impossibleIn(variable);
    return detail ? [{ file: where, detail: `variables.${name}.${detail}` }] : [];
  });
}

function impossibleIn(variable: Variable): string | null {
  if (variable.type === "choice") {
    const { default: preset, choices } = variable;
    const known = preset === undefined || Object.hasOwn(choices, preset);
    return known ? null : `default: is not one of ${Object.keys(choices).join(", ")}`;
  }
  if (variable.type !== "number") return null;
  const { minimum = -Infinity, maximum = Infinity, default: preset = minimum } = variable;
  if (minimum > maximum) return `minimum: is above the maximum, ${maximum}`;
  const within = preset === -Infinity || (preset >= minimum && preset <= maximum);
  return within ? null : `default: is not from ${minimum} to ${maximum}`;
}

/**
 * The variable that a placeholder asks for, the form after its colon, and the choice after its bar. A clause is named
 * with its colon.
 */
function namedIn(asked: string): { name: string; form: string | null; choice: string | null } {
  const bar = asked.indexOf("|");
  if (bar >= 0) return { name: asked.slice(0, bar), form: null, choice: asked.slice(bar) };
  const [, name = asked, form = null] =
    (asked.startsWith("clause:") ? null : asked.match(/^([^:]*):(.*)$/)) ?? [];
  return { name, form, choice: null };
}

/** Only the number of parties chooses words in a text, and both must be there. */
function choiceFault(name: string, choice: string | null): string | null {
  if (choice === null) return null;
  if (name !== "parties") return "chooses by what has no number: parties alone can";
  const branches = Object.keys(byNumber(choice)).sort().join();
  return branches === "else,two" ? null : "must have the branches two and else, and no others";
}

function formFault(
  { name, form, language }: { name: string; form: string | null; language: string },
  variable: Variable | undefined,
): string | null {
  if (form === null) return null;
  const none = `asks for a form that ${language} does not have`;
  if (variable?.type === "date") return hasDateForm(form, language) ? null : none;
  if (variable?.type === "party") {
    return formsIn(language).some((one) => one === form) ? null : none;
  }
  if (variable?.type !== "number") return `asks for a form, which ${name} has in no language`;
  if (!hasNumberForm(form, language)) return none;
  const bounded = variable.maximum !== undefined && variable.maximum <= 999;
  return form.startsWith("ordinal") && !bounded ? "needs a maximum of at most 999" : null;
}

/** Clauses that the template names but no text contains. */
export function unused(placeholders: string[], texts: Record<string, string>): Fault[] {
  return placeholders
    .filter((name) => !Object.values(texts).some((text) => text.includes(`{{${name}}}`)))
    .map((name) => ({ file, detail: `{{${name}}} stands in no text` }));
}

/** Titles and choices that lack words in one of the languages: they would print in another. */
export function untranslated(
  { title, languages, variables }: Pick<Template, "title" | "languages" | "variables">,
  where = file,
): Fault[] {
  const worded = Object.entries(variables).flatMap(([name, variable]) =>
    variable.type === "choice"
      ? Object.entries(variable.choices).map(([key, words]) => ({
          path: `variables.${name}.choices.${key}`,
          words,
        }))
      : [],
  );
  return [{ path: "title", words: title }, ...worded].flatMap(({ path, words }) =>
    languages
      .filter((language) => !words[language])
      .map((language) => ({ file: where, detail: `${path}.${language}: is missing` })),
  );
}

/** Texts whose lists or closing formula would be in another language's words. */
export function unclosed(texts: Record<string, string>): Fault[] {
  return Object.entries(texts)
    .filter(([, text]) => /\{\{(?:parties|languages|testimonium)\}\}/.test(text))
    .filter(([language]) => !hasFormula(language))
    .map(([language]) => ({
      file: `${language}.md`,
      detail: "templates/languages has no closing formula in this language",
    }));
}

/** A placeholder that one language has and another lacks: some readers would not see its value. */
export function unequallyUsed(texts: Record<string, string>): Fault[] {
  const used = Object.entries(texts).map(([language, text]) => ({
    language,
    names: new Set(
      [...text.matchAll(place)]
        .map(([, asked = ""]) => namedIn(asked))
        .filter(({ choice }) => choice === null)
        .map(({ name }) => `{{${name}}}`),
    ),
  }));
  const all = new Map(
    used.flatMap(({ language, names }) => [...names].map((name) => [name, language] as const)),
  );
  return used.flatMap(({ language, names }) =>
    [...all]
      .filter(([name]) => !names.has(name))
      .map(([name, from]) => ({
        file: `${language}.md`,
        detail: `${name} is missing, ${from}.md has it`,
      })),
  );
}
