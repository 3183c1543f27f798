import type { Fault } from "#src/errors.ts";
import { Refusal } from "#src/errors.ts";
import type { Clause } from "./clauses.ts";
import type { Template } from "./template.ts";
import type { Variable } from "./variables.ts";

type Variables = Record<string, Variable>;

/** The terms that the choices decide; a variable without a value has its default. */
export function decidedTerms(
  variables: Variables,
  values: Record<string, unknown>,
): Record<string, unknown> {
  const decided = Object.entries(variables).map(([name, variable]) => {
    if (variable.type !== "choice") return {};
    const chosen = String(values[name] ?? variable.default ?? "");
    const terms = variable.terms ?? {};
    return Object.hasOwn(terms, chosen) ? terms[chosen] : {};
  });
  return Object.assign({}, ...decided);
}

/**
 * Choices whose terms are unreliable: a missing or unknown choice, choices that do not decide the same terms, and a
 * term that is set elsewhere too, so that the record could contradict the text.
 */
export function decisionFaults(template: Pick<Template, "variables" | "terms" | "clauses">) {
  const faults: Fault[] = [];
  const owners = new Map(Object.keys(template.terms).map((term) => [term, "terms"]));
  for (const [topic, { allowed }] of Object.entries(template.clauses)) {
    for (const { terms } of Object.values(allowed)) {
      for (const term of Object.keys(terms)) owners.set(term, `clauses.${topic}`);
    }
  }
  const files: [string, Variables][] = [["template.yaml", template.variables]];
  for (const [topic, { allowed }] of Object.entries(template.clauses)) {
    for (const [name, clause] of Object.entries(allowed)) {
      files.push([`clauses/${topic}/${name}/clause.yaml`, clause.variables]);
    }
  }
  for (const [file, variables] of files) {
    for (const [name, variable] of Object.entries(variables)) {
      if (variable.type !== "choice" || !variable.terms) continue;
      faults.push(...choiceFaults(name, variable, owners).map((detail) => ({ file, detail })));
      for (const term of decidedBy(variable)) owners.set(term, `variables.${name}`);
    }
  }
  return faults;
}

type Deciding = Extract<Variable, { type: "choice" }>;

function choiceFaults(name: string, variable: Deciding, owners: Map<string, string>): string[] {
  const { choices, terms = {} } = variable;
  const where = `variables.${name}.terms`;
  const decided = decidedBy(variable);
  return [
    ...Object.keys(terms)
      .filter((key) => !Object.hasOwn(choices, key))
      .map((key) => `${where}.${key}: is not one of the choices`),
    ...Object.keys(choices).flatMap((key) =>
      decided
        .filter((term) => !Object.hasOwn(terms[key] ?? {}, term))
        .map((term) => `${where}.${key}.${term}: is missing`),
    ),
    ...decided.flatMap((term) => {
      const owner = owners.get(term);
      return owner
        ? [
            `${owner}${owner === "terms" ? `.${term}` : ""}: ${term} is decided by variables.${name}`,
          ]
        : [];
    }),
  ];
}

function decidedBy({ terms = {} }: Deciding): string[] {
  return [...new Set(Object.values(terms).flatMap((decided) => Object.keys(decided)))];
}

/** Terms that no rule of law supplies if a template is silent. */
const required = ["binding", "authority", "consent", "entry", "duration", "withdrawal"] as const;

/**
 * Terms that are decided neither by the template, nor by each of its clauses, nor by a choice of its own. If an
 * instrument does not say whether it binds, its closing formula could contradict its record.
 */
export function missingTerms({ terms, clauses, variables }: Template): Fault[] {
  const choices = Object.values(variables).filter((one) => one.type === "choice");
  const inAll = (alternatives: Clause[], term: string) =>
    alternatives.every((clause) => Object.hasOwn(clause.terms, term));
  return required
    .filter(
      (term) =>
        !Object.hasOwn(terms, term) &&
        !choices.some((one) => decidedBy(one).includes(term)) &&
        !Object.values(clauses).some(({ allowed }) => inAll(Object.values(allowed), term)),
    )
    .map((term) => ({ file: "template.yaml", detail: `terms.${term}: is missing` }));
}

/** Throws unless a template decides every required term; call it before publishing. */
export function expectTerms(template: Template): void {
  const errors = missingTerms(template);
  if (errors.length === 0) return;
  throw new Refusal(
    "invalid-template",
    "The template leaves open what its text means to the law.",
    {
      errors,
    },
  );
}
