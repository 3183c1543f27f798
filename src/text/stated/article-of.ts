import type { TermArticles } from "#workflows/terms.ts";
import type { Text } from "../articles.ts";
import { statedTerms } from "./stated-terms.ts";

/** The article of the text that states each term: the first, if several do. Ties terms to their articles. */
export function articleOf(text: Text): TermArticles {
  const articles: TermArticles = {};
  for (const { term, article } of statedTerms(text)) articles[term] ??= article;
  return articles;
}
