import { formatDate } from "./format-date.ts";
import { isolate } from "./isolate.ts";

/** Fills the places of a sentence. Days are written as the language writes them; every value keeps its own direction. */
export function fillSentence(
  sentence: string,
  values: Record<string, string>,
  language: string,
): string {
  return sentence.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    const said = name === "day" ? (formatDate(value, language) ?? value) : value;
    return isolate(said, language);
  });
}
