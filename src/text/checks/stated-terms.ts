import type { StatedTerm, Terms } from "#workflows/terms.ts";
import type { Text } from "../articles.ts";
import type { Source } from "../source.ts";
import { differenceSentence } from "../stated/difference-sentence.ts";
import { isOpen, termsUnlikeWords } from "../stated/terms-unlike-words.ts";
import type { Warning } from "./warning.ts";

/** Where the law speaks of what the term means. */
const sources: Record<StatedTerm, string> = {
  consent: "VCLT articles 11 to 14",
  entry: "VCLT article 24",
  provisional: "VCLT article 25",
  reservations: "VCLT article 19",
  duration: "VCLT article 54(a)",
  withdrawal: "VCLT articles 54(a) and 56",
  accession: "VCLT article 15",
  amendment: "VCLT articles 39 and 40",
  settlement: "Charter of the United Nations, Article 33(1)",
  prevailing: "VCLT article 33(1)",
  depositary: "VCLT article 76",
  minimumParties: "VCLT article 55",
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
        source: term === null ? "Practice" : sources[term],
        language,
        article,
        ...(paragraph !== undefined && { paragraph }),
        detail: differenceSentence(difference, "en"),
        ...(found.length > 0 && { found }),
      };
    });
}
