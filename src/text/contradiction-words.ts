import type { Contradiction, ContradictionKey } from "#workflows/contradictions.ts";
import words from "../../templates/contradictions.json" with { type: "json" };
import { fillWords } from "./choose-words.ts";
import { type LanguageOf, languageIn } from "./languages.ts";

// A contradiction or a language without its sentence does not compile.
const byKey = words satisfies Record<ContradictionKey, Record<LanguageOf<"letters">, string>>;

/** Why the terms cannot hold together, in a sentence with the rule's source; English if the language is not ours. */
export function contradictionWords(
  { key, values, source }: Contradiction,
  language: string,
): string {
  const spoken = languageIn("letters", language) ?? "en";
  return `${fillWords(byKey[key][spoken], values, spoken)} (${source})`;
}
