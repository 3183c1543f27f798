import { join } from "node:path";
import { splitTemplates } from "#src/templates/publish.ts";
import type { Text } from "#src/text/articles.ts";
import { fillTemplate } from "#src/text/fill-template.ts";
import { parseText } from "#src/text/markdown.ts";
import { parseTemplate } from "#src/text/parse-template.ts";
import { knownParties } from "#src/text/party-name.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { resolveTemplate, termsOf } from "#src/text/resolve-template.ts";
import type { Template } from "#src/text/template.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";

const folder = await readFolder(join(import.meta.dirname, "../../../templates"));

/** The templates that ship with final clauses, by name; the blank one has none. */
export const shipped: Template[] = Object.values(splitTemplates(folder))
  .map(parseTemplate)
  .filter(({ name }) => name !== "blank-agreement");

/** Every combination of clauses that a template allows. */
export function combinationsOf({ clauses }: Template): Record<string, string>[] {
  return Object.entries(clauses).reduce<Record<string, string>[]>(
    (made, [topic, { allowed }]) =>
      made.flatMap((chosen) => Object.keys(allowed).map((name) => ({ ...chosen, [topic]: name }))),
    [{}],
  );
}

const perLanguage = (words: string) =>
  Object.fromEntries(["en", "ru", "ar", "kk", "fr"].map((language) => [language, words]));

/** Values for the variables that no default fills. */
const needed: Record<string, unknown> = {
  place: perLanguage("Astana"),
  entry_date: "2027-05-01",
  amended_title: perLanguage("X 1999"),
  amended_reference: "ACSH/2020/001",
  amended_place: perLanguage("Astana"),
  amended_date: "2020-03-01",
  amended_article: 5,
};

export type Shipped = { texts: Text[]; terms: Terms };

/** A template's texts in its languages and the terms they are recorded with. */
export function textsOf(
  template: Template,
  clauses: Record<string, string>,
  values: Record<string, unknown> = {},
  { parties: number = 3 }: { parties?: number } = {},
): Shipped {
  const resolved = resolveTemplate(template, clauses);
  const known = Object.entries({ ...needed, ...values });
  const variables = Object.fromEntries(
    known.filter(([name]) => Object.hasOwn(resolved.variables, name)),
  );
  const prevailing = resolved.namesPrevailing ? "ru" : undefined;
  const terms = {
    ...ordinaryTerms,
    ...termsOf(resolved, variables),
    prevailing: prevailing ?? null,
  };
  const parties = knownParties.slice(0, Math.min(number, template.maximumParties ?? number));
  const { languages } = template;
  const filling = {
    languages,
    parties,
    variables,
    clauses,
    prevailing,
    reference: "ACSH/2026/001",
  };
  const texts = languages.map((language) => {
    return parseText(fillTemplate(template, { ...filling, language }), language);
  });
  return { texts, terms };
}
