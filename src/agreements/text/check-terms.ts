import { Refusal } from "#src/errors.ts";
import { contradictionWords } from "#src/text/contradiction-words.ts";
import { parseText } from "#src/text/markdown.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { contradictions } from "#workflows/contradictions.ts";
import type { Terms } from "#workflows/terms.ts";

/** The agreement that the terms belong to, with the text of its first language. */
export type Around = { parties: number; languages: string[]; text: string; amends: boolean };

/**
 * Throws the Refusal `contradictory-terms` if the terms cannot hold together, with a pointer to each and the reason in
 * the person's language.
 */
export function checkTerms(terms: Terms, { text, ...around }: Around, language: string): void {
  const articles = parseText(text, around.languages[0] ?? "en").articles.length;
  const found = contradictions(terms, { ...around, articles });
  if (found.length === 0) return;
  throw new Refusal("contradictory-terms", problemWords("contradictory-terms", "en"), {
    errors: found.map((one) => ({
      pointer: `/terms/${one.term}`,
      detail: contradictionWords(one, language),
    })),
  });
}
