import type { Fault } from "#src/errors.ts";
import type { Template } from "./template.ts";
import { hasFormula } from "./testimonium.ts";

const file = "template.yaml";
const placeholder = /\{\{([^{}]*)\}\}/g;

/** Placeholders that are neither variables nor always available. */
export function undeclared(texts: Record<string, string>, names: string[]): Fault[] {
  return Object.entries(texts).flatMap(([language, text]) =>
    text.split("\n").flatMap((line, index) =>
      [...line.matchAll(placeholder)]
        .filter(([, asked = ""]) => !names.includes(asked))
        .map(([whole]) => ({
          file: `${language}.md`,
          line: index + 1,
          detail: `${whole} is not declared`,
        })),
    ),
  );
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
    names: new Set([...text.matchAll(placeholder)].map(([whole]) => whole)),
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
