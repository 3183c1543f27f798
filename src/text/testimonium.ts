import formulae from "../../templates/testimonium.json" with { type: "json" };

type Pair = { one: string; several: string };
type Sentences = Pair & { prevailing: string; alternat: Pair };

type Formula = Sentences & {
  /** The same in the words of an instrument that binds. */
  treaty?: Sentences;
  languageNames: Record<string, string>;
  languageNamesPrevailing: Record<string, string>;
  /** Two, three, four, where the language writes a small number in words. */
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
  /** Whether the text means to bind: then it is done and authentic, not signed and equally valid. */
  binding?: boolean;
  /** How many originals there are: one, or by the alternat one for each party. */
  originals?: number;
};

/**
 * The closing formula, made from data and never typed: place, originals, languages, their equal validity
 * and, where one is named, the prevailing text (VCLT article 33).
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
  if (!prevailing || languages.length < 2) return said;
  const name = formula.languageNamesPrevailing[prevailing] ?? nameOfLanguage(prevailing, language);
  return `${said} ${fill(sentences.prevailing, { ...names, prevailing: name })}`;
}

/** Names of languages, as a list in one of them. */
export function languageList(languages: string[], language: string): string {
  const { languageNames } = formulaOf(language);
  const names = languages.map((one) => languageNames[one] ?? nameOfLanguage(one, language));
  return joinWords(names, language);
}

/** `a, b and c`, as the language joins a list. */
export function joinWords(words: string[], language: string): string {
  const { and, separator } = formulaOf(language);
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(separator)}${and}${last}`;
}

/** Whether a text in the language can be closed in its own words. */
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
