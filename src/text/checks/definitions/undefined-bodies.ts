import type { Warning } from "../warning.ts";
import {
  formsOf,
  type Passage,
  type Patterns,
  patternsOf,
  type Read,
  stemsOf,
} from "./read-definitions.ts";

const rule = { rule: "defined-terms", source: { key: "practice-defined-terms" } } as const;

/** Bodies and plans with capitals that no definition names and no sentence makes; each is told once. */
export function undefinedBodies({ language, title, passages, definitions }: Read): Warning[] {
  const patterns = patternsOf(language);
  if (!patterns?.body || patterns.second.test(title)) return [];
  const { body } = patterns;
  const found = passages.flatMap(({ article, label, plain }) =>
    [...plain.text.matchAll(body)].flatMap(({ 0: said, index }) => {
      if (isLongerName(plain.text.slice(Math.max(0, index - 40), index), language)) return [];
      const nouns = (said.match(/[\p{L}]+/gu) ?? []).flatMap((one) => stemsOf(one, language));
      return { said, nouns, article, label };
    }),
  );
  const known = definitions.flatMap(({ keys }) => keys.flat());
  const told = new Set<string>();
  return found.flatMap(({ said, nouns, article, label }) => {
    const head = language.startsWith("fr") ? nouns[0] : nouns.at(-1);
    if (
      !head ||
      told.has(head) ||
      known.some((key) => key.startsWith(head) || head.startsWith(key))
    ) {
      return [];
    }
    if (isIntroduced(head, language, passages, patterns)) return [];
    told.add(head);
    const detail = { key: "term-undefined", values: { term: said } } as const;
    return [{ ...rule, language, article, paragraph: label, detail, found: [said] }];
  });
}

/** Whether words with capitals stand before: “Eurasian Board”. In English and French an article stands there. */
function isLongerName(before: string, language: string): boolean {
  if (/^(?:en|fr)/.test(language)) return false;
  return /^\P{L}*\p{Lu}/u.test(before.trimEnd().split(" ").at(-1) ?? "");
}

/** Whether a sentence makes such a body or speaks of it in lower case: “a joint commission”. */
function isIntroduced(
  head: string,
  language: string,
  passages: Passage[],
  { made, thenMade }: Patterns,
): boolean {
  return passages.some(({ plain: { text } }) =>
    [...text.matchAll(/[\p{L}\p{M}]+/gu)].some(({ 0: word, index }) => {
      if (!formsOf(word, language).some((key) => key.startsWith(head))) return false;
      if (/^\p{Ll}/u.test(word) || made?.test(text.slice(Math.max(0, index - 60), index)))
        return true;
      const end = index + word.length;
      return thenMade?.test(text.slice(end, end + 60)) ?? false;
    }),
  );
}
