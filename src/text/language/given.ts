import type { Joined, Marks } from "./data.ts";

/** The words of a language that we do not ship, as an office gives them with one agreement. */
export type GivenLanguage = {
  /** The language's name in itself. */
  name: string;
  /** With `{n}`, and `{n}` and `{of}`, as in a language's file. */
  article: string;
  page: string;
  annex: string;
  contents: string;
  signatures: string;
  seal: string;
  digest: string;
  list: Joined;
  /** What follows the parties' names and opens the text: "have agreed as follows:". */
  opening: string;
  /** The closing formula of this agreement, with `{place}`, `{languages}` and, by the alternat, `{originals}`. */
  closing: string;
  /** Which text prevails, with `{prevailing}`, if the agreement names one. */
  prevailing?: string | undefined;
  /** The names of the agreement's languages in this one, as its formulas need them. */
  names: Record<string, string>;
  /** How the agreement's other languages call this one, as their formulas need it. */
  calledIn?: Record<string, string> | undefined;
};

/** By language. */
export type Given = Record<string, GivenLanguage>;

export function givenMarks(given: Given | undefined, language: string): Marks | undefined {
  if (!given || !Object.hasOwn(given, language)) return undefined;
  const own = given[language];
  return own && { ...own, annexes: `${own.annex} {n}` };
}

/** The key of a template's text for languages whose words come with an agreement, `any.md`; no tag is so written. */
export const anyLanguage = "*";
