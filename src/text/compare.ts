import { type Pair, pairArticles } from "./comparison/articles.ts";
import { divideBoth, type Part } from "./comparison/divide.ts";
import {
  compareParagraphs,
  type ParagraphChange,
  wholeParagraphs,
} from "./comparison/paragraphs.ts";
import { labelRuns, type Run } from "./comparison/runs.ts";
import type { Reference } from "./comparison/tokens.ts";
import { type Around, formsOf } from "./forms.ts";
import type { Reference as Referring } from "./reference-forms.ts";

export type { ParagraphChange } from "./comparison/paragraphs.ts";
export type { Run } from "./comparison/runs.ts";
export type { RowChange, TableChange } from "./comparison/tables.ts";

export type ArticleChange = {
  change: "same" | "changed" | "added" | "removed";
  /** Its place changed among the articles that both versions have. */
  moved: boolean;
  kind: "head" | "article" | "annex";
  /** Its number in each version, null if absent there; 0 is the title and the preamble. */
  from: number | null;
  to: number | null;
  /** Its name in the language, `Article 3`, with the old name if it changed; none for title and preamble. */
  name: Run[];
  heading: string;
  /** The heading first, if it has one. */
  paragraphs: ParagraphChange[];
};

/**
 * The changes between two versions of a text in a language, article by article and word by word, in the new version's
 * order. Compares what a reader sees: words with their faces, numbers in the language's own form, table cells, and the
 * meaning of references. Ignores how it was written in Markdown. A place with very many changes counts as replaced,
 * which bounds the time. `around` is what the agreement says of its headings.
 */
export function compareTexts(
  from: string,
  to: string,
  language: string,
  around?: Around,
): ArticleChange[] {
  const pairs = pairArticles(...divideBoth(from, to, language, around));
  const { reference } = formsOf(language, around);
  const words = ({ article, form }: Referring) => reference(article, form);
  const [old, young] = [references(pairs, "from", words), references(pairs, "to", words)];
  return pairs.map(({ from, to, moved }) => ({
    moved,
    kind: (to ?? from)?.kind ?? "article",
    from: from?.number ?? null,
    to: to?.number ?? null,
    name: labelRuns(from?.name ?? null, to?.name ?? null),
    heading: (to ?? from)?.heading ?? "",
    ...compareArticle(from, to, old, young),
  }));
}

type References = (referring: Referring) => Reference;

/** How a version refers to its articles. Two references are the same if they print and mean the same article. */
function references(
  pairs: Pair<Part>[],
  side: "from" | "to",
  words: (referring: Referring) => string,
): References {
  const other = side === "from" ? "to" : "from";
  const meant = new Map(pairs.flatMap((pair) => (pair[side] ? [[pair[side].number, pair]] : [])));
  return ({ article, form }) => {
    const pair = meant.get(article);
    // Equal if and only if the number is, and this number is the same article in both versions.
    const stays = pair?.[other]?.number === article;
    return {
      text: words({ article, form }),
      key: `\u0000${article} ${stays ? "in both" : side} ${form ?? ""}`,
      heading: pair?.[side]?.heading ?? "",
    };
  };
}

function compareArticle(
  from: Part | undefined,
  to: Part | undefined,
  old: References,
  young: References,
): Pick<ArticleChange, "change" | "paragraphs"> {
  if (!from || !to) {
    const [change, pieces] = to
      ? (["added", to.pieces] as const)
      : (["removed", from?.pieces ?? []] as const);
    return { change, paragraphs: wholeParagraphs(change, pieces, to ? young : old) };
  }
  const paragraphs = compareParagraphs(
    { pieces: from.pieces, referenceTo: old },
    { pieces: to.pieces, referenceTo: young },
  );
  const same = paragraphs.every(({ change }) => change === "same");
  return { change: same ? "same" : "changed", paragraphs };
}
