import type { Text } from "../articles.ts";
import { bare, figuresOf, readsWords } from "./figures.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import type { Warning } from "./warning.ts";

/** The most figures that are named for one article. */
const maxFigures = 20;

/**
 * The articles in which a language has other numbers, dates, amounts or references than the first one. Does not read
 * numbers in words. The shape check covers texts with a different count of articles.
 */
export function otherFigures(texts: Text[]): Warning[] {
  const [first, ...others] = texts;
  if (!first) return [];
  return others
    .filter(({ articles, annexes }) => {
      return articles.length === first.articles.length && annexes.length === first.annexes.length;
    })
    .flatMap((text) => {
      const exact = readsWords(first.language) && readsWords(text.language);
      const theirs = byArticle(first, exact);
      return byArticle(text, exact).flatMap((mine, article) => {
        const extra = without(mine, theirs[article] ?? []).slice(0, maxFigures);
        const missing = without(theirs[article] ?? [], mine).slice(0, maxFigures);
        if (extra.length + missing.length === 0) return [];
        return [warning(text.language, first.language, article, { extra, missing })];
      });
    });
}

function byArticle(text: Text, exact: boolean): string[][] {
  const figures: string[][] = Array.from(
    { length: text.articles.length + text.annexes.length + 1 },
    () => [],
  );
  for (const paragraph of paragraphsOf(text)) {
    const own = figuresIn(paragraph, text.language);
    for (const figure of exact ? own : own.flatMap(bare)) figures[paragraph.article]?.push(figure);
  }
  return figures;
}

function figuresIn({ text, references }: Paragraph, language: string): string[] {
  return [...figuresOf(text, language), ...references.map((number) => `→${number}`)];
}

/** The first list minus the second, counting repeated figures. */
function without(list: string[], other: string[]): string[] {
  const left = new Map<string, number>();
  for (const figure of other) left.set(figure, (left.get(figure) ?? 0) + 1);
  return list.filter((figure) => {
    const count = left.get(figure) ?? 0;
    left.set(figure, count - 1);
    return count <= 0;
  });
}

type Difference = { extra: string[]; missing: string[] };

function warning(
  language: string,
  first: string,
  article: number,
  { extra, missing }: Difference,
): Warning {
  const key =
    extra.length === 0
      ? "figures-missing"
      : missing.length === 0
        ? "figures-extra"
        : "figures-unlike";
  return {
    rule: "same-figures",
    source: { key: "vclt", values: { article: "33(3)" } },
    language,
    article,
    detail: { key, values: { extra, missing, language: { language: first } } },
    ...(extra.length > 0 && { found: extra }),
  };
}
