import type { SentenceKey } from "../sentence.ts";
import type { Rule, Warning } from "../warning.ts";
import type { Compared } from "./compared-sentences.ts";

/** What one text has and the other has not: which text it is, and the words of each. */
export type Difference = { key: SentenceKey; in: "first" | "other"; first: string; other: string };

/** A warning for each sentence in which `differ` finds that a language says something else than the first one. */
export function parityWarnings(
  rule: Rule,
  pairs: Compared[],
  differ: (pair: Compared) => Difference | null,
): Warning[] {
  return pairs.flatMap((pair): Warning[] => {
    const difference = differ(pair);
    if (!difference) return [];
    const { key, first: theirs, other: ours } = difference;
    const { there, here } = pair;
    const first = { words: theirs, language: { language: there.language } };
    const other = { words: ours, language: { language: here.language } };
    const [has, lacks] = difference.in === "first" ? [first, other] : [other, first];
    const values = {
      ...{ has: has.words, language: has.language },
      ...{ lacks: lacks.words, other: lacks.language },
    };
    return [
      {
        rule,
        source: { key: "vclt", values: { article: "33(3)" } },
        language: here.language,
        article: here.article,
        paragraph: here.label,
        detail: { key, values },
        found: [ours],
        also: [
          {
            language: there.language,
            article: there.article,
            paragraph: there.label,
            found: [theirs],
          },
        ],
      },
    ];
  });
}
