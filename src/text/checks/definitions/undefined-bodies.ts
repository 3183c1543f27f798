import { primaryOf } from "../../party-forms.ts";
import type { Warning } from "../warning.ts";
import { type Patterns, patternsOf } from "./definition-patterns.ts";
import { type Definition, formsOf, type Passage, type Read, stemsOf } from "./read-definitions.ts";

const rule = { rule: "defined-terms", source: { key: "practice-defined-terms" } } as const;

/**
 * Bodies, persons and things with capitals that no definition names and no sentence makes; each is told once. Arabic has no
 * capitals: there it is a body with the article, as if it were known.
 */
export function undefinedBodies(read: Read): Warning[] {
  const { language, title, passages, definitions } = read;
  const patterns = patternsOf(language);
  if (!patterns || patterns.second.test(title)) return [];
  const defined = definitions.flatMap(({ term, keys }) =>
    primaryOf(language) === "ar" ? term.split(" ").map(bareNoun) : keys.flat(),
  );
  if (patterns.heads && isFragment(read, patterns)) return [];
  const judged = new Set<string>();
  return passages.flatMap(({ article, label, plain: { text, written } }) =>
    [...text.matchAll(patterns.body)].flatMap(({ 0: found, index }): Warning[] => {
      if (/^[ -]?\p{N}/u.test(text.slice(index + found.length, index + found.length + 2)))
        return [];
      if (isLongerName(text.slice(Math.max(0, index - 40), index), language)) return [];
      const head = headOf(found, language);
      if (!head || judged.has(head)) return [];
      judged.add(head);
      if (defined.some((key) => key.startsWith(head) || head.startsWith(key))) return [];
      if (isIntroduced(head, read, patterns)) return [];
      const said = written(index, index + found.length);
      const detail = { key: "term-undefined", values: { term: said } } as const;
      return [{ ...rule, language, article, paragraph: label, detail, found: [said] }];
    }),
  );
}

/**
 * Whether these words may be a part of a text that makes its bodies elsewhere. Capitals show that a name is meant as a term;
 * without them only a text that defines or makes something, or a whole one, is read.
 */
function isFragment({ passages, definitions }: Read, { made, heads }: Patterns): boolean {
  if (definitions.length > 0 || (passages.at(-1)?.article ?? 0) > 4) return false;
  return !passages.some(({ plain: { text } }) => {
    const at = heads ? text.search(heads) : -1;
    return at >= 0 && made?.test(text.slice(Math.max(0, at - 60), at)) === true;
  });
}

/** What the noun of a name begins with; it stands last, in French and Arabic first. */
function headOf(name: string, language: string): string | undefined {
  const words = name.match(/[\p{L}]+/gu) ?? [];
  if (primaryOf(language) === "ar") return bareNoun(words[0] ?? "");
  const head = language.startsWith("fr") ? words[0] : words.at(-1);
  return head && stemsOf(head, language).at(-1);
}

/** An Arabic noun without its article and what is written together with it. */
function bareNoun(word: string): string {
  return word
    .replace(/^[وف]?لل(?=جن)/u, "ل")
    .replace(/^[وف]?(?:[بك]?ال|لل(?!جن)|[بكل](?=\p{L}{4}))/u, "")
    .replace(/^[وف](?=\p{L}{4})/u, "");
}

/** Whether words with capitals stand before: “Eurasian Board”. In English and French an article stands there. */
function isLongerName(before: string, language: string): boolean {
  if (/^(?:en|fr|ar)/.test(language)) return false;
  const [beyond = "", last = ""] = before.trimEnd().split(/ (?=\S+$)/u);
  // The first word of a sentence has a capital anyway.
  return /^\P{L}*\p{Lu}/u.test(last) && !/^$|[.;:]$/.test(last === "" ? "" : beyond);
}

/** Whether a sentence makes such a body, speaks of it in lower case (“a joint commission”) or gives its proper name. */
function isIntroduced(head: string, read: Read, patterns: Patterns): boolean {
  const { language, passages, definitions } = read;
  const arabic = primaryOf(language) === "ar";
  return passages.some((passage, at) => {
    const { text } = passage.plain;
    const renamed = definitions.filter((one) => one.passage === at && !one.means);
    const { words, bodies } = wordsOf(passage, patterns, language);
    return words.some(({ word, index }) => {
      if (arabic) {
        if (bareNoun(word) !== head) return false;
      } else if (!formsOf(word, language).some((key) => key.startsWith(head))) return false;
      // “A scheme (hereinafter “the Programme”)” makes no Scheme.
      if (/^\p{Ll}/u.test(word) && renamed.some((one) => isRenamed(one, index))) return false;
      const before = text.slice(Math.max(0, index - 60), index);
      if (patterns.made?.test(before)) return true;
      const end = index + word.length;
      if (patterns.thenMade?.test(text.slice(end, end + 60))) return true;
      if (arabic) return patterns.heads?.test(` ${text.slice(index, end + 12)}`) === true;
      if (/^\p{Lu}/u.test(word)) return !bodies.has(index) && !/(?:^|[.;:“«(] ?)$/u.test(before);
      return true;
    });
  });
}

type Words = { words: { word: string; index: number }[]; bodies: Set<number> };

const known = new WeakMap<Passage, Words>();

/** The words of a passage, and where the nouns stand that `patterns.body` finds; elsewhere a capital is a proper name's. */
function wordsOf(passage: Passage, { body }: Patterns, language: string): Words {
  const made = known.get(passage);
  if (made) return made;
  const { text } = passage.plain;
  const last = !language.startsWith("fr");
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    word,
    index,
  }));
  const bodies = [...text.matchAll(body)].map(({ 0: said, index }) => {
    return index + (last ? said.lastIndexOf(" ") + 1 : 0);
  });
  const read = { words, bodies: new Set(bodies) };
  known.set(passage, read);
  return read;
}

function isRenamed({ sentence: [from], at }: Definition, index: number): boolean {
  return from <= index && index < at;
}
