import { type Choice, chooseWords, figuresOf } from "./choose-words.ts";
import { formatDate } from "./format-date.ts";
import { isolate } from "./isolate.ts";
import { type Placeholder, saidIn } from "./noun.ts";
import { numberInWords } from "./numbers/number-words.ts";
import type { Named } from "./party-forms.ts";
import { readPlaceholder } from "./placeholder.ts";
import { joinWords } from "./testimonium.ts";

/** A value of a sentence: a name, a list of names, a civil day, a number, or words as they stand. */
export type SentenceValue = Named | Named[] | { day: string } | number | string;

/**
 * Fills the places of a sentence of our catalogues. A name takes the form that its place asks for, `{party:genitive}`, or
 * a word agrees with it, `{party|p:succeed|else:succeeds}`. A number chooses the words that its plural form needs, with
 * `#` for its figures, `{count|one:# day|other:# days}`; before that, the words for just this value, `{count|0:at once|…}`.
 * It may also be the number of a place in a row, `{nth:ordinal}`. Days are written as the language writes them. Every value
 * keeps its own direction. A place without a value stays as it is.
 */
export function fillSentence(
  sentence: string,
  values: Readonly<Record<string, SentenceValue | undefined>>,
  language: string,
): string {
  const places = placesIn(sentence);
  return sentence.replaceAll(place, (whole, inner: string) => {
    const asked = readPlaceholder(inner);
    const value = asked ? values[asked.name] : undefined;
    return asked && value !== undefined ? said(value, asked, places, language) : whole;
  });
}

/** The places of a sentence, in order. */
export function placesIn(sentence: string): Placeholder[] {
  return [...sentence.matchAll(place)].flatMap(([, inner = ""]) => readPlaceholder(inner) ?? []);
}

const place = /\{([^{}]*)\}/g;

function said(
  value: SentenceValue,
  asked: Placeholder,
  places: Placeholder[],
  language: string,
): string {
  const own = (words: string) => isolate(words, language);
  if (Array.isArray(value)) {
    return joinWords(
      value.map((one) => own(saidIn(one, asked, places, language))),
      language,
    );
  }
  if (typeof value === "object" && "name" in value)
    return own(saidIn(value, asked, places, language));
  if (typeof value === "object") {
    return own(saidIn(formatDate(value.day, language) ?? value.day, asked, places, language));
  }
  if (asked.branches) return chooseWords(value, asked.branches as Choice, language);
  if (typeof value === "string") return own(saidIn(value, asked, places, language));
  return own(
    (asked.form && numberInWords(value, asked.form, language)) || figuresOf(value, language),
  );
}
