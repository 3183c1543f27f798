import table from "../../../templates/restated-words.json" with { type: "json" };
import { type Words, wordsOf } from "./quantity-words.ts";

const uses = ["consists", "said", "instrument", "deposit", "amends"] as const;

/** Words that show that a number is said once more. */
export type RestatedWords = Record<(typeof uses)[number], Words<true>>;

const byLanguage = table as Record<string, Record<(typeof uses)[number], string>>;
const known = new Map<string, RestatedWords | null>();

/** The words of a language (its primary subtag), or null if we have none. */
export function restatedWords(language: string): RestatedWords | null {
  const made = known.get(language);
  if (made !== undefined) return made;
  const written = Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined;
  const words = written
    ? (Object.fromEntries(
        uses.map((use) => [use, wordsOf([[true, written[use]]])]),
      ) as RestatedWords)
    : null;
  known.set(language, words);
  return words;
}
