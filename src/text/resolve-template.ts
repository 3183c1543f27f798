import { Refusal } from "#src/errors.ts";
import type { Terms } from "#workflows/terms.ts";
import type { Clause } from "./clauses.ts";
import { decidedTerms } from "./decided-terms.ts";
import { fillPlaceholders } from "./fill-placeholders.ts";
import type { Template } from "./template.ts";
import { someTerms } from "./terms.ts";
import type { Variable } from "./variables.ts";

/** The alternative chosen for each topic; an omitted topic has the template's own default. */
export type Chosen = Record<string, string>;

/** A template with its clauses chosen: its texts are complete, and it needs their variables too. */
export type Resolved = Omit<Template, "clauses"> & {
  terms: Record<string, unknown>;
  /** Whether a clause relies on a prevailing text that the agreement names. */
  namesPrevailing: boolean;
};

/**
 * Puts the chosen clauses into a template's texts.
 * @throws Refusal `invalid-variables` with a pointer to a topic or alternative that the template does not allow
 */
export function resolveTemplate(template: Template, chosen: Chosen = {}): Resolved {
  const { clauses: choices, ...own } = template;
  const unknown = Object.keys(chosen).find((topic) => !Object.hasOwn(choices, topic));
  if (unknown !== undefined) throw refused(unknown, "is not a clause of the template");
  const clauses = Object.entries(choices).map(([topic, { default: preset, allowed }]) => {
    const name = chosen[topic] ?? preset;
    const clause = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (!clause) throw refused(topic, `is not one of ${Object.keys(allowed).join(", ")}`);
    return [topic, clause] as const;
  });
  const variables = clauses.map(([, clause]) => clause.variables);
  const terms = clauses.map(([, clause]) => clause.terms);
  return {
    ...own,
    variables: Object.assign({}, own.variables, ...variables),
    terms: Object.assign({}, own.terms, ...terms),
    namesPrevailing: clauses.some(([, clause]) => clause.prevailing === "named"),
    texts: Object.fromEntries(
      Object.entries(own.texts).map(([language, text]) => [language, put(text, language, clauses)]),
    ),
  };
}

function put(text: string, language: string, clauses: (readonly [string, Clause])[]): string {
  const byTopic = new Map(clauses);
  return text.replaceAll(/^\{\{clause:([a-z-]+)\}\}$/gm, (whole, topic: string) => {
    return byTopic.get(topic)?.texts[language]?.trim() ?? whole;
  });
}

/**
 * The meaning to the law of the text with its variables' values.
 * @throws Refusal `invalid-template` for a term that is unknown or of another type
 */
export function termsOf(
  { terms, variables }: Pick<Resolved, "terms" | "variables">,
  values: Record<string, unknown>,
): Partial<Terms> {
  const whole = { ...terms, ...decidedTerms(variables, values) };
  const filled = fillPlaceholders(whole, (name) => values[name] ?? standIn(variables[name]));
  const read = someTerms.safeParse(filled);
  if (read.success) return read.data as Partial<Terms>;
  throw new Refusal("invalid-template", "The template's terms cannot be read.", {
    errors: read.error.issues.map(({ path, message }) => ({
      file: "template.yaml",
      detail: ["terms", ...path].join(".").concat(`: ${message}`),
    })),
  });
}

/** The default, or if there is none the minimum that the type allows, so that terms can be checked early. */
function standIn(variable: Variable | undefined): unknown {
  if (variable?.default !== undefined) return variable.default;
  if (variable?.type === "number") return variable.minimum ?? 1;
  return variable?.type === "date" ? "2000-01-01" : undefined;
}

function refused(topic: string, detail: string): Refusal {
  return new Refusal("invalid-variables", "The template cannot be filled.", {
    errors: [{ pointer: `/clauses/${topic}`, detail }],
  });
}
