import { type Fault, Refusal } from "#src/errors.ts";
import type { Terms } from "#workflows/terms.ts";
import { literal } from "./literal.ts";
import { type KnownParty, partyName } from "./party-name.ts";
import { type Chosen, type Resolved, resolveTemplate } from "./resolve-template.ts";
import type { Template } from "./template.ts";
import { joinWords, languageList, testimonium } from "./testimonium.ts";
import { variableWords } from "./variable-words.ts";

export type Filling = {
  language: string;
  /** The agreement's authentic languages, in order. */
  languages: string[];
  prevailing?: string | undefined;
  /** In protocol order. */
  parties: Pick<KnownParty, "code" | "names">[];
  variables: Record<string, unknown>;
  /** The clause chosen for each topic; the template's own where none is. */
  clauses?: Chosen | undefined;
  /** Terms that differ from the template's. */
  terms?: Partial<Terms> | undefined;
  reference: string;
};

/**
 * A language's text filled from its template. Values are data: Markdown, HTML or braces in them are
 * printed as they stand.
 * @throws Refusal `missing-text` for a language the template lacks; `invalid-variables` with a pointer to
 * each value that is missing, unknown or not of its type
 */
export function fillTemplate(whole: Template, filling: Filling): string {
  const template = resolveTemplate(whole, filling.clauses);
  const { language, parties, languages, reference } = filling;
  const text = template.texts[language];
  if (text === undefined) {
    throw new Refusal("missing-text", `The template ${template.name} has no ${language} text.`, {
      errors: [
        { pointer: "/languages", detail: `the template has ${template.languages.join(", ")}` },
      ],
    });
  }
  const values: Record<string, string> = {
    ...checkVariables(template, filling),
    parties: joinWords(
      parties.map(({ code, names }) => literal(partyName({ code, name: names }, language))),
      language,
    ),
    languages: literal(languageList(languages, language)),
    reference: literal(reference),
  };
  const place = String(filling.variables.place ?? "").trim();
  const terms = { ...template.terms, ...filling.terms };
  const originals = (terms.alternat ?? "none") === "none" ? 1 : parties.length;
  values.testimonium = literal(
    testimonium({ ...filling, place, binding: terms.binding === true, originals }),
  );
  return text.replaceAll(/\{\{([a-z_]+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

function checkVariables(template: Resolved, filling: Filling): Record<string, string> {
  const { parties, variables } = filling;
  const faults: Fault[] = Object.keys(variables)
    .filter((name) => !Object.hasOwn(template.variables, name))
    .map((name) => ({
      pointer: `/variables/${name}`,
      detail: "is not a variable of the template",
    }));
  if (parties.length < template.minimumParties) {
    const detail = `at least ${template.minimumParties} parties are needed`;
    faults.push({ pointer: "/parties", detail });
  }
  if (template.maximumParties !== null && parties.length > template.maximumParties) {
    const detail = `at most ${template.maximumParties} parties take part`;
    faults.push({ pointer: "/parties", detail });
  }
  if (template.namesPrevailing && !filling.prevailing) {
    const detail = "the clause on languages counts on a prevailing text: name it";
    faults.push({ pointer: "/prevailing", detail });
  }
  const values: Record<string, string> = {};
  for (const [name, variable] of Object.entries(template.variables)) {
    const value = variables[name] ?? variable.default;
    if (value === undefined && variable.required === false) {
      values[name] = "";
      continue;
    }
    const printed =
      value === undefined ? { detail: "is missing" } : variableWords(variable, value, filling);
    if ("words" in printed) values[name] = literal(printed.words);
    else faults.push({ pointer: `/variables/${name}`, detail: printed.detail });
  }
  if (faults.length > 0) {
    throw new Refusal("invalid-variables", "The template cannot be filled.", { errors: faults });
  }
  return values;
}
