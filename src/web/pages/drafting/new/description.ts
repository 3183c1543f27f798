import type { Contract, HalfWritten } from "../../../api/contract.d.ts";
import { partiesInBody } from "../../../parties/parties-in-body.ts";
import { halfWords, needsWords, type WrittenWords } from "../given/words.ts";
import type { Property, Variables, VariableValue } from "./schema.ts";

export type Template = Contract["/templates"]["$get"]["output"]["items"][number];

/** The form's values: a new agreement before it is created. */
export type DraftDescription = {
  template: string;
  title: Record<string, string>;
  parties: string[];
  /** The States that take part as their Government. */
  governments?: string[];
  /** `protocol`, `as-chosen` or `alphabetical:<language>`. */
  order?: string;
  languages: string[];
  prevailing: string | null;
  layout: "sequential" | "parallel";
  variables: Record<string, VariableValue>;
  clauses: Record<string, string>;
  /** Whether figures stand beside numbers in words. */
  figures?: boolean;
  areas: string[];
  goals: number[];
  /** The IANA time zone chosen. Null means the template's, or otherwise the office's. */
  zone?: string | null;
  /** What two exchange; absent if both sign one text. */
  exchange?: "notes" | "letters" | "instruments" | undefined;
  /** The words of languages that neither we nor the template has. */
  words?: Record<string, WrittenWords>;
};

/** Initial values from a template: its title and clauses, and the preferred languages first. */
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

/** The variables that the template needs with these clauses, by name. */
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

/** The request body. Values for other clauses or languages are left out. */
export function asRequest(template: Template, given: DraftDescription): HalfWritten {
  const asked = new Set(variablesOf(template, given).map(([name]) => name));
  const filled = Object.entries(given.variables).filter(
    ([name, value]) => asked.has(name) && wordsOf(value).some((one) => one.trim() !== ""),
  );
  const { languages, prevailing, layout, areas, goals, clauses } = given;
  const { governments = [], order = "protocol" } = given;
  const [, alphabet] = order.split(":");
  const known = alphabet === undefined || languages.includes(alphabet);
  const exchange = given.exchange && given.parties.length === 2 ? given.exchange : undefined;
  const terms = {
    ...(given.zone && { zone: given.zone }),
    ...(exchange && { exchange: { of: exchange }, alternat: "none" as const }),
  };
  const unworded = languages.filter((tag) => needsWords(tag, template));
  const words = unworded.map((tag) => [tag, halfWords(given.words?.[tag] ?? {})]);
  const titles = languages.map((language) => [language, given.title[language]?.trim() ?? ""]);
  return {
    template: given.template,
    title: Object.fromEntries(titles.filter(([, title]) => title !== "")),
    ...partiesInBody({ parties: given.parties, governments, order: known ? order : "protocol" }),
    languages,
    ...(prevailing && languages.includes(prevailing) && { prevailing }),
    layout: languages.length === 2 ? layout : "sequential",
    variables: Object.fromEntries(filled),
    clauses,
    ...(given.figures && { figures: true }),
    areas: areas as NonNullable<HalfWritten["areas"]>,
    goals: [...goals].sort((a, b) => a - b),
    ...(Object.keys(terms).length > 0 && { terms }),
    ...(words.length > 0 && { words: Object.fromEntries(words) }),
  };
}

function wordsOf(value: VariableValue): string[] {
  return typeof value === "object" ? Object.values(value) : [String(value)];
}
