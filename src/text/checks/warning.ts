import type { Sentence } from "./sentence.ts";

export type Rule =
  | "languages-complete"
  | "same-shape"
  | "same-figures"
  | "final-clauses"
  | "memorandum-words"
  | "terms"
  | "office-words"
  | "open-brackets"
  | "placeholders"
  | "look-alikes"
  | "dates"
  | "figures-in-words"
  | "references"
  | "amounts"
  | "party-names"
  | "restated-numbers"
  | "instrument-name"
  | "defined-terms"
  | "negation"
  | "modals"
  | "soft-words";

/** The other place that a warning speaks of: the words of another language or of another article. */
export type Place = {
  language: string;
  /** The article's number; 0 is the title and the preamble. */
  article: number;
  paragraph?: string | undefined;
  /** The words, as written. */
  found: string[];
};

/** A point that a lawyer should check before the text is circulated; it never blocks. */
export type Warning = {
  rule: Rule;
  /** The source of the rule: an article of a treaty, or practice. */
  source: Sentence;
  language: string;
  /** The article's number; 0 is the title and the preamble, null the text as a whole. */
  article: number | null;
  /** The paragraph's printed number, `2` or `2.1`, if it has one. */
  paragraph?: string | undefined;
  detail: Sentence;
  /** The words that the rule concerns, as written. */
  found?: string[] | undefined;
  /** The places that these words differ from. */
  also?: Place[] | undefined;
  /** In the Markdown, from 1. */
  line?: number | undefined;
  column?: number | undefined;
};
