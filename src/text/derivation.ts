import type { Sentence } from "#workflows/entry-into-force.ts";
import words from "../../templates/derivations.json" with { type: "json" };
import { capital } from "./capital.ts";
import { formatDate } from "./format-date.ts";
import { isolate } from "./isolate.ts";
import { joinWords } from "./testimonium.ts";

const byKey: Record<string, Record<string, string>> = words;

/**
 * The date engine's reasoning in a language, one sentence per step, with days in the language's format and parties as
 * the caller names them. A language without words gets the English sentence with English days. Throws for a step
 * without words.
 */
export function derivationWords(
  derivation: Sentence[],
  language: string,
  nameOf: (code: string) => string = (code) => code,
): string[] {
  return derivation.map(({ key, values }) => {
    const sentences = byKey[key];
    const spoken = sentences?.[language] === undefined ? "en" : language;
    const sentence = sentences?.[spoken];
    if (sentence === undefined) throw new Error(`There are no words for ${key}.`);
    const said = sentence.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      const own = (code: string) => isolate(nameOf(code), spoken);
      if (name === "party") return own(String(value));
      if (name === "parties") return joinWords(String(value).split(", ").map(own), spoken);
      return isolate(formatDate(String(value), spoken) ?? figure(value, spoken), spoken);
    });
    return capital(said, spoken);
  });
}

/** A share as the language writes decimals: `17,4` in Russian. Our own rule, as for dates. */
function figure(value: string | number, language: string): string {
  if (typeof value === "string" || !decimalComma.has(language)) return String(value);
  return String(value).replace(".", ",");
}

const decimalComma = new Set(["ru", "kk", "fr"]);
