import { type Fault, Refusal } from "#src/errors.ts";
import { formatDate } from "./format-date.ts";
import { type KnownParty, partyName } from "./party-name.ts";
import { checkText } from "./policy.ts";
import type { Template, Variable } from "./template.ts";
import { joinWords, languageList, testimonium } from "./testimonium.ts";

export type Filling = {
  language: string;
  /** The agreement's authentic languages, in order. */
  languages: string[];
  prevailing?: string | undefined;
  /** In protocol order. */
  parties: Pick<KnownParty, "code" | "names">[];
  variables: Record<string, unknown>;
  reference: string;
};

/**
 * A language's text filled from its template. Values are data: Markdown, HTML or braces in them are
 * printed as they stand.
 * @throws Refusal `missing-text` for a language the template lacks; `invalid-variables` with a pointer to
 * each value that is missing, unknown or not of its type
 */
export function fillTemplate(template: Template, filling: Filling): string {
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
  values.testimonium = literal(testimonium({ ...filling, place }));
  return text.replaceAll(/\{\{([a-z_]+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

function checkVariables(template: Template, filling: Filling): Record<string, string> {
  const { parties, variables, language } = filling;
  const faults: Fault[] = Object.keys(variables)
    .filter((name) => !(name in template.variables))
    .map((name) => ({
      pointer: `/variables/${name}`,
      detail: "is not a variable of the template",
    }));
  if (parties.length < template.minimumParties) {
    const detail = `at least ${template.minimumParties} parties are needed`;
    faults.push({ pointer: "/parties", detail });
  }
  const values: Record<string, string> = {};
  for (const [name, variable] of Object.entries(template.variables)) {
    const value = variables[name] ?? variable.default;
    const detail = value === undefined ? "is missing" : whyNot(variable, value);
    if (value === undefined && variable.required === false) values[name] = "";
    else if (detail) faults.push({ pointer: `/variables/${name}`, detail });
    else values[name] = literal(inWords(variable, value as string | number, language));
  }
  if (faults.length > 0) {
    throw new Refusal("invalid-variables", "The template cannot be filled.", { errors: faults });
  }
  return values;
}

function whyNot(variable: Variable, value: unknown): string | null {
  if (variable.type === "number") {
    if (!Number.isSafeInteger(value)) return "is not a whole number";
    const { minimum = -Infinity, maximum = Infinity } = variable;
    return Number(value) < minimum || Number(value) > maximum
      ? `is not from ${minimum} to ${maximum}`
      : null;
  }
  if (typeof value !== "string" || value.trim() === "") return "is not a text";
  if (variable.type === "choice") {
    const keys = Object.keys(variable.choices);
    return keys.includes(value) ? null : `is not one of ${keys.join(", ")}`;
  }
  if (variable.type === "date") return formatDate(value, "en") ? null : "is not a date, 2026-11-23";
  return value.length > 1000 ? "is longer than 1000 characters" : null;
}

function inWords(variable: Variable, value: string | number, language: string): string {
  if (variable.type === "date") return formatDate(String(value), language) ?? "";
  if (variable.type === "choice") {
    const words = variable.choices[String(value)] ?? {};
    return words[language] ?? words.en ?? String(value);
  }
  return checkText(String(value), { kind: "title", language });
}

/** A value in which nothing is Markdown: it prints as it stands, also at the beginning of a line. */
function literal(value: string): string {
  return value
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[\\`*_[\]<>|&#]/g, "\\$&")
    .replace(/^([-+=~])/, "\\$1")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
