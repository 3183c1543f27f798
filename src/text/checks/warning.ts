export type Rule =
  | "languages-complete"
  | "same-shape"
  | "same-figures"
  | "final-clauses"
  | "memorandum-words"
  | "terms"
  | "open-brackets";

/** What a lawyer should look at before the text is circulated; it never blocks. */
export type Warning = {
  rule: Rule;
  /** Where the rule comes from: an article of a treaty, or practice. */
  source: string;
  language: string;
  /** The article's number; 0 is the title and the preamble, null the text as a whole. */
  article: number | null;
  /** The number that the paragraph prints, `2` or `2.1`, where it has one. */
  paragraph?: string | undefined;
  detail: string;
  /** The words that the rule is about, as they were written. */
  found?: string[] | undefined;
  /** In the Markdown, from 1. */
  line?: number | undefined;
  column?: number | undefined;
};
