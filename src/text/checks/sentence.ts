import { isolate } from "../isolate.ts";
import { type LanguageOf, languageIn } from "../languages.ts";
import { partyName } from "../party-name.ts";
import { pluralForm } from "../plural-form.ts";
import { differenceSentence } from "../stated/difference-sentence.ts";
import type { Difference } from "../stated/terms-unlike-words.ts";
import { joinWords, nameOfText } from "../testimonium.ts";
import { type SentenceKey, sentences } from "./sentence-words.ts";

export type { SentenceKey };

/** Words of the text, a number, a language by its tag, a party by its code, other words of ours, or several of them. */
type Name = { language: string } | { party: string } | { key: SentenceKey };
export type SentenceValue = string | number | Name | (string | Name)[];

/** What a check says, before it is said in a reader's language: a sentence of `templates/check-sentences.json`. */
export type Sentence =
  | { key: SentenceKey; values?: Record<string, SentenceValue> }
  | { difference: Difference };

/**
 * A sentence in the reader's language. A place is `{{name}}`, or `{{name|one:# day|other:# days}}` by the plural form
 * of a number; each value keeps its own direction.
 */
export function inWords(sentence: Sentence, reader: string): string {
  if ("difference" in sentence) return differenceSentence(sentence.difference, reader);
  const language = languageIn("letters", reader) ?? "en";
  const { key, values = {} } = sentence;
  const filled = (sentences[key]?.[language] ?? key).replaceAll(
    place,
    (whole, name: string, forms = "") => {
      const value = values[name];
      if (value === undefined) return whole;
      return forms === "" ? said(value, language) : counted(Number(value), forms, language);
    },
  );
  // A Kazakh sentence may begin with the name of a language. Words in quotation marks stay as they are.
  return filled.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language));
}

const place = /\{\{([a-z]+)(\|[^{}]*)?\}\}/g;

function said(value: SentenceValue, language: LanguageOf<"letters">): string {
  if (Array.isArray(value))
    return joinWords(
      value.map((one) => said(one, language)),
      language,
    );
  if (typeof value === "object") return isolate(nameOf(value, language), language);
  return isolate(String(value), language);
}

function nameOf(value: Name, language: LanguageOf<"letters">): string {
  if ("key" in value) return sentences[value.key]?.[language] ?? "";
  if ("language" in value) return nameOfText(value.language, language);
  return partyName({ code: value.party }, language);
}

/** The form of `|one:# day|other:# days` for a number. */
function counted(count: number, forms: string, language: string): string {
  const byForm = Object.fromEntries(
    forms
      .slice(1)
      .split("|")
      .map((one) => one.split(/:(.*)/s, 2)),
  ) as Record<string, string>;
  const form = byForm[pluralForm(language, count)] ?? byForm.other ?? "#";
  return form.replace("#", String(count));
}
