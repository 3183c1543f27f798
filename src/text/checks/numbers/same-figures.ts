import type { Text } from "../../articles.ts";
import { differencesOf, type QuantityDifference } from "../../quantities/differences.ts";
import { quantitiesOf, type ReadParagraph } from "../../quantities/in-text.ts";
import { quantityWords } from "../../quantities/quantity-words.ts";
import type { Sentence } from "../sentence.ts";
import type { Place, Warning } from "../warning.ts";

/** The most differences that are named for one article. */
const maxDifferences = 20;

/**
 * Numbers, dates, amounts and references that another text than the first does not have, in words or in figures:
 * paragraph by paragraph if an article is built alike in both, else for the article as a whole. The shape check covers
 * texts with a different count of articles.
 */
export function otherFigures(texts: Text[]): Warning[] {
  const [first, ...others] = texts;
  if (!first) return [];
  const theirs = byArticle(first);
  return others
    .filter(({ articles, annexes }) => {
      return articles.length === first.articles.length && annexes.length === first.annexes.length;
    })
    .flatMap((text) => {
      const allRead = [first, text].every(
        ({ language }) => quantityWords(primaryOf(language))?.whole,
      );
      return byArticle(text).flatMap((mine, article) => {
        return pairs(mine, theirs[article] ?? [])
          .flatMap((pair) => compared(pair, allRead, text.language, first.language))
          .slice(0, maxDifferences);
      });
    });
}

function primaryOf(language: string): string {
  return language.split("-")[0] ?? "";
}

function byArticle(text: Text): ReadParagraph[][] {
  const articles: ReadParagraph[][] = Array.from(
    { length: text.articles.length + text.annexes.length + 1 },
    () => [],
  );
  for (const paragraph of quantitiesOf(text)) articles[paragraph.article]?.push(paragraph);
  return articles;
}

/** Paragraphs that say the same in two languages. */
type Pair = { here: ReadParagraph[]; there: ReadParagraph[] };

function pairs(here: ReadParagraph[], there: ReadParagraph[]): Pair[] {
  const alike =
    here.length === there.length && here.every(({ label }, at) => label === there[at]?.label);
  if (!alike) return [{ here, there }];
  return here.map((one, at) => ({ here: [one], there: there.slice(at, at + 1) }));
}

function compared(
  { here, there }: Pair,
  allRead: boolean,
  language: string,
  other: string,
): Warning[] {
  const quantities = (paragraphs: ReadParagraph[]) => paragraphs.flatMap((one) => one.quantities);
  const [mine, theirs] = [quantities(here), quantities(there)];
  if (mine.length + theirs.length === 0) return [];
  return differencesOf(mine, theirs, allRead).flatMap((difference) => {
    const [own, others] = [quoteOf(difference.here, here), quoteOf(difference.there, there)];
    const place = own ?? others;
    if (!place) return [];
    return [
      {
        rule: "same-figures" as const,
        source: { key: "vclt", values: { article: "33(3)" } } as const,
        language,
        article: place.article,
        paragraph: place.paragraph,
        detail: sentenceOf(difference, own?.words, others?.words, other),
        ...(own?.words && { found: [own.words] }),
        ...(others?.words && { also: [placeOf(others, other)] }),
      },
    ];
  });
}

function placeOf({ words, article, paragraph }: Quote, language: string): Place {
  return { language, article, paragraph, found: [words] };
}

type Quote = { words: string; article: number; paragraph: string | undefined };

function quoteOf(
  quantity: QuantityDifference["here"],
  paragraphs: ReadParagraph[],
): Quote | undefined {
  const paragraph = paragraphs.find(({ quantities }) => quantity && quantities.includes(quantity));
  if (!quantity || !paragraph) return undefined;
  const words = paragraph.text.slice(quantity.from, quantity.to);
  return { words, article: paragraph.article, paragraph: paragraph.label };
}

function sentenceOf(
  { here, there }: QuantityDifference,
  own: string | undefined,
  others: string | undefined,
  other: string,
): Sentence {
  const language = { language: other };
  const of = (here ?? there)?.kind === "reference" ? "references" : "figures";
  const [mine, theirs] =
    of === "references" ? [here?.value, there?.value] : [own || undefined, others || undefined];
  if (mine !== undefined && theirs !== undefined) {
    return { key: `${of}-unlike`, values: { here: mine, there: theirs, language } };
  }
  return mine !== undefined
    ? { key: `${of}-extra`, values: { here: mine, language } }
    : { key: `${of}-missing`, values: { there: theirs ?? "", language } };
}
