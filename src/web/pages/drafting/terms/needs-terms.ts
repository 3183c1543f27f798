import type { Terms } from "#src/text/terms-in-words.ts";
import { tieArticles } from "#src/text/tie-articles.ts";
import type { Agreement } from "../../../api/agreement.ts";
import { readVersion } from "../../../api/versions.ts";
import type { DraftStore } from "../model/draft-store.ts";
import { same } from "../model/term-numbers.ts";

/**
 * Whether a version needs its terms although nobody changed one: the service follows articles by their headings, and
 * this page also follows an article that was given another heading.
 */
export async function needsTerms(
  { id, textVersion, languages, terms }: Agreement,
  store: DraftStore,
  now: Terms,
): Promise<boolean> {
  const { articles } = terms;
  const [language = ""] = languages;
  if (same({ ...terms, articles: undefined }, { ...now, articles: undefined })) {
    if (!articles || Object.keys(articles).length === 0) return false;
    const before = (await readVersion(id, textVersion))[language] ?? "";
    try {
      const followed = tieArticles(articles, { before, after: store.markdown(language), language });
      return !same(followed, now.articles ?? {});
    } catch {
      // The text cannot be read, so the service refuses the version anyway.
      return false;
    }
  }
  return true;
}
