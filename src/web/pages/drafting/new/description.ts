import type { Contract, HalfWritten } from "../../../api/contract.d.ts";
import type { Property, Variables, VariableValue } from "./schema.ts";

export type Template = Contract["/templates"]["$get"]["output"]["items"][number];

/** What the form holds: a new agreement on its way. */
export type DraftDescription = {
  template: string;
  title: Record<string, string>;
  parties: string[];
  languages: string[];
  prevailing: string | null;
  layout: "sequential" | "parallel";
  variables: Record<string, VariableValue>;
  clauses: Record<string, string>;
  areas: string[];
  goals: number[];
  /** The IANA zone chosen; null is the template's own, or else the office's. */
  zone?: string | null;
};

/** A description begun from a template: its title and its own clauses, the languages asked for first. */
export function begin(template: Template, preferred: string[]): DraftDescription {
  const known = preferred.filter((language) => template.languages.includes(language));
  const wanted = [...new Set(known)];
  return {
    template: template.name,
    title: { ...template.headings },
    parties: [],
    languages: wanted.length > 0 ? wanted : template.languages.slice(0, 2),
    prevailing: null,
    layout: "sequential",
    variables: {},
    clauses: {},
    areas: [],
    goals: [],
    zone: null,
  };
}

/** The variables that the template asks for with these clauses, by name. */
export function variablesOf(
  template: Template,
  { clauses }: Pick<DraftDescription, "clauses">,
): [string, Property][] {
  const chosen = Object.entries(template.clauses).map(
    ([topic, { default: preset, alternatives }]) => {
      const name = clauses[topic] ?? preset;
      return alternatives.find((one) => one.name === name)?.variables as Variables | undefined;
    },
  );
  const all = [template.variables as Variables, ...chosen];
  return Object.entries(Object.assign({}, ...all.map((one) => one?.properties ?? {})));
}

/** The description as the API takes it: what belongs to another clause or language is left out. */
export function asRequest(template: Template, given: DraftDescription): HalfWritten {
  const asked = new Set(variablesOf(template, given).map(([name]) => name));
  const filled = Object.entries(given.variables).filter(
    ([name, value]) => asked.has(name) && wordsOf(value).some((one) => one.trim() !== ""),
  );
  const { languages, prevailing, layout, areas, goals, clauses } = given;
  const titles = languages.map((language) => [language, given.title[language]?.trim() ?? ""]);
  return {
    template: given.template,
    title: Object.fromEntries(titles.filter(([, title]) => title !== "")),
    parties: given.parties.map((code) => ({ code })),
    languages,
    ...(prevailing && languages.includes(prevailing) && { prevailing }),
    layout: languages.length === 2 ? layout : "sequential",
    variables: Object.fromEntries(filled),
    clauses,
    areas: areas as NonNullable<HalfWritten["areas"]>,
    goals: [...goals].sort((a, b) => a - b),
    ...(given.zone && { terms: { zone: given.zone } }),
  };
}

function wordsOf(value: VariableValue): string[] {
  return typeof value === "object" ? Object.values(value) : [String(value)];
}
