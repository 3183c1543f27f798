import type { Text } from "../articles.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Place, Warning } from "./warning.ts";

type Spot = Pick<Place, "language" | "paragraph"> & { article: number | null };

/**
 * What a warning is about, as one string: its rule, the words found, and the words of each place that it speaks of.
 * It stays the same in later versions as long as those words do, wherever they stand.
 */
export function identitiesOf(warnings: Warning[], texts: Text[]): string[] {
  const spoken = new Map(texts.map((text) => [text.language, wordsBySpot(text)]));
  const wordsOf = ({ language, article, paragraph }: Spot) =>
    article === null ? null : (spoken.get(language)?.(article, paragraph) ?? null);
  return warnings.map((warning) => {
    const { rule, language, found = [], also = [], detail } = warning;
    const says = "key" in detail ? detail.key : detail.difference.term;
    const others = also.map((place) => [place.language, place.found, wordsOf(place)]);
    return JSON.stringify([rule, language, says, found, wordsOf(warning), others]);
  });
}

/** The words of a paragraph with a number, or else of the whole article. */
function wordsBySpot(text: Text): (article: number, paragraph?: string) => string {
  const byArticle = Map.groupBy(paragraphsOf(text), ({ article }) => article);
  return (article, paragraph) => {
    const all = byArticle.get(article) ?? [];
    const own = paragraph === undefined ? all : all.filter(({ label }) => label === paragraph);
    return own.map((one) => one.text).join("\n");
  };
}
