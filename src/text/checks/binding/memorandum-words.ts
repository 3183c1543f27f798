import vocabulary from "../../../../templates/memorandum-words.json" with { type: "json" };
import type { Text } from "../../articles.ts";
import { type Paragraph, paragraphsOf } from "../paragraphs.ts";
import { plainWords } from "../plain-words.ts";
import type { Warning } from "../warning.ts";
import { type Pardon, type PardonWords, readPardon } from "./pardoned-words.ts";
import { whole } from "./whole-words.ts";

type Why = "authentic" | "binds" | "closes" | "concludes" | "division" | "force" | "owed" | "party";
type Entry = {
  find: string;
  say: string;
  why: Why;
  exact?: boolean;
  /** Right where it is denied, as “is not bound to” is; `owed` and `force` always are. */
  deniable?: boolean;
  /** Right where a law or rules are told of, as “the rules prohibit” is; `owed` always is. */
  ofLaw?: boolean;
};
type Own = PardonWords & { titles: string[]; words: Entry[] };
type Word = Omit<Entry, "find" | "exact"> & { pattern: RegExp };

const languages = new Map(
  Object.entries(vocabulary.languages as unknown as Record<string, Own>).map(
    ([language, { titles, words, ...pardon }]) => [
      language,
      {
        title: whole(titles.join("|"), "iu"),
        words: words.map(readWord),
        pardon: readPardon(pardon),
      },
    ],
  ),
);

/**
 * Treaty words in an instrument that is recorded as binding nobody, each with the word that such an instrument uses
 * instead (`templates/memorandum-words.json`). The title decides only where nothing is recorded: VCLT 2(1)(a).
 */
export function treatyWords(text: Text, binding: boolean | undefined): Warning[] {
  const own = languages.get(text.language.split("-")[0] ?? "");
  if (!own || (binding ?? !own.title.test(text.title))) return [];
  return paragraphsOf(text).flatMap((paragraph) => inParagraph(paragraph, own, text.language));
}

function inParagraph(
  { article, label, text }: Paragraph,
  { words, pardon }: { words: Word[]; pardon: Pardon },
  language: string,
): Warning[] {
  const plain = plainWords(text);
  return words.flatMap((word) => {
    const { pattern, say, why, deniable = owedOnly.includes(why), ofLaw = why === "owed" } = word;
    const matches = [...plain.text.matchAll(pattern)].filter(({ index, 0: found }) => {
      const to = index + found.length;
      return !(
        (deniable && pardon.isDenied(plain.text, index, to)) ||
        ((ofLaw || owedOnly.includes(why)) && pardon.isOthers(plain.text, index, to, ofLaw))
      );
    });
    const found = [
      ...new Set(matches.map(({ index, 0: one }) => plain.written(index, index + one.length))),
    ];
    if (found.length === 0) return [];
    return [
      {
        rule: "memorandum-words",
        source: { key: "practice-memorandum" },
        language,
        article,
        paragraph: label,
        detail: { key: `memorandum-${why}`, values: { say, word: found[0] ?? "" } },
        found,
      },
    ];
  });
}

/** What another instrument or a law may owe, and what a memorandum may say that it does not. */
const owedOnly: Why[] = ["owed", "force"];

function readWord({ find, exact, ...entry }: Entry): Word {
  return { ...entry, pattern: whole(find, exact ? "gu" : "giu") };
}
