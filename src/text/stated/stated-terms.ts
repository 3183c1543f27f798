import { type StatedTerm, statedTerms as termNames } from "#workflows/terms.ts";
import type { Text } from "../articles.ts";
import { type ArticleWords, articleWords } from "./article-words.ts";
import { type Look, readers } from "./kinds.ts";
import { matchWording } from "./match-wording.ts";
import type { Phrase } from "./phrase.ts";
import type { Stated } from "./stated.ts";
import { type ReadTerm, type StatedWords, statedWords } from "./stated-words.ts";

/** A text that was read: what its articles say, and which of them concern a term at all. */
export type ReadText = {
  stated: Stated[];
  /** Whether the text may state a term in words that we do not read. */
  speaksOf(term: StatedTerm): boolean;
  /** Whether the article concerns the term. */
  concerns(article: number, term: StatedTerm): boolean;
};

/**
 * What each article of a text says about the terms, article by article; an article that says nothing that we read
 * about a term has no entry. Reads the wording of our own templates and clauses and the usual wording of treaties.
 * Annexes, block quotes and long quotations are not read.
 */
export function statedTerms(text: Text): Stated[] {
  return readTerms(text)?.stated ?? [];
}

const read = new WeakMap<Text, ReadText>();

/** The same, with what silence needs; null if we have no words for the language. */
export function readTerms(text: Text): ReadText | null {
  const known = read.get(text);
  if (known) return known;
  const words = statedWords(text.language);
  if (!words) return null;
  const made = readText(text, words);
  read.set(text, made);
  return made;
}

function readText(text: Text, words: StatedWords): ReadText {
  const language = text.language.split("-")[0] ?? "";
  const articles = text.articles.map((article) => articleWords(article, language));
  const concerned = new Map<StatedTerm, ArticleWords[]>();
  for (const article of articles) {
    const terms = new Set(article.tokens.flatMap(({ word }) => words.concernedBy(word)));
    for (const term of terms) concerned.set(term, [...(concerned.get(term) ?? []), article]);
  }
  const stated = termNames.flatMap((term) => {
    const own = concerned.get(term) ?? [];
    return own.flatMap((article) => stateIn(term, article, own, words) ?? []);
  });
  return {
    stated: stated.sort((a, b) => a.article - b.article),
    speaksOf: (term) => articles.some(({ line }) => some(words.terms[term].spoken, line)),
    concerns: (number, term) => concerned.get(term)?.some((one) => one.number === number) ?? false,
  };
}

function stateIn(
  term: StatedTerm,
  article: ArticleWords,
  all: ArticleWords[],
  { terms, languageOf }: StatedWords,
): Stated | null {
  const { kinds }: ReadTerm = terms[term];
  const match = (kind: string, within = article) => matchWording(kinds[kind] ?? [], within);
  const look: Look = {
    match: (kind) => match(kind),
    anywhere: (kind) => all.some((one) => match(kind, one) !== null),
    languageOf,
  };
  const found = readers[term](look);
  if (!found) return null;
  const { value, by, unread = [] } = found;
  return {
    term,
    value,
    article: article.number,
    paragraph: by[0]?.paragraph,
    found: by.flatMap((one) => one.found),
    unread,
    differ: by.find(({ differ }) => differ)?.differ,
  } as Stated;
}

function some(phrases: Phrase[], line: string): boolean {
  return phrases.some((phrase) => phrase.find(line) !== null);
}
