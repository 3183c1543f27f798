import type { Text } from "../articles.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Sentence } from "./sentence.ts";
import type { Rule, Warning } from "./warning.ts";

/** A fault within a paragraph: the words, and what is wrong with them. */
export type Slip = { found: string; detail: Sentence };

/** What was found in the last paragraphs, by rule, language and words: most of a draft stays as it was. */
const known = new Map<string, Slip[]>();
const maxKnown = 4000;

/** A warning for each fault that `find` sees in a paragraph, each only once in a paragraph; one `find` for a rule. */
export function inParagraphs(
  { rule, source }: { rule: Rule; source: Sentence },
  text: Text,
  find: (words: string, language: string) => Slip[],
): Warning[] {
  const { language } = text;
  return paragraphsOf(text).flatMap(({ article, label, text: words }) => {
    const key = `${rule} ${language} ${words}`;
    const slips = known.get(key) ?? once(find(words, language));
    if (known.size >= maxKnown) known.clear();
    known.set(key, slips);
    return slips.map(({ found, detail }) => {
      return { rule, source, language, article, paragraph: label, detail, found: [found] };
    });
  });
}

function once(slips: Slip[]): Slip[] {
  return [...new Map(slips.map((slip) => [slip.found, slip])).values()];
}
