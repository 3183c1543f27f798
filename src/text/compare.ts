import { pairArticles } from "./comparison/articles.ts";
import { divide, type Part } from "./comparison/divide.ts";
import { compareParagraphs, type ParagraphChange, whole } from "./comparison/paragraphs.ts";

export type { ParagraphChange } from "./comparison/paragraphs.ts";
export type { Run } from "./comparison/runs.ts";

export type ArticleChange = {
  change: "same" | "changed" | "added" | "removed";
  /** Stands in another order among the articles that both versions have. */
  moved: boolean;
  /** Its number in each version, null where it has none; 0 is the title and the preamble. */
  from: number | null;
  to: number | null;
  heading: string;
  paragraphs: ParagraphChange[];
};

/**
 * What changed between two versions of a text, article by article and word by word, in the new version's
 * order. Texts are compared as they are written, marks and all, so that nothing but blank lines escapes.
 * Where very much has changed in one place, it is shown as replaced: the time stays bounded.
 */
export function compareTexts(from: string, to: string): ArticleChange[] {
  return pairArticles(divide(from), divide(to)).map((pair) => ({
    moved: pair.moved,
    from: pair.from?.number ?? null,
    to: pair.to?.number ?? null,
    heading: (pair.to ?? pair.from)?.heading ?? "",
    ...compareArticle(pair.from, pair.to),
  }));
}

function compareArticle(
  from: Part | undefined,
  to: Part | undefined,
): Pick<ArticleChange, "change" | "paragraphs"> {
  if (!from || !to) {
    const change = to ? "added" : "removed";
    const texts = (to ?? from)?.paragraphs ?? [];
    return { change, paragraphs: texts.map((text) => whole(change, text)) };
  }
  const paragraphs = compareParagraphs(from.paragraphs, to.paragraphs);
  const same = paragraphs.every(({ change }) => change === "same");
  return { change: same ? "same" : "changed", paragraphs };
}
