import { isolate } from "./isolate.ts";
import { pluralForm } from "./plural-form.ts";

/** One of several words, by the value for which they stand: `{ "0": "at once", one: "# day", other: "# days" }`. */
export type Choice = Partial<Record<string, string>>;

/**
 * Fills a sentence that declines nothing, so that the app can do it without the grammar of names: `{period}`, and the words
 * that a number needs, `{number|one:# party|other:# parties}`. A place without a value is left out.
 */
export function fillWords(
  sentence: string,
  values: Readonly<Record<string, string | number | undefined>>,
  language: string,
): string {
  return sentence.replaceAll(place, (_, name: string, choice: string | undefined) => {
    const value = values[name] ?? "";
    if (choice) return chooseWords(value, readChoice(choice), language);
    return isolate(figuresOf(value, language), language);
  });
}

const place = /\{([a-z]+)(\|[^{}]*)?\}/g;

/** Reads what stands behind the name of a place: `|one:# day|other:# days`. */
export function readChoice(written: string): Record<string, string> {
  const pairs = written
    .slice(1)
    .split("|")
    .map((one) => one.split(/:(.*)/s, 2));
  return Object.fromEntries(pairs);
}

/**
 * The words for a number, or for a word of ours such as a share: those for just this value, else for its plural form in the
 * language, else `other`; "" if there are none. `#` is the number in figures.
 */
export function chooseWords(value: number | string, choice: Choice, language: string): string {
  const plural = typeof value === "number" ? pluralForm(language, value) : "other";
  const words = choice[String(value)] ?? choice[plural] ?? choice.other ?? "";
  return words.replaceAll("#", figuresOf(value, language));
}

/** A number as the language writes decimals: `17,4` in Russian. Our own rule, as for dates. */
export function figuresOf(value: number | string, language: string): string {
  if (typeof value === "string" || !decimalComma.has(language)) return String(value);
  return String(value).replace(".", ",");
}

const decimalComma = new Set(["ru", "kk", "fr"]);
