import vocabulary from "../../../../templates/soft-words.json" with { type: "json" };
import type { Text } from "../../articles.ts";
import { type Paragraph, paragraphsOf } from "../paragraphs.ts";
import { type PlainWords, plainWords } from "../plain-words.ts";
import type { SentenceKey } from "../sentence.ts";
import type { Warning } from "../warning.ts";
import { bounded, whole } from "./whole-words.ts";

type Entry = [find: string, say: string];
type Own = {
  duty: string;
  /** Words that make a clause dependent: “a museum that intends to”, “if a Party intends to”. */
  aside?: string;
  /** Words that are soft whatever their subject is. */
  intention: string[];
  /** Who owes what the articles say. */
  subject?: string;
  /** What is soft only beside such a subject: “the Parties seek to”, not “an investor may seek to”. */
  wished?: string[];
  /** What leaves a duty to the will of who owes it: “as they see fit”; right in a sentence that permits. */
  discretion?: string[];
  permits?: string;
  memorandum: Entry[];
  opens: Entry[];
};
type Word = {
  pattern: RegExp;
  say: string;
  key: SentenceKey;
  /** In the same clause before the word, it makes the word right; `permits` anywhere before it in the sentence. */
  aside?: RegExp | undefined;
  permits?: RegExp | undefined;
  /** Whether it stands beside a subject that it is told of. */
  beside?: ((text: string, from: number, to: number) => boolean) | undefined;
};

const languages = new Map(
  Object.entries(vocabulary as unknown as Record<string, Own>).map(([language, own]) => {
    const { duty, aside, intention, subject, wished = [], memorandum, opens } = own;
    const entry = ([find, say]: Entry): Word => ({
      ...{ pattern: whole(find, "gu"), say, key: "soft-memorandum" },
    });
    const intended: Word = {
      ...{ pattern: whole(intention.join("|"), "gu"), say: duty, key: "soft-intention" },
      aside: aside === undefined ? undefined : whole(aside, "iu"),
    };
    const wish: Word = {
      ...{ ...intended, pattern: whole(wished.join("|"), "gu") },
      beside: subject === undefined ? undefined : besideVerb(language, subject),
    };
    const { discretion, permits } = own;
    const left = discretion &&
      permits && {
        ...{ ...intended, pattern: whole(discretion.join("|"), "gu") },
        permits: whole(permits, "iu"),
      };
    const articles = [
      ...[intended, ...(wished.length > 0 ? [wish] : []), ...(left ? [left] : [])],
      ...memorandum.map(entry),
    ];
    const all = [
      ...intention,
      ...wished,
      ...(discretion ?? []),
      ...memorandum.map(([find]) => find),
    ];
    return [language, { articles, any: whole(all.join("|"), "u"), opening: opens.map(entry) }];
  }),
);

/** The subject stands before its verb, in Arabic after it. */
function besideVerb(language: string, subject: string): Word["beside"] {
  if (language === "ar") {
    const follows = new RegExp(`^ (?:${bounded(subject)})(?!\\p{L})`, "u");
    return (text, _, to) => follows.test(text.slice(to, to + 60));
  }
  const precedes = new RegExp(`(?<!\\p{L})(?:${bounded(subject)}) $`, "u");
  return (text, from) => precedes.test(text.slice(Math.max(0, from - 60), from));
}

/**
 * Words of intention in the articles of an instrument that is recorded as binding, where a treaty says what is owed, and
 * words of a memorandum there (`templates/soft-words.json`). Title, headings, preamble and annexes intend much, so of the
 * opening only its last words are read; a text without articles is a fragment.
 */
export function softWords(text: Text): Warning[] {
  const own = languages.get(text.language.split("-")[0] ?? "");
  if (!own) return [];
  const last = text.articles.length;
  const headings = new Set([text.title, ...text.articles.map(({ heading }) => heading)]);
  const paragraphs = paragraphsOf(text);
  const defined = new Map<string, boolean>();
  const hasMeaning = (word: string) => {
    const known = defined.get(word) ?? isDefined(word, paragraphs);
    defined.set(word, known);
    return known;
  };
  return paragraphs.flatMap((paragraph) => {
    const { article } = paragraph;
    if (headings.has(paragraph.text) || article > last) return [];
    const operative = article > 0 || last === 0;
    // Few paragraphs have any of the words: one expression for all is much faster than one for each.
    const articles = operative && own.any.test(plainWords(paragraph.text).text) ? own.articles : [];
    return inParagraph(paragraph, [...articles, ...own.opening], text.language).filter(
      ({ found: [word = ""] = [] }) => !hasMeaning(word),
    );
  });
}

/** Whether the text gives the word a meaning of its own, as one on research does: “Participant” means an institution. */
function isDefined(word: string, paragraphs: readonly Paragraph[]): boolean {
  const stem = word.replace(/s$/, "");
  return paragraphs.some(
    ({ text }) =>
      text.includes(`“${stem}`) || text.includes(`« ${stem}`) || text.includes(`«${stem}`),
  );
}

function inParagraph(
  { article, label, text }: Paragraph,
  words: Word[],
  language: string,
): Warning[] {
  const plain = plainWords(text);
  return words.flatMap((one) => {
    const { say, key } = one;
    const found = foundIn(plain, one);
    if (found.length === 0) return [];
    return [
      {
        rule: "soft-words",
        source: { key: "practice-memorandum" },
        language,
        article,
        paragraph: label,
        detail: { key, values: { say, word: found[0] ?? "" } },
        found,
      },
    ];
  });
}

function foundIn({ text, written }: PlainWords, one: Word): string[] {
  const { pattern, aside, permits, beside } = one;
  const found = new Set<string>();
  for (const { index, 0: word } of text.matchAll(pattern)) {
    if (beside?.(text, index, index + word.length) === false) continue;
    if (aside?.test(text.slice(startOf(clauseMarks, text, index), index))) continue;
    if (permits?.test(text.slice(startOf(sentenceMarks, text, index), index))) continue;
    found.add(written(index, index + word.length));
  }
  return [...found];
}

const clauseMarks = [",", ".", ";", ":", "،", "؛"];
const sentenceMarks = [". ", "; ", "؛ "];

/** Where the clause or sentence begins that stands before this place: after the last mark that divides. */
function startOf(marks: string[], text: string, end: number): number {
  return Math.max(0, ...marks.map((mark) => text.lastIndexOf(mark, end)));
}
