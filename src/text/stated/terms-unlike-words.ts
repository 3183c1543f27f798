import {
  ordinaryTerms,
  type StatedTerm,
  statedTerms,
  type TermDifference,
  type Terms,
} from "#workflows/terms.ts";
import type { Text } from "../articles.ts";
import { agrees, isCompared, recordedValue, same } from "./agrees.ts";
import type { Stated } from "./stated.ts";
import { type ReadText, readTerms } from "./stated-terms.ts";

/**
 * - `unlike`: an article states another value than the terms record
 * - `articles-differ`: another article of the same text states the recorded value
 * - `unstated`: the terms record what the text does not say in any words that we know
 * - `wrong-article`: `terms.articles` names an article that does not concern the term
 * - `word-and-figure`: a number is written twice, in words and in figures, and they differ
 * - `not-read`: we have no words for the language. `not-compared`: the recorded form has no plain words
 */
export type DifferenceKind =
  | "unlike"
  | "articles-differ"
  | "unstated"
  | "wrong-article"
  | "word-and-figure"
  | "not-read"
  | "not-compared";

/**
 * A text that does not say what the terms record. `stated` and `recorded` have the shape of the term, or are the two
 * numbers of a `word-and-figure`, or the two articles of a `wrong-article`.
 */
export type Difference = Omit<TermDifference, "kind" | "term"> & {
  kind: DifferenceKind;
  /** Null if the text was not read. */
  term: StatedTerm | null;
};

/** Whether the difference must be mended or dismissed. What was not read is not a difference. */
export function isOpen({ kind }: { kind: string }): boolean {
  return kind !== "not-read" && kind !== "not-compared";
}

/**
 * Where the texts do not say what the terms record, at most one entry for each term, language and article. Rules, no
 * model: it prefers a missed difference to a false one (VCLT article 31(1): the text is what was agreed). A term that
 * the record lacks, because it is older than the term, is not compared; nor is one that an amendment changes.
 */
export function termsUnlikeWords(texts: Text[], recorded: Partial<Terms>): Difference[] {
  const terms = { ...ordinaryTerms, ...recorded };
  const { amended = {} } = recorded;
  // An amendment's words on a term that it changes are the amended instrument's, not its own.
  const compared = statedTerms.filter((term) => recorded[term] !== undefined && !(term in amended));
  const read = texts.map((text) => ({ text, own: readTerms(text) }));
  const first = read.find(({ own }) => own !== null)?.text;
  const all = read.flatMap(({ text, own }) => {
    const { language } = text;
    if (!own) return [entryOf("not-read", null, language)];
    const found = compared.flatMap((term) => ofTerm(term, language, own, terms));
    return text === first ? [...found, ...wrongArticles(text, own, terms, found)] : found;
  });
  if (isCompared(terms.entry) || !first) return all;
  return [...all, entryOf("not-compared", "entry", first.language)];
}

function ofTerm(term: StatedTerm, language: string, own: ReadText, terms: Terms): Difference[] {
  const statements = own.stated.filter((one) => one.term === term);
  const recorded = recordedValue(term, terms);
  if (statements.length === 0) {
    // A text of which nothing is read is not silent: it may be worded as none that we know.
    const known = own.stated.length > 0 && !own.speaksOf(term);
    const silent = known && contradictsSilence(term, terms);
    return silent ? [{ ...entryOf("unstated", term, language), recorded }] : [];
  }
  const twice = statements.filter(({ differ }) => differ).slice(0, 1);
  if (twice.length > 0) return twice.map((one) => differing(one, language));
  const unlike = statements.filter((one) => !agrees(one, terms));
  const kind = unlike.length < statements.length ? "articles-differ" : "unlike";
  const distinct = unlike.filter((one, at) => {
    return unlike.findIndex(({ value }) => same(value, one.value)) === at;
  });
  return distinct.map((one) => ({
    ...entryOf(kind, term, language),
    article: one.article,
    paragraph: one.paragraph,
    stated: one.value,
    recorded,
    found: one.found,
  }));
}

function differing(one: Stated, language: string): Difference {
  return {
    ...entryOf("word-and-figure", one.term, language),
    article: one.article,
    paragraph: one.paragraph,
    stated: one.differ?.word,
    recorded: one.differ?.figure,
    found: one.found,
  };
}

/**
 * Whether a text that is silent on the term says something else than the terms. Consent, settlement, amendment and the
 * depositary may be agreed outside the text (VCLT articles 11, 39 and 76), so silence is no contradiction.
 */
function contradictsSilence(term: StatedTerm, terms: Terms): boolean {
  switch (term) {
    case "entry":
      return isCompared(terms.entry) && terms.entry.form !== ordinaryTerms.entry.form;
    case "provisional":
      return terms.provisional !== "none";
    case "reservations":
      return terms.reservations === "prohibited";
    case "duration":
      return terms.duration !== "unlimited";
    case "withdrawal":
      return typeof terms.withdrawal !== "string";
    case "accession":
      return terms.accession;
    case "prevailing":
      return terms.prevailing !== null;
    case "minimumParties":
      return (terms.minimumParties ?? 2) > 2;
    default:
      return false;
  }
}

function wrongArticles(
  { language, articles }: Text,
  own: ReadText,
  terms: Terms,
  found: Difference[],
): Difference[] {
  return statedTerms.flatMap((term) => {
    const article = terms.articles?.[term];
    if (article === undefined || found.some((one) => one.term === term)) return [];
    if (article <= articles.length && own.concerns(article, term)) return [];
    const there = own.stated.find((one) => one.term === term)?.article ?? null;
    return [
      {
        ...entryOf("wrong-article", term, language),
        article: there,
        stated: there,
        recorded: article,
      },
    ];
  });
}

function entryOf(kind: DifferenceKind, term: StatedTerm | null, language: string): Difference {
  return { kind, term, language, article: null, stated: null, recorded: null, found: [] };
}
