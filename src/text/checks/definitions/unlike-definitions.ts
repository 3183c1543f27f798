import { monthsOf } from "../../format-date.ts";
import type { SentenceKey } from "../sentence.ts";
import type { Warning } from "../warning.ts";
import { patternsOf } from "./definition-patterns.ts";
import type { Definition, Read } from "./read-definitions.ts";

const rule = { rule: "defined-terms", source: { key: "practice-defined-terms" } } as const;

/**
 * Definitions of one term in two languages that cannot be the same: other years or months, or alternatives (“or”) in
 * one that the other lacks. The words themselves are not compared.
 */
export function unlikeDefinitions(one: Read, other: Read): Warning[] {
  if (one.passages.length !== other.passages.length) return [];
  return one.passages.flatMap((_, at) => {
    const [here, there] = [one, other].map(({ definitions }) =>
      definitions.filter(({ passage, means }) => means && passage === at),
    );
    if (!here || !there || here.length !== there.length) return [];
    return here.flatMap((definition, index) => {
      const its = there[index];
      return its ? compared({ read: one, definition }, { read: other, definition: its }) : [];
    });
  });
}

/** Letters of a definition in which a translator keeps “or”. */
const maxAlternatives = 130;

type Side = { read: Read; definition: Definition };

function compared(here: Side, there: Side): Warning[] {
  const [mine, theirs] = [meaningOf(here), meaningOf(there)];
  const dates = (side: Side, words: string) => datesIn(words, side.read.language);
  if (dates(here, mine) !== dates(there, theirs)) return [told(here, there, "definition-dates")];
  // A long definition may say “or” in other words.
  if (Math.max(mine.length, theirs.length) > maxAlternatives) return [];
  const [mineParts, theirParts] = [partsIn(mine, here), partsIn(theirs, there)];
  if (mineParts > 0 && theirParts === 0) return [told(here, there, "definition-alternatives")];
  if (theirParts > 0 && mineParts === 0) return [told(there, here, "definition-alternatives")];
  return [];
}

function told({ definition }: Side, other: Side, key: SentenceKey): Warning {
  const values = { term: definition.term, language: { language: other.read.language } };
  return { ...rule, ...definition.place, detail: { key, values }, also: [other.definition.place] };
}

/** The sentence of a definition, without its term. */
function meaningOf({ read, definition }: Side): string {
  const { passage, at, sentence } = definition;
  const text = read.passages[passage]?.plain.text ?? "";
  const [from, to] = sentence;
  const term = text.slice(at).search(/[»”"]/) + 1;
  return `${text.slice(from, at)} ${text.slice(at + Math.max(term, definition.term.length), to)}`;
}

/** How many words part alternatives there; “and” is left out, which other languages say by a participle. */
function partsIn(words: string, { read }: Side): number {
  const patterns = patternsOf(read.language);
  return patterns ? (words.match(patterns.or)?.length ?? 0) : 0;
}

/** The years and months that these words name, in order of the calendar. */
function datesIn(words: string, language: string): string {
  const years = new Set(words.match(/(?<!\d)(?:19|20|21)\d\d(?!\d)/g));
  const low = words.toLowerCase();
  const months = (monthsOf(language) ?? []).flatMap((name, at) => {
    const stem = name.toLowerCase().replace(/(?<=\p{L}{3})[ьяай]$/u, "");
    return new RegExp(`(?<!\\p{L})[وبلمن]?${stem}`, "u").test(low) ? [at] : [];
  });
  return `${[...years].sort().join(" ")}; ${months.join(" ")}`;
}
