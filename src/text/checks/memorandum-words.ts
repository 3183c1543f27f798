import vocabulary from "../../../templates/memorandum-words.json" with { type: "json" };
import type { Text } from "../articles.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import type { Warning } from "./warning.ts";

type Entry = { find: string; say: string; why: string; exact?: boolean };

const { source, titles } = vocabulary;
const entries = (vocabulary.words as Entry[]).map(({ find, exact, ...entry }) => ({
  ...entry,
  pattern: whole(find, exact ? "gu" : "giu"),
}));
const title = whole(titles.join("|"), "iu");

/**
 * The words of a treaty in an English memorandum of understanding, which by its title is meant to bind
 * nobody, each with the word that such an instrument has instead (`templates/memorandum-words.json`).
 */
export function treatyWords(text: Text): Warning[] {
  if (text.language.split("-")[0] !== "en" || !title.test(text.title)) return [];
  return paragraphsOf(text).flatMap((paragraph) => inParagraph(paragraph, text.language));
}

function inParagraph({ article, label, text }: Paragraph, language: string): Warning[] {
  return entries.flatMap(({ pattern, say, why }) => {
    const found = [...new Set(text.match(pattern))];
    if (found.length === 0) return [];
    const detail = `Say “${say}”: ${why}, and this instrument is meant to bind nobody.`;
    return [
      { rule: "memorandum-words", source, language, article, paragraph: label, detail, found },
    ];
  });
}

function whole(words: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, flags);
}
