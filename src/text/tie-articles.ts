import { statedTerms, type TermArticles } from "#workflows/terms.ts";
import { parseText } from "./markdown.ts";

/**
 * Follows the articles that terms come from into a changed text of the same language: by the article's heading, which
 * must be the only one of its kind. A term whose article is gone has none.
 */
export function tieArticles(
  ties: TermArticles,
  { before, after, language }: { before: string; after: string; language: string },
): TermArticles {
  const [old, now] = [before, after].map((markdown) => headingsOf(markdown, language));
  const moved = statedTerms.flatMap((term) => {
    const heading = old?.[(ties[term] ?? 0) - 1];
    const found = now?.flatMap((one, index) => (one === heading ? [index + 1] : [])) ?? [];
    return heading !== undefined && found.length === 1 ? [[term, found[0]] as const] : [];
  });
  return Object.fromEntries(moved);
}

function headingsOf(markdown: string, language: string): string[] {
  return parseText(markdown, language).articles.map(({ heading }) => heading);
}
