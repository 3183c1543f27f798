import type { Text } from "../../articles.ts";
import { type Paragraph, paragraphsOf } from "../paragraphs.ts";

/** Where words stand in one language. */
export type Place = { language: string; article: number; label?: string | undefined; text: string };

/** The same sentence in two languages; whole paragraphs if they are not divided alike. */
export type Pair = { first: Place; other: Place };

/**
 * The sentences of two texts side by side: article by article and paragraph by paragraph where both have as many, and
 * sentence by sentence where the paragraphs have as many. Articles that are built differently are left out.
 */
export function sentencePairs(first: Text, other: Text): Pair[] {
  const theirs = byArticle(first);
  return [...byArticle(other)].flatMap(([article, mine]) => {
    const same = theirs.get(article) ?? [];
    if (same.length !== mine.length) return [];
    return mine.flatMap((paragraph, at) => {
      const before = same[at];
      return before ? inParagraph(place(first, before), place(other, paragraph)) : [];
    });
  });
}

function byArticle(text: Text): Map<number, Paragraph[]> {
  return Map.groupBy(paragraphsOf(text), ({ article }) => article);
}

function place({ language }: Text, { article, label, text }: Paragraph): Place {
  return { language, article, label, text };
}

function inParagraph(first: Place, other: Place): Pair[] {
  const [theirs, mine] = [sentencesOf(first.text), sentencesOf(other.text)];
  if (theirs.length !== mine.length) return [{ first, other }];
  return mine.flatMap((text, at) =>
    inSentence({ ...first, text: theirs[at] ?? "" }, { ...other, text }),
  );
}

function inSentence(first: Place, other: Place): Pair[] {
  const [theirs, mine] = [first.text.split(/[;؛]/), other.text.split(/[;؛]/)];
  if (theirs.length !== mine.length) return [{ first, other }];
  return mine.map((text, at) => ({
    first: { ...first, text: theirs[at] ?? "" },
    other: { ...other, text },
  }));
}

const ends = /[.!?؟。…]["»”’)\]]?(?=\s)/gu;

/** The sentences of a paragraph. A full stop after one or two letters, or before a small letter or figure, ends none. */
export function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: end, index } of paragraph.matchAll(ends)) {
    const after = index + end.length;
    const shortened = /(?:^|[\s.(«“])\p{L}{1,2}$/u.test(
      paragraph.slice(Math.max(0, index - 4), index),
    );
    if (shortened || /^\s+[\p{Ll}\p{Nd}]/u.test(paragraph.slice(after, after + 8))) continue;
    sentences.push(paragraph.slice(start, after).trim());
    start = after;
  }
  const rest = paragraph.slice(start).trim();
  return rest ? [...sentences, rest] : sentences;
}
