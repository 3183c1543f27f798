import table from "../../../templates/amount-words.json" with { type: "json" };
import { fold } from "../fold.ts";
import { meaningOf, type Words, wordsOf } from "./quantity-words.ts";

const uses = ["total", "pays", "each", "divided"] as const;
type Written = Record<(typeof uses)[number] | "altogether", string>;
export type AmountWords = Record<(typeof uses)[number], Words<true>> & {
  /** Folded phrases before a total of equal sums. */
  altogether: string[];
};

const byLanguage = table as Record<string, Written>;
const known = new Map<string, AmountWords | null>();

/** The words around sums of money in a language (its primary subtag), or null if we have none. */
export function amountWords(language: string): AmountWords | null {
  const made = known.get(language);
  if (made !== undefined) return made;
  const written = Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined;
  const words = written ? compile(written) : null;
  known.set(language, words);
  return words;
}

function compile(written: Written): AmountWords {
  const sets = uses.map((use) => [use, wordsOf([[true, written[use]]])]);
  return { ...Object.fromEntries(sets), altogether: written.altogether.split("|").map(fold) };
}

/** Whether one of the folded words is in the set. */
export function anyOf(words: string[], set: Words<true>): boolean {
  return words.some((word) => meaningOf(word, set) !== undefined);
}
