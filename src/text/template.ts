import type { Choice } from "./clauses.ts";
import type { Variable } from "./variables.ts";

/** A kind of instrument that a lawyer has written: its words per language and its variables. */
export type Template = {
  name: string;
  /** Who has reviewed the words; `none` if no one has. */
  reviewed: string;
  title: Record<string, string>;
  languages: string[];
  minimumParties: number;
  maximumParties: number | null;
  variables: Record<string, Variable>;
  /** What its final clauses mean to the law; `ordinaryTerms` for whatever is not set. */
  terms: Record<string, unknown>;
  /** The articles taken from the library, by topic. */
  clauses: Record<string, Choice>;
  /** Markdown with `{{placeholders}}`, by language. */
  texts: Record<string, string>;
};
