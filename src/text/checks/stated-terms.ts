import type { StatedTerm, Terms } from "#workflows/terms.ts";
import type { Text } from "../articles.ts";
import type { Source } from "../source.ts";
import { isOpen, termsUnlikeWords } from "../stated/terms-unlike-words.ts";
import type { Sentence } from "./sentence.ts";
import type { Warning } from "./warning.ts";

/** Where the law speaks of what the term means. */
const sources: Record<StatedTerm, Sentence> = {
  consent: { key: "vclt-to", values: { article: "11", other: "14" } },
  entry: { key: "vclt", values: { article: "24" } },
  provisional: { key: "vclt", values: { article: "25" } },
  reservations: { key: "vclt", values: { article: "19" } },
  duration: { key: "vclt", values: { article: "54(a)" } },
  withdrawal: { key: "vclt-and", values: { article: "54(a)", other: "56" } },
  accession: { key: "vclt", values: { article: "15" } },
  amendment: { key: "vclt-and", values: { article: "39", other: "40" } },
  settlement: { key: "charter", values: { article: "33(1)" } },
  prevailing: { key: "vclt", values: { article: "33(1)" } },
  depositary: { key: "vclt", values: { article: "76" } },
  minimumParties: { key: "vclt", values: { article: "55" } },
};

/** Articles that say something else than the recorded terms, in each language whose words we know. */
export function termsUnlikeArticles(
  texts: Text[],
  { prevailing }: Pick<Source, "prevailing">,
  terms: Partial<Terms>,
): Warning[] {
  // The closing formula is made from the agreement's own prevailing language.
  const recorded = { ...terms, ...(prevailing !== undefined && { prevailing }) };
  return termsUnlikeWords(texts, recorded)
    .filter(isOpen)
    .map((difference) => {
      const { term, language, article, paragraph, found } = difference;
      return {
        rule: "terms",
        source: term === null ? { key: "practice" } : sources[term],
        language,
        article,
        ...(paragraph !== undefined && { paragraph }),
        detail: { difference },
        ...(found.length > 0 && { found }),
      };
    });
}
