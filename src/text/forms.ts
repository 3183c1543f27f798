import type { Marks } from "./language/data.ts";
import { type Given, givenMarks } from "./language/given.ts";
import { marksOf, numbered } from "./language/marks-of.ts";

/**
 * What we print around a language's text, from its file in `templates/languages`. A language that has none prints
 * neutral marks, which need no words.
 */
export type Forms = {
  /** The heading of an article. */
  article: (number: number) => string;
  /** A cross-reference to an article; the space in it does not break. */
  reference: (number: number) => string;
  page: (number: number, of: number) => string;
  /** The heading of an annex, numbered if there are several. */
  annex: (number: number, of: number) => string;
  contents: string;
  between: string;
  and: string;
  signatures: string;
  seal: string;
  digest: string;
};

const byTag = new Map<string, Forms>();
const maxTags = 1000;

/** What we print around a text; `given` are the words that came with the agreement. */
export function formsOf(language: string, given?: Given): Forms {
  const own = givenMarks(given, language);
  if (own) return formsFrom(own);
  const known = byTag.get(language);
  if (known) return known;
  const marks = marksOf(language);
  const forms = marks ? formsFrom(marks) : neutral;
  if (byTag.size < maxTags) byTag.set(language, forms);
  return forms;
}

function formsFrom(marks: Marks): Forms {
  const { article, firstArticle, reference = article, digits } = marks;
  const { firstReference = marks.reference ? undefined : firstArticle } = marks;
  const heading = (rest: string, first?: string) => (n: number) =>
    numbered(n === 1 && first ? first : rest, n, digits);
  return {
    ...neutral,
    ...{ between: marks.between ?? "", and: marks.and ?? "" },
    ...{ contents: marks.contents, signatures: marks.signatures },
    ...(marks.seal && { seal: marks.seal }),
    ...(marks.digest && { digest: marks.digest }),
    article: heading(article, firstArticle),
    reference: heading(reference, firstReference),
    page: (n, of) => marks.page.replace("{n}", `${n}`).replace("{of}", `${of}`),
    annex: (n, of) => (of > 1 ? numbered(marks.annexes, n) : marks.annex),
  };
}

const neutral: Forms = {
  article: (n) => `§\u00a0${n}`,
  reference: (n) => `§\u00a0${n}`,
  page: (n, of) => `${n} / ${of}`,
  annex: (n, of) => (of > 1 ? `+\u00a0${n}` : "+"),
  contents: "",
  between: "",
  and: "",
  signatures: "",
  seal: "",
  digest: "SHA-256",
};
