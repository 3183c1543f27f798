import type { Exchange } from "#workflows/exchange.ts";
import formulae from "../../templates/testimonium.json" with { type: "json" };

type Pair = { one: string; several: string };
type Sentences = Pair & { prevailing: string; alternat: Pair };

type Formula = Sentences & {
  /** The same in the words of an instrument that binds. */
  treaty?: Sentences;
  /** What closes a text that is exchanged within notes, where the language has words for them. */
  exchange?: Record<Exchange["of"], Pick<Pair, "one" | "several">> & {
    equal: { authentic: string; valid: string };
  };
  languageNames: Record<string, string>;
  languageNamesPrevailing: Record<string, string>;
  /** Two, three, four, if the language writes small numbers in words. */
  numbers: string[];
  and: string;
  separator: string;
};

const byLanguage = formulae as unknown as Record<string, Formula>;

type Closing = {
  language: string;
  languages: string[];
  prevailing?: string | undefined;
  place: string;
  /** Whether the text is meant to bind: then it says "done" and "authentic" instead of "signed" and "equally valid". */
  binding?: boolean;
  /** How many originals there are: one, or one for each party if the alternat applies. */
  originals?: number;
};

/**
 * The closing formula, built from data and never typed: place, originals, languages, their equal validity and, if one
 * is named, the prevailing text (VCLT article 33).
 */
export function testimonium(closing: Closing): string {
  const { language, languages, prevailing, place, binding = false, originals = 1 } = closing;
  const formula = formulaOf(language);
  const sentences = (binding && formula.treaty) || formula;
  const pair = originals > 1 ? sentences.alternat : sentences;
  const sentence = languages.length > 1 ? pair.several : pair.one;
  const names = {
    place,
    languages: languageList(languages, language),
    originals: formula.numbers[originals - 2] ?? String(originals),
  };
  const said = fill(sentence, names);
  const prevails = prevailingFormula({ language, languages, prevailing, binding });
  return prevails === null ? said : `${said} ${prevails}`;
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
  return prevails === null ? said : `${said} ${prevails}`;
}

/** Which text prevails if they differ; null if none is named, or if there is only one. */
export function prevailingFormula({
  language,
  languages,
  prevailing,
  binding = false,
}: Omit<Closing, "place" | "originals">): string | null {
  if (!prevailing || languages.length < 2) return null;
  const formula = formulaOf(language);
  const { prevailing: sentence } = (binding && formula.treaty) || formula;
  return fill(sentence, {
    languages: languageList(languages, language),
    prevailing: nameOfText(prevailing, language),
  });
}

/** Whether a text still closes as one that all sign: it has the longest fixed words of one of the formulae. */
export function closesAsOneText(text: string, language: string): boolean {
  const { one, several, alternat, treaty } = formulaOf(language);
  const pairs = [{ one, several }, alternat, treaty, treaty?.alternat];
  return pairs
    .flatMap((pair) => (pair ? [pair.one, pair.several] : []))
    .some((sentence) => text.includes(longest(sentence.split(/\{[a-z]+\}/))));
}

function longest(words: string[]): string {
  return words.reduce((found, one) => (one.length > found.length ? one : found), "");
}

/** A language's name in the form that names its text: "the Russian text", "текст на русском языке". */
export function nameOfText(code: string, language: string): string {
  return formulaOf(language).languageNamesPrevailing[code] ?? nameOfLanguage(code, language);
}

/** Names of languages as a list, in one language. */
export function languageList(languages: string[], language: string): string {
  const { languageNames } = formulaOf(language);
  const names = languages.map((one) => languageNames[one] ?? nameOfLanguage(one, language));
  return joinWords(names, language);
}

/** `a, b and c`, joined as in the language. */
export function joinWords(words: string[], language: string): string {
  const { and, separator } = formulaOf(language);
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(separator)}${and}${last}`;
}

/** Whether we have a closing formula in the language. */
export function hasFormula(language: string): boolean {
  return Object.hasOwn(byLanguage, language);
}

function formulaOf(language: string): Formula {
  const formula = byLanguage[language] ?? byLanguage.en;
  if (!formula) throw new Error("templates/testimonium.json has no English.");
  return formula;
}

function nameOfLanguage(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(code) ?? code;
}

function fill(sentence: string, values: Record<string, string>): string {
  return sentence.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
