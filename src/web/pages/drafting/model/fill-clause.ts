import { fillPlaceholders } from "#src/text/fill-placeholders.ts";
import { fillPlaces } from "#src/text/fill-places.ts";
import { dateInForm, formatDate } from "#src/text/format-date.ts";
import { formatMoney } from "#src/text/format-money.ts";
import { wordsIn } from "#src/text/in-each-language.ts";
import { literal } from "#src/text/literal.ts";
import { numberInWords } from "#src/text/numbers/number-words.ts";
import { type Terms, tiedTerms } from "#src/text/terms-in-words.ts";
import { languageList } from "#src/text/testimonium.ts";
import { partyWords } from "#src/text/variable-words.ts";
import { kindOfVariable, type Property, type VariableValue } from "../new/schema.ts";
import type { Ties } from "./term-numbers.ts";

/** What an agreement says by itself in a clause. */
export type Around = {
  reference: string;
  languages: string[];
  parties: { code: string; names: Record<string, string> }[];
};

type Properties = Record<string, Property>;
export type ClauseValues = Record<string, VariableValue>;

/** The value given for a variable, else its default. Undefined if there is none, or if it is outside its range. */
export function valueFor(property: Property | undefined, given: VariableValue | undefined) {
  if (!property) return undefined;
  const value = given === undefined || given === "" ? property.default : given;
  if (value === undefined || kindOfVariable(property) !== "number") return value;
  const { minimum = -Infinity, maximum = Infinity } = property;
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= minimum && number <= maximum
    ? number
    : undefined;
}

/** A clause in one language with the values in it as the instrument writes them. A missing value is a blank. */
export function fillClause(
  markdown: string,
  language: string,
  { properties, values, around }: { properties: Properties; values: ClauseValues; around: Around },
): string {
  return fillPlaces(markdown, around.parties.length, (name, form) => {
    if (name === "reference") return literal(around.reference);
    if (name === "languages") return literal(languageList(around.languages, language));
    const property = properties[name];
    const value = valueFor(property, values[name]);
    const words =
      property && value !== undefined && wordsOf(property, value, { language, form, around });
    return words ? literal(words) : blank;
  });
}

/** An underscore that is no Markdown, six times. */
const blank = "\\_\\_\\_\\_\\_\\_";

function wordsOf(
  property: Property,
  value: VariableValue,
  { language, form, around }: { language: string; form: string | undefined; around: Around },
): string | null {
  const kind = kindOfVariable(property);
  if (kind === "each-language") return wordsIn(value as Record<string, string>, language);
  const words = String(value);
  switch (kind) {
    case "date":
      return form === undefined ? formatDate(words, language) : dateInForm(words, form, language);
    case "money":
      return formatMoney(words, language);
    case "language":
      return languageList([words], language);
    case "choice":
      return property.enumTitles?.[words]?.[language] ?? null;
    case "party": {
      const party = around.parties.find(({ code }) => code === words);
      return party?.names[language] ? partyWords(party, { language, form }) : null;
    }
    case "number":
      return form === undefined ? words : numberInWords(Number(value), form, language);
    default:
      return words;
  }
}

/** The terms that a clause sets with its values. A term that lacks a value is not set. */
export function clauseTerms(
  terms: Record<string, unknown>,
  properties: Properties,
  values: ClauseValues,
): Partial<Omit<Terms, "articles">> {
  let missing = false;
  const take = (name: string) => {
    const value = valueFor(properties[name], values[name]);
    missing ||= value === undefined;
    return value;
  };
  const filled = Object.entries(terms).flatMap(([term, value]) => {
    missing = false;
    const own = fillPlaceholders(value, take);
    return missing ? [] : [[term, own]];
  });
  return Object.fromEntries(filled);
}

/** The terms that an inserted clause states: those it sets, and the one that its topic is about. */
export function clauseTies(topic: string, terms: object, article: number): Ties {
  const about = [...Object.keys(terms), ...(byTopic[topic] ?? [])];
  return Object.fromEntries(
    tiedTerms.filter((term) => about.includes(term)).map((term) => [term, article]),
  );
}

/** Topics whose clauses may set no term, because the closing formula does. */
const byTopic: Record<string, string[]> = { languages: ["prevailing"] };
