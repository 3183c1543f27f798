export type Rule =
  | "languages-complete"
  | "same-shape"
  | "same-figures"
  | "final-clauses"
  | "memorandum-words"
  | "terms"
  | "open-brackets"
  | "placeholders"
  | "look-alikes"
  | "dates"
  | "figures-in-words";

/** A point that a lawyer should check before the text is circulated; it never blocks. */
export type Warning = {
  rule: Rule;
  /** The source of the rule: an article of a treaty, or practice. */
  source: string;
  language: string;
  /** The article's number; 0 is the title and the preamble, null the text as a whole. */
  article: number | null;
  /** The paragraph's printed number, `2` or `2.1`, if it has one. */
  paragraph?: string | undefined;
  detail: string;
  /** The words that the rule concerns, as written. */
  found?: string[] | undefined;
  /** In the Markdown, from 1. */
  line?: number | undefined;
  column?: number | undefined;
};
