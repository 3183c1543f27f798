import { type Fault, Refusal } from "#src/errors.ts";
import { isWordedForNotes } from "#workflows/exchange.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";
import { capital } from "./capital.ts";
import { decidedTerms } from "./decided-terms.ts";
import { fillPlaces } from "./fill-places.ts";
import { type InEachLanguage, wordsIn } from "./in-each-language.ts";
import { anyLanguage, type Given } from "./language/given.ts";
import { findKey } from "./languages.ts";
import { literal } from "./literal.ts";
import { type KnownParty, partyName } from "./party-name.ts";
import { type Chosen, type Resolved, resolveTemplate } from "./resolve-template.ts";
import type { Template } from "./template.ts";
import { exchangeFormula, joinWords, languageList, testimonium } from "./testimonium.ts";
import { variableWords } from "./variable-words.ts";

export type Filling = {
  language: string;
  /** The agreement's authentic languages, in order. */
  languages: string[];
  prevailing?: string | undefined;
  /** In the agreement's order, named as they take part. */
  parties: (Pick<KnownParty, "code" | "names"> & { forms?: KnownParty["forms"] })[];
  variables: Record<string, unknown>;
  /** The clause chosen for each topic; the template's own by default. */
  clauses?: Chosen | undefined;
  /** Whether figures stand beside numbers in words, as the office asks: `thirty (30) days`. */
  figures?: boolean | undefined;
  /** Terms that differ from the template's. */
  terms?: Partial<Terms> | undefined;
  reference: string;
  /** The words of languages that came with the agreement. */
  given?: Given | undefined;
};

/**
 * A language's text filled from its template. Values are data: Markdown, HTML or braces in them print literally.
 * @throws Refusal `missing-text` for a language the template lacks; `invalid-variables` with a pointer to each value
 * that is missing, unknown or not of its type
 */
export function fillTemplate(whole: Template, filling: Filling): string {
  const { text, faults } = previewTemplate(whole, filling);
  if (faults.length === 0) return text;
  throw new Refusal("invalid-variables", "The template cannot be filled.", { errors: faults });
}

/**
 * The text filled as far as possible: a missing or invalid value becomes a blank to write on, and a fault with a
 * pointer to it.
 * @throws Refusal `missing-text` for a language the template lacks; `invalid-variables` for a clause it lacks
 */
export function previewTemplate(
  whole: Template,
  filling: Filling,
): { text: string; faults: Fault[] } {
  const template = resolveTemplate(
    isExchanged(whole, filling) ? withoutWitness(whole) : whole,
    filling.clauses,
  );
  const { language, parties, languages, reference } = filling;
  const key = findKey(language, (one) => Object.hasOwn(template.texts, one));
  const own = filling.given?.[language];
  const text = key === undefined ? own && template.texts[anyLanguage] : template.texts[key];
  if (text === undefined) {
    throw new Refusal("missing-text", `The template ${template.name} has no ${language} text.`, {
      errors: [
        { pointer: "/languages", detail: `the template has ${template.languages.join(", ")}` },
      ],
    });
  }
  const { values, faults } = wordsOf(template, filling);
  const names = parties.map((party) => {
    return literal(partyName({ code: party.code, name: party.names }, language));
  });
  Object.assign(values, {
    parties: names.length > 0 ? joinWords(names, language, filling.given) : literal(blank),
    languages: literal(languageList(languages, language, filling.given)),
    reference: literal(reference || blank),
    ...(own && { opening: literal(own.opening) }),
  });
  // A template of one's own may close in its own words, in a language that has no formula.
  if (text.includes("{{testimonium}}")) values.testimonium = literal(closingOf(template, filling));
  const filled = fillPlaces(text, parties.length, (name, form, at) => {
    if (form !== undefined) return inForm(template, filling, name, form);
    const begins = name === "parties" && (at === 0 || text[at - 1] === "\n");
    return begins ? capital(values.parties ?? "", language) : values[name];
  });
  return { text: filled, faults };
}

/** The closing formula: of one text, of one for each party, or of notes that are exchanged. */
function closingOf(template: Resolved, filling: Filling): string {
  const { language, parties } = filling;
  const place = wordsIn((filling.variables.place ?? "") as InEachLanguage, language) || blank;
  const { exchange, alternat, binding } = natureOf(template, filling);
  if (exchange && isWordedForNotes(language)) {
    return exchangeFormula(exchange.of, { ...filling, binding });
  }
  const originals = alternat === "none" ? 1 : Math.max(1, parties.length);
  return testimonium({ ...filling, place, binding, originals });
}

/** Whether the text is to bind, and how it is concluded; the values of other variables need not be right yet. */
export function natureOf(
  { variables, terms: own }: Pick<Resolved, "variables" | "terms">,
  given: Pick<Filling, "variables" | "terms">,
): Pick<Terms, "binding" | "exchange" | "alternat"> {
  const decided = decidedTerms(variables, given.variables);
  const terms: Partial<Terms> = { ...ordinaryTerms, ...own, ...decided, ...given.terms };
  const { binding = true, exchange, alternat = "none" } = terms;
  return { binding, alternat, ...(exchange && { exchange }) };
}

/**
 * Without the paragraph between the last clause and the closing formula, in which those who sign one text witness it: a
 * note is closed by its own courtesy.
 */
function withoutWitness(template: Template): Template {
  const texts = Object.entries(template.texts).map(([language, text]) => [
    language,
    unwitnessed(text),
  ]);
  return { ...template, texts: Object.fromEntries(texts) };
}

/** Whether the template, one of its choices or the agreement says so. */
function isExchanged({ terms: own, variables }: Template, { terms, variables: values }: Filling) {
  const decided = decidedTerms(variables, values);
  return (terms?.exchange ?? decided.exchange ?? own.exchange) !== undefined;
}

function unwitnessed(text: string): string {
  return text.replace(/^(\{\{clause:[a-z-]+\}\})\n\n[^\n]+\n\n(\{\{testimonium\}\})/m, "$1\n\n$2");
}

const blank = "________";

/** A value in the form that its sentence needs; a blank for a value that is missing or invalid. */
function inForm(
  template: Resolved,
  filling: Filling,
  name: string,
  form: string,
): string | undefined {
  const variable = template.variables[name];
  if (!variable) return undefined;
  const value = filling.variables[name] ?? variable.default;
  const printed = variableWords(variable, value, { ...filling, form });
  return literal("words" in printed ? printed.words : blank);
}

type Words = { values: Record<string, string>; faults: Fault[] };

function wordsOf(template: Resolved, filling: Filling): Words {
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
    // A text for any language has no words of the template's own, and so none of its choices.
    if (variable.type === "choice" && filling.given?.[filling.language]) continue;
    const printed =
      value === undefined ? { detail: "is missing" } : variableWords(variable, value, filling);
    values[name] = literal("words" in printed ? printed.words : blank);
    if ("detail" in printed) {
      const own = "language" in printed && printed.language ? `/${printed.language}` : "";
      faults.push({ pointer: `/variables/${name}${own}`, detail: printed.detail });
    }
  }
  return { values, faults };
}
