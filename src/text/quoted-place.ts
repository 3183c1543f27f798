import { divide, type Part } from "./comparison/divide.ts";
import type { Around } from "./forms.ts";

/** Quoted words of an article, and which time they stand in it if they stand there more than once, from 1. */
export type Quoted = { article: number; found: string; nth?: number | undefined };

/** Words that were replaced by others. */
export type Replaced = Quoted & { corrected: string };

/**
 * How often the quoted words stand in an article of a text as it has been corrected so far, without overlaps; null if
 * there is no such article. People quote words as displayed; a program may also quote the Markdown.
 */
export function timesQuoted(
  markdown: string,
  language: string,
  earlier: Replaced[],
  { article, found }: Quoted,
  around?: Around,
): number | null {
  const part = divide(markdown, language, around)[article];
  if (!part) return null;
  const own = earlier.filter((one) => one.article === article);
  const { text, source } = own.reduce(replaced, wordsOf(part));
  const words = spaced(found);
  return timesIn(text, words) || timesIn(source, words);
}

type Words = { text: string; source: string };

function wordsOf({ text, source }: Part): Words {
  return { text: spaced(text), source: spaced(source) };
}

function replaced({ text, source }: Words, { found, corrected, nth = 1 }: Replaced): Words {
  const [words, others] = [spaced(found), spaced(corrected)];
  return {
    text: replaceIn(text, words, others, nth),
    source: replaceIn(source, words, others, nth),
  };
}

function replaceIn(text: string, words: string, others: string, nth: number): string {
  const pieces = text.split(words);
  if (words === "" || pieces.length <= nth) return text;
  return [pieces.slice(0, nth).join(words), pieces.slice(nth).join(words)].join(others);
}

function timesIn(text: string, words: string): number {
  return words === "" ? 0 : text.split(words).length - 1;
}

function spaced(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}
