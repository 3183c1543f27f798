import type { Text } from "../../articles.ts";
import { checkLists } from "../check-lists.ts";
import { onFirstUse } from "../on-first-use.ts";
import { paragraphsOf } from "../paragraphs.ts";
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
/** The words of a language: one expression for those in capitals as they stand, and one for the others. */
type Read = { words: Entry[]; patterns: RegExp[]; pardon: Pardon };

const languages = onFirstUse(
  () =>
    new Map(
      Object.entries(checkLists().memorandum.languages as unknown as Record<string, Own>).map(
        ([language, { titles, words, ...pardon }]) => [
          language,
          {
            title: whole(titles.join("|"), "iu"),
            words,
            patterns: [readWords(words, true), readWords(words, false)],
            pardon: readPardon(pardon),
          },
        ],
      ),
    ),
);

/** What was found in the last paragraphs, by language and words: most of a draft stays as it was. */
const known = new Map<string, Found[]>();
const maxKnown = 4000;
type Found = { entry: Entry; found: string[] };

/**
 * Treaty words in an instrument that is recorded as binding nobody, each with the word that such an instrument uses
 * instead (`templates/memorandum-words.json`). The title decides only where nothing is recorded: VCLT 2(1)(a).
 */
export function treatyWords(text: Text, binding: boolean | undefined): Warning[] {
  const { language } = text;
  const primary = language.split("-")[0] ?? "";
  const own = languages().get(primary);
  if (!own || (binding ?? !own.title.test(text.title))) return [];
  return paragraphsOf(text).flatMap(({ article, label, text: words }) => {
    const key = `${primary} ${words}`;
    const all = known.get(key) ?? findWords(words, own);
    if (known.size >= maxKnown) known.clear();
    known.set(key, all);
    return all.map(({ entry: { say, why }, found }): Warning => {
      return {
        rule: "memorandum-words",
        source: { key: "practice-memorandum" },
        language,
        article,
        paragraph: label,
        detail: { key: `memorandum-${why}`, values: { say, word: found[0] ?? "" } },
        found,
      };
    });
  });
}

function findWords(text: string, { words, patterns, pardon }: Read): Found[] {
  const plain = plainWords(text);
  const found = new Map<Entry, Set<string>>();
  for (const pattern of patterns) {
    for (const { index, 0: one, groups = {} } of plain.text.matchAll(pattern)) {
      const entry = words[entryOf(groups)];
      const to = index + one.length;
      if (!entry || isPardoned(entry, pardon, plain.text, index, to)) continue;
      found.set(entry, (found.get(entry) ?? new Set()).add(plain.written(index, to)));
    }
  }
  return words.flatMap((entry) => {
    const own = found.get(entry);
    return own ? [{ entry, found: [...own] }] : [];
  });
}

function isPardoned(
  { why, deniable = owedOnly.includes(why), ofLaw = why === "owed" }: Entry,
  pardon: Pardon,
  text: string,
  from: number,
  to: number,
): boolean {
  const others = ofLaw || owedOnly.includes(why);
  return (
    (deniable && pardon.isDenied(text, from, to)) ||
    (others && pardon.isOthers(text, from, to, ofLaw))
  );
}

/** What another instrument or a law may owe, and what a memorandum may say that it does not. */
const owedOnly: Why[] = ["owed", "force"];

/** One expression of those words, in which each entry is a group with its place. One is much faster than one for each. */
function readWords(words: Entry[], exact: boolean): RegExp {
  const groups = words.flatMap((entry, at) =>
    (entry.exact ?? false) === exact ? [`(?<w${at}>${entry.find})`] : [],
  );
  return whole(groups.join("|"), exact ? "gu" : "giu");
}

function entryOf(groups: Record<string, string | undefined>): number {
  for (const name in groups) if (groups[name] !== undefined) return Number(name.slice(1));
  return -1;
}
