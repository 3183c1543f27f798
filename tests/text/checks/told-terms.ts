import { definedTerms } from "#src/text/checks/definitions/defined-terms.ts";
import { parseText } from "#src/text/markdown.ts";

/** The warnings on terms of texts, by language. */
export const warningsOf = (texts: Record<string, string>, title = "§") =>
  definedTerms(
    Object.entries(texts).map(([language, words]) =>
      parseText(`# ${title}\n\n${words}\n`, language),
    ),
  );
/** What each warning on one text is, and the words that it quotes first. */
export const told = (language: string, words: string, title?: string) =>
  warningsOf({ [language]: words }, title).map(({ detail, found }) => [
    "key" in detail && detail.key,
    found?.[0],
  ]);
