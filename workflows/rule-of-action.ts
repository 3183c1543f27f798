import type { Terms, TiedTerm } from "./terms.ts";

/**
 * Why: the text's own clause, the Vienna Convention, or the depositary's practice. `article` is an article of the text for a
 * clause, and of the convention for it, as cited (`20(5)`).
 */
export type ActionRule = {
  basis: "clause" | "convention" | "practice";
  article: string | null;
};

/** The depositary's own practice. */
export const practice: ActionRule = { basis: "practice", article: null };

/** An article of the Vienna Convention, as cited. */
export function vienna(article: string): ActionRule {
  return { basis: "convention", article };
}

/** The text's own article, if the record ties the term to one; else the convention's. */
export function byClause({ articles = {} }: Terms, term: TiedTerm, otherwise: string): ActionRule {
  const article = articles[term];
  return article === undefined ? vienna(otherwise) : { basis: "clause", article: String(article) };
}
