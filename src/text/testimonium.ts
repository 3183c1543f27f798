import { shippedFormulas } from "#languages/formulas";
import type { Exchange } from "#workflows/exchange.ts";
import type { Formulas, Joined } from "./language/data.ts";
import { type Given, type GivenLanguage, givenMarks } from "./language/given.ts";
import { marksOf } from "./language/marks-of.ts";
import { findKey, scriptOf } from "./languages.ts";

type Closing = {
  language: string;
  languages: string[];
  prevailing?: string | undefined;
  place: string;
  /** Whether the text is meant to bind: then it says "done" and "authentic" instead of "signed" and "equally valid". */
  binding?: boolean;
  /** How many originals there are: one, or one for each party if the alternat applies. */
  originals?: number;
  /** The words of languages that came with the agreement. */
  given?: Given | undefined;
};

/**
 * The closing formula, built from data and never typed: place, originals, languages, their equal validity and, if one
 * is named, the prevailing text (VCLT article 33).
 */
export function testimonium(closing: Closing): string {
  const { language, languages, prevailing, place, binding = false, originals = 1, given } = closing;
  const own = given?.[language];
  if (own) return givenClosing(closing, own);
  const formula = formulaOf(language);
  const sentences = binding ? formula.formulas.treaty : formula.formulas.memorandum;
  const pair = originals > 1 ? sentences.alternat : sentences;
  const sentence = languages.length > 1 ? pair.several : pair.one;
  const names = {
    place,
    languages: languageList(languages, language, given),
    originals: inWords(formula, originals),
  };
  const said = fill(sentence, names);
  const prevails = prevailingFormula({ language, languages, prevailing, binding, given });
  return prevails === null ? said : `${said}${afterSentence(language)}${prevails}`;
}

/** The closing formula as it came with the agreement. */
function givenClosing(
  { language, languages, prevailing, place, originals = 1, given }: Closing,
  own: GivenLanguage,
): string {
  const list = languageList(languages, language, given);
  const said = fill(own.closing, { place, languages: list, originals: `${originals}` });
  if (!prevailing || languages.length < 2 || !own.prevailing) return said;
  const named = nameOfText(prevailing, language, given);
  return `${said} ${fill(own.prevailing, { prevailing: named })}`;
}

/** The closing formula of a text that is exchanged within notes, letters or instruments (VCLT article 13). */
export function exchangeFormula(
  of: Exchange["of"],
  { language, languages, prevailing, binding = false }: Omit<Closing, "place" | "originals">,
): string {
  const { exchange } = formulaOf(language);
  if (!exchange) throw new Error(`There are no words for ${of} in ${language}.`);
  const said = fill(exchange[of][languages.length > 1 ? "several" : "one"], {
    languages: languageList(languages, language),
    equal: binding ? exchange.equal.authentic : exchange.equal.valid,
  });
  const prevails = prevailingFormula({ language, languages, prevailing, binding });
  return prevails === null ? said : `${said}${afterSentence(language)}${prevails}`;
}

/** Which text prevails if they differ; null if none is named, or if there is only one. */
export function prevailingFormula({
  language,
  languages,
  prevailing,
  binding = false,
  given,
}: Omit<Closing, "place" | "originals">): string | null {
  if (!prevailing || languages.length < 2) return null;
  const formula = formulaOf(language);
  const { prevailing: sentence } = formula.formulas[binding ? "treaty" : "memorandum"];
  return fill(sentence, {
    languages: languageList(languages, language, given),
    prevailing: nameOfText(prevailing, language, given),
  });
}

/** Whether a text still closes as one that all sign: it has the longest fixed words of one of the formulae. */
export function closesAsOneText(text: string, language: string): boolean {
  const key = keyOf(language);
  if (key === undefined) return false;
  const { treaty, memorandum } = formulaOf(language).formulas;
  return [treaty, treaty.alternat, memorandum, memorandum.alternat]
    .flatMap(({ one, several }) => [one, several])
    .some((sentence) => text.includes(longest(sentence.split(/\{[a-z]+\}/))));
}

function longest(words: string[]): string {
  return words.reduce((found, one) => (one.length > found.length ? one : found), "");
}

/** A language's name in the form that names its text: "the Russian text", "текст на русском языке". */
export function nameOfText(code: string, language: string, given?: Given): string {
  const own = givenName(code, language, given);
  if (own) return own;
  const { namesOfTexts, names } = namesIn(language);
  return named(namesOfTexts ?? names, code) ?? nameOfLanguage(code, language);
}

/** Names of languages as a list, in one language. */
export function languageList(languages: string[], language: string, given?: Given): string {
  const { names } = namesIn(language);
  const all = languages.map(
    (one) => givenName(one, language, given) ?? named(names, one) ?? nameOfLanguage(one, language),
  );
  return joinWords(all, language, given);
}

/** The names of languages that the closing formula of a language uses, by their keys; empty if it has none. */
export function languageNames(language: string): Record<string, string> {
  return namesIn(language).names;
}

/** `a, b and c`, joined as in the language. */
export function joinWords(words: string[], language: string, given?: Given): string {
  const marks = givenMarks(given, language) ?? marksOf(language);
  const { separator, ...list } = marks?.list ?? unworded;
  const last = words.at(-1) ?? "";
  if (words.length < 2) return last;
  return `${words.slice(0, -1).join(separator)}${andOf(list, last)}${last}`;
}

/** Chinese and Japanese write their sentences without a space between them. */
function afterSentence(language: string): string {
  return ["Hans", "Hant", "Jpan"].includes(scriptOf(language)) ? "" : " ";
}

/** Joins words in a language of which we know no "and". */
const unworded: Joined = { separator: ", ", and: ", " };

function andOf({ and, andBefore, before = [] }: Omit<Joined, "separator">, word: string): string {
  const begins = before.some((letters) => word.toLowerCase().startsWith(letters));
  return andBefore && begins ? andBefore : and;
}

function inWords({ numbers, moreNumbers }: Formulas, originals: number): string {
  return numbers[originals - 2] ?? moreNumbers?.replace("{n}", `${originals}`) ?? `${originals}`;
}

/** Whether we have a closing formula in the language. */
export function hasFormula(language: string): boolean {
  return keyOf(language) !== undefined;
}

function keyOf(language: string): string | undefined {
  return findKey(language, (key) => shippedFormulas(key) !== undefined);
}

/** @throws Error for a language without a closing formula: the words of another would be wrong */
function formulaOf(language: string): Formulas {
  const key = keyOf(language);
  const formula = key === undefined ? undefined : shippedFormulas(key);
  if (!formula) throw new Error(`There is no closing formula in ${language}.`);
  return formula;
}

function namesIn(language: string): Pick<Formulas, "names" | "namesOfTexts"> {
  const key = keyOf(language);
  return (key === undefined ? undefined : shippedFormulas(key)) ?? { names: {} };
}

/** A name that came with the agreement: as the given language calls the other, or as the other calls it. */
function givenName(code: string, language: string, given: Given = {}): string | undefined {
  const own = given[language];
  return own ? named(own.names, code) : given[code]?.calledIn?.[language];
}

/** A language's name in a table: by its whole tag, else by its first part. */
function named(names: Record<string, string>, tag: string): string | undefined {
  if (Object.hasOwn(names, tag)) return names[tag];
  const primary = tag.split("-", 1)[0] ?? tag;
  return Object.hasOwn(names, primary) ? names[primary] : undefined;
}

function nameOfLanguage(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(code) ?? code;
}

function fill(sentence: string, values: Record<string, string>): string {
  return sentence.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
