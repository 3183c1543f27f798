import type { Text } from "../articles.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Sentence } from "./sentence.ts";
import type { Rule, Warning } from "./warning.ts";

/** A fault within a paragraph: the words, and what is wrong with them. */
export type Slip = { found: string; detail: Sentence };

/** A warning for each fault that `find` sees in a paragraph, each only once in a paragraph. */
export function inParagraphs(
  { rule, source }: { rule: Rule; source: Sentence },
  text: Text,
  find: (words: string, language: string) => Slip[],
): Warning[] {
  const { language } = text;
  return paragraphsOf(text).flatMap(({ article, label, text: words }) => {
    const slips = new Map(find(words, language).map((slip) => [slip.found, slip]));
    return [...slips.values()].map(({ found, detail }) => {
      return { rule, source, language, article, paragraph: label, detail, found: [found] };
    });
  });
}
