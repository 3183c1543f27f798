import { type Fault, Refusal } from "#src/errors.ts";
import { inWords } from "#src/text/checks/sentence.ts";
import { contradictionWords } from "#src/text/contradiction-words.ts";
import { entryStrangers } from "#src/text/entry-strangers.ts";
import { parseText } from "#src/text/markdown.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { contradictions } from "#workflows/contradictions.ts";
import type { Terms } from "#workflows/terms.ts";

/** The agreement that the terms belong to. */
export type Around = {
  /** The codes of its parties. */
  parties: string[];
  languages: string[];
  /** Its reference and titles. */
  names: string[];
  /** The text of its first language. */
  text: string;
  /** Whether it amends another agreement. */
  amends: boolean;
};

/**
 * Throws the Refusal `contradictory-terms` if the terms cannot hold together or cannot hold for this agreement, with a
 * pointer to each fault. Contradictions are told in the person's language.
 */
export function checkTerms(terms: Terms, around: Around, language: string): void {
  const errors = [...contradictory(terms, around, language), ...strange(terms, around, language)];
  if (errors.length === 0) return;
  throw new Refusal("contradictory-terms", problemWords("contradictory-terms", "en"), { errors });
}

function contradictory(terms: Terms, around: Around, reader: string): Fault[] {
  const { text, languages, parties, amends } = around;
  const articles = parseText(text, languages[0] ?? "en").articles.length;
  const found = contradictions(terms, {
    parties: parties.length,
    codes: parties,
    languages,
    articles,
    amends,
  });
  return found.map((one) => ({
    pointer: `/terms/${one.term}`,
    detail: contradictionWords(one, reader),
  }));
}

/** A condition that waits for a party that is none, or for the agreement itself. */
function strange({ entry, accession }: Terms, { parties, names }: Around, reader: string): Fault[] {
  if (entry.form !== "conditions") return [];
  const faults = entryStrangers(entry, { parties: accession ? null : parties, names });
  return faults.map(({ path, sentence }) => ({
    pointer: ["/terms/entry", ...path].join("/"),
    detail: inWords(sentence, reader),
  }));
}
