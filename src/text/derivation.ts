import type { Sentence } from "#workflows/entry-into-force.ts";
import words from "../../templates/derivations.json" with { type: "json" };
import { capital } from "./capital.ts";
import { fillSentence, type SentenceValue } from "./fill-sentence.ts";
import type { Named } from "./party-forms.ts";

const byKey: Record<string, Record<string, string>> = words;

/** Who a code stands for: its name, with the forms that sentences need if they are known. */
export type NameOf = (code: string) => string | Named;

/**
 * The date engine's reasoning in a language, one sentence per step, with days in the language's format and parties as
 * the caller names them. A language without words gets the English sentence with English days. Throws for a step
 * without words.
 */
export function derivationWords(
  derivation: Sentence[],
  language: string,
  nameOf: NameOf = (code) => code,
): string[] {
  return derivation.map(({ key, values }) => {
    const sentences = byKey[key];
    const spoken = sentences?.[language] === undefined ? "en" : language;
    const sentence = sentences?.[spoken];
    if (sentence === undefined) throw new Error(`There are no words for ${key}.`);
    const given = Object.entries(values).map(
      ([name, value]) => [name, valueIn(name, value, nameOf)] as const,
    );
    return capital(fillSentence(sentence, Object.fromEntries(given), spoken), spoken);
  });
}

function valueIn(name: string, value: string | number, nameOf: NameOf): SentenceValue {
  if (typeof value === "number") return value;
  if (name === "party") return named(nameOf(value));
  if (name === "parties") return value.split(", ").map((code) => named(nameOf(code)));
  return days.has(name) ? { day: value } : value;
}

const days: ReadonlySet<string> = new Set(["on", "consented", "date"]);

function named(name: string | Named): Named {
  return typeof name === "string" ? { name } : name;
}
