import vocabulary from "../../../templates/memorandum-words.json" with { type: "json" };
import type { Text } from "../articles.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import type { Warning } from "./warning.ts";

type Why = "authentic" | "binds" | "closes" | "concludes" | "division" | "force" | "owed" | "party";
type Entry = { find: string; say: string; why: Why; exact?: boolean };
type Word = Omit<Entry, "find" | "exact"> & { pattern: RegExp };

const languages = new Map(
  Object.entries(
    vocabulary.languages as unknown as Record<string, { titles: string[]; words: Entry[] }>,
  ).map(([language, { titles, words }]) => [
    language,
    { title: whole(titles.join("|"), "iu"), words: words.map(readWord) },
  ]),
);

/**
 * Treaty words in an instrument that is recorded as binding nobody, each with the word that such an instrument uses
 * instead (`templates/memorandum-words.json`). The title decides only where nothing is recorded: VCLT 2(1)(a).
 */
export function treatyWords(text: Text, binding: boolean | undefined): Warning[] {
  const own = languages.get(text.language.split("-")[0] ?? "");
  if (!own || (binding ?? !own.title.test(text.title))) return [];
  return paragraphsOf(text).flatMap((paragraph) =>
    inParagraph(paragraph, own.words, text.language),
  );
}

function inParagraph(paragraph: Paragraph, words: Word[], language: string): Warning[] {
  const { article, label, text } = paragraph;
  return words.flatMap(({ pattern, say, why }) => {
    const found = [...new Set(text.match(pattern))];
    if (found.length === 0) return [];
    const word = found[0] ?? "";
    return [
      {
        rule: "memorandum-words",
        source: { key: "practice-memorandum" },
        language,
        article,
        paragraph: label,
        detail: { key: `memorandum-${why}`, values: { say, word } },
        found,
      },
    ];
  });
}

function readWord({ find, exact, ...entry }: Entry): Word {
  return { ...entry, pattern: whole(find, exact ? "gu" : "giu") };
}

function whole(words: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, flags);
}
