import { type Around, contradictions } from "#workflows/contradictions.ts";
import type { Terms } from "#workflows/terms.ts";
import { contradictionWords } from "./contradiction-words.ts";

export type TermFault = { term: keyof Terms; detail: string };

/** Why the terms cannot hold together, each with the term to point at and the reason in a language. Pure. */
export function termFaults(terms: Terms, around: Around, language: string): TermFault[] {
  return contradictions(terms, around).map((one) => ({
    term: one.term,
    detail: contradictionWords(one, language),
  }));
}
