import type { Headings } from "#workflows/headings.ts";
import type { Marks } from "./language/data.ts";
import { type Given, givenMarks } from "./language/given.ts";
import { marksOf, numbered } from "./language/marks-of.ts";
import { inForm } from "./reference-forms.ts";

export { type Headings, headings } from "#workflows/headings.ts";

/**
 * What we print around a language's text, from its file in `templates/languages`. A language that has none prints
 * neutral marks, which need no words.
 */
export type Forms = {
  headings: Headings;
  /** The heading of an article, or of a section if the agreement has sections. */
  article: (number: number) => string;
  /** A cross-reference to an article, in a form that its sentence needs; the space in it does not break. */
  reference: (number: number, form?: string) => string;
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

/** What an agreement itself says of what is printed around its texts. */
export type Around = {
  /** The words of languages that we do not ship. */
  given?: Given | undefined;
  /** Articles by default. */
  headings?: Headings | undefined;
};

const byTag = { articles: new Map<string, Forms>(), sections: new Map<string, Forms>() };
const maxTags = 1000;

/** What we print around a text. A language without a word for a section has articles. */
export function formsOf(language: string, { given, headings = "articles" }: Around = {}): Forms {
  const own = givenMarks(given, language);
  if (own) return formsFrom(own, language);
  const known = byTag[headings].get(language);
  if (known) return known;
  const marks = marksOf(language);
  const forms = marks ? headedAs(headings, marks, language) : neutral;
  if (byTag[headings].size < maxTags) byTag[headings].set(language, forms);
  return forms;
}

/** The same with the other word: what a text that comes from elsewhere may call its articles. */
export function otherHeadings(language: string, { headings }: Forms): Forms {
  return formsOf(language, { headings: headings === "articles" ? "sections" : "articles" });
}

function headedAs(headings: Headings, marks: Marks, language: string): Forms {
  const { section, sectionReference: reference } = marks;
  if (headings === "articles" || !section) return formsFrom(marks, language);
  const { firstArticle: _, firstReference: __, reference: ___, ...rest } = marks;
  const own = { ...rest, article: section, ...(reference && { reference }) };
  return formsFrom(own, language, "sections");
}

function formsFrom(marks: Marks, language: string, headings: Headings = "articles"): Forms {
  const { article, firstArticle, reference = article, digits } = marks;
  const { firstReference = marks.reference ? undefined : firstArticle } = marks;
  const usual = heading(reference, firstReference);
  return {
    ...neutral,
    ...{ between: marks.between ?? "", and: marks.and ?? "" },
    ...{ contents: marks.contents, signatures: marks.signatures },
    ...(marks.seal && { seal: marks.seal }),
    ...(marks.digest && { digest: marks.digest }),
    headings,
    article: heading(article, firstArticle),
    reference: (n, form) =>
      form === undefined ? usual(n) : inForm(form, { article: n, language, headings }),
    page: (n, of) => marks.page.replace("{n}", `${n}`).replace("{of}", `${of}`),
    annex: (n, of) => (of > 1 ? numbered(marks.annexes, n) : marks.annex),
  };

  function heading(rest: string, first?: string) {
    return (n: number) => numbered(n === 1 && first ? first : rest, n, digits);
  }
}

const neutral: Forms = {
  headings: "articles",
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
