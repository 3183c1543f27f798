import words from "../../../../templates/defined-terms.json" with { type: "json" };
import { primaryOf } from "../../party-forms.ts";
import { bounded } from "../binding/whole-words.ts";

/** How a language defines a term (`templates/defined-terms.json`). */
type Words = {
  /** After a term. */
  means: string;
  /** Before a term: «Под «грузом» понимается», «يقصد بمصطلح». */
  earlier?: string;
  /** Later in the sentence of a term: «… білдіреді». */
  later?: string;
  /** What makes a dash after a term a definition, in its passage. */
  lead?: string;
  /** A term without marks, its first group. */
  bare?: string;
  /** Before a name with capitals and without marks: “hereinafter referred to as the Centre”. */
  named?: string;
  /** Between two such names: “the Lender and the Borrower”. */
  joined: string;
  /** Between the alternatives of a definition. */
  or: string;
  marker: string;
  article: string;
  plain: string;
  /** A body, a person or a thing with capitals that is spoken of as known: “the Scientific Board”. */
  body: string;
  /** Before a body that is made or named for the first time. */
  made?: string;
  /** After it there. */
  thenMade?: string;
  /** In a language without capitals, the nouns of such bodies. */
  heads?: string;
  /** What limits a definition to one article or annex. */
  scope: string;
  /** In the title of an instrument that builds on another one, whose terms and bodies it uses. */
  second: string;
};

export type Patterns = {
  /** At the beginning of what follows a term. */
  means: RegExp;
  /** Anywhere in a passage. */
  meant: RegExp;
  earlier: RegExp | null;
  later: RegExp | null;
  lead: RegExp | null;
  bare: RegExp | null;
  named: RegExp | null;
  or: RegExp;
  scope: RegExp;
  second: RegExp;
  marker: RegExp;
  article: RegExp;
  plain: RegExp;
  body: RegExp;
  made: RegExp | null;
  thenMade: RegExp | null;
  heads: RegExp | null;
};

const known = new Map<string, Patterns | null>();

export function patternsOf(language: string): Patterns | null {
  const primary = primaryOf(language);
  const made = known.get(primary);
  if (made !== undefined) return made;
  const own = (words as Record<string, Words>)[primary];
  const patterns = own ? compiled(own) : null;
  known.set(primary, patterns);
  return patterns;
}

function compiled(own: Words): Patterns {
  const optional = (source: string | undefined, around: (one: string) => string, flags: string) =>
    source === undefined ? null : new RegExp(bounded(around(source)), flags);
  const compile = (source: string, flags: string) => new RegExp(bounded(source), flags);
  const as = (one: string) => one;
  return {
    means: compile(`^ ?${own.means}(?!\\p{L})`, "u"),
    meant: compile(`(?<!\\p{L})${own.means}(?!\\p{L})`, "u"),
    earlier: optional(own.earlier, (one) => `(?<!\\p{L})${one} ?$`, "u"),
    later: optional(own.later, (one) => `(?<!\\p{L})${one}(?!\\p{L})`, "u"),
    lead: optional(own.lead, as, "iu"),
    bare: optional(own.bare, as, "u"),
    named: optional(own.named, (one) => namedAfter(one, own), "gu"),
    or: compile(`(?<!\\p{L})(?:${own.or})(?!\\p{L})`, "gu"),
    scope: compile(own.scope, "iu"),
    second: compile(own.second, "iu"),
    marker: compile(own.marker, "iu"),
    article: compile(`^(?:${own.article})[ ’']{1,3}`, "iu"),
    plain: compile(`^(?:${own.plain})$`, "iu"),
    body: compile(own.body, "gu"),
    made: optional(own.made, (one) => `(?<!\\p{L})${one}`, "u"),
    thenMade: optional(own.thenMade, as, "u"),
    heads: optional(own.heads, (one) => `(?<!\\p{L})[وفبل]?(?:${one}) (?!ال)\\p{L}`, "u"),
  };
}

/** Up to three words with capitals, and as many once more after “and”. */
function namedAfter(words: string, { article, joined }: Words): string {
  const name = `(?:(?:${article})[ ’'])?(\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+){0,2})`;
  return `(?<!\\p{L})(?:${words}) (?:“|«|„)?${name}(?: (?:${joined}) ${name})?`;
}
