import vocabulary from "../../../../templates/soft-words.json" with { type: "json" };
import type { Text } from "../../articles.ts";
import { type Paragraph, paragraphsOf } from "../paragraphs.ts";
import { type PlainWords, plainWords } from "../plain-words.ts";
import type { SentenceKey } from "../sentence.ts";
import type { Warning } from "../warning.ts";
import { whole } from "./whole-words.ts";

type Entry = [find: string, say: string];
type Own = {
  duty: string;
  /** Words that make a clause dependent: “a museum that intends to”, “if a Party intends to”. */
  aside?: string;
  intention: string;
  memorandum: Entry[];
  opens: Entry[];
};
type Word = { pattern: RegExp; say: string; key: SentenceKey; aside: RegExp | null };

const languages = new Map(
  Object.entries(vocabulary as unknown as Record<string, Own>).map(([language, own]) => {
    const { duty, aside, intention, memorandum, opens } = own;
    const entry = ([find, say]: Entry): Word => ({
      ...{ pattern: whole(find, "gu"), say, key: "soft-memorandum", aside: null },
    });
    const intended: Word = {
      ...{ pattern: whole(intention, "gu"), say: duty, key: "soft-intention" },
      aside: aside === undefined ? null : whole(aside, "iu"),
    };
    return [
      language,
      { articles: [intended, ...memorandum.map(entry)], opening: opens.map(entry) },
    ];
  }),
);

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
  return paragraphs.flatMap((paragraph) => {
    const { article } = paragraph;
    if (headings.has(paragraph.text) || article > last) return [];
    const operative = article > 0 || last === 0;
    return inParagraph(
      paragraph,
      operative ? [...own.articles, ...own.opening] : own.opening,
      text.language,
    ).filter(({ found: [word = ""] = [] }) => !isDefined(word, paragraphs));
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
  return words.flatMap(({ pattern, say, key, aside }) => {
    const found = foundIn(plain, pattern, aside);
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

function foundIn({ text, written }: PlainWords, pattern: RegExp, aside: RegExp | null): string[] {
  const found = new Set<string>();
  for (const { index, 0: word } of text.matchAll(pattern)) {
    const clause = text.slice(clauseStart(text, index), index);
    if (aside?.test(clause) !== true) found.add(written(index, index + word.length));
  }
  return [...found];
}

/** Where the clause begins that stands before this place: after the last mark that divides. */
function clauseStart(text: string, end: number): number {
  return Math.max(0, ...[",", ".", ";", ":", "،", "؛"].map((mark) => text.lastIndexOf(mark, end)));
}
