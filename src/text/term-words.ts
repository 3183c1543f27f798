import words from "../../templates/terms-in-words.json" with { type: "json" };
import { fillWords } from "./choose-words.ts";
import { type LanguageOf, languageIn } from "./languages.ts";
import { type PluralForm, pluralForm } from "./plural-form.ts";

type Sentence = keyof (typeof words)["sentences"];
type Unit = keyof (typeof words)["units"];
type ByLanguage = Record<LanguageOf<"letters">, string>;

// A term or a language without its words does not compile.
const { names, sentences, units } = words satisfies {
  names: Record<string, ByLanguage>;
  sentences: Record<string, ByLanguage>;
  units: Record<string, Record<LanguageOf<"letters">, Partial<Record<PluralForm, string>>>>;
};

/** Picks and fills the sentences of `templates/terms-in-words.json`; English if the language is not ours. */
export function termWords(tag: string) {
  const language = languageIn("letters", tag) ?? "en";
  const say = (key: Sentence, values: Record<string, string | number> = {}): string =>
    fillWords(sentences[key][language], values, language);
  /** A count of a unit, as it stands after "for" or "after": `6 months`. */
  const count = (unit: Unit, n: number): string => {
    const forms: Partial<Record<PluralForm, string>> = units[unit][language];
    return (forms[pluralForm(language, n)] ?? forms.other ?? "").replace("{n}", String(n));
  };
  const join = (
    how: "join.comma" | "join.or" | "join.and" | "join.then",
    parts: string[],
  ): string => parts.join(sentences[how][language]);
  return { language, say, count, join, name: (term: keyof typeof names) => names[term][language] };
}

export type TermWords = ReturnType<typeof termWords>;

export type TermName = keyof typeof names;
