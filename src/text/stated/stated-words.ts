import type { StatedTerm } from "#workflows/terms.ts";
import ar from "../../../templates/stated/ar.json" with { type: "json" };
import en from "../../../templates/stated/en.json" with { type: "json" };
import fr from "../../../templates/stated/fr.json" with { type: "json" };
import kk from "../../../templates/stated/kk.json" with { type: "json" };
import ru from "../../../templates/stated/ru.json" with { type: "json" };
import { scriptOf } from "../languages.ts";
import { languageNames } from "../testimonium.ts";
import { compilePhrase, type Phrase, type PhraseWords } from "./phrase.ts";
import { compileWord } from "./phrase-word.ts";

/** One wording: phrases that an article must all contain, and those that the sentence must not contain. */
type Written = string | { say: string | string[]; unless?: string[] };

type TermWords = {
  /** Words and stems, separated by spaces, one of which an article that concerns the term contains. */
  about: string;
  /** What a text says if it may state the term in words that we do not read; otherwise it is silent. */
  spoken: string[];
  /** Excludes each sentence that contains it, for every wording of the term. */
  unless?: string[];
  /** Wordings by kind; the kinds of each term are in `kinds.ts`. */
  kinds: Record<string, Written[]>;
};

type Table = Omit<PhraseWords, "languages" | "read"> & {
  /** Languages' names that the closing formula does not use. */
  languages?: Record<string, string>;
  terms: Record<StatedTerm, TermWords>;
};

export type Wording = { say: Phrase[]; unless: Phrase[] };

export type ReadTerm = {
  spoken: Phrase[];
  kinds: Record<string, Wording[]>;
};

export type StatedWords = {
  terms: Record<StatedTerm, ReadTerm>;
  /** The terms that an article with this folded word may concern. */
  concernedBy(word: string): readonly StatedTerm[];
  /** A language's code by its name as folded in an article. */
  languageOf(name: string): string | null;
};

const tables = { en, ru, ar, kk, fr } as unknown as Record<string, Table>;
const known = new Map<string, StatedWords>();

/** The words of a language (BCP 47) by which its texts state terms, or null if we have none. */
export function statedWords(tag: string): StatedWords | null {
  const language = tag.split("-")[0] ?? "";
  if (scriptOf(tag) !== scriptOf(language)) return null;
  const made = known.get(language);
  if (made) return made;
  const table = Object.hasOwn(tables, language) ? tables[language] : undefined;
  if (!table) return null;
  const words = compile(table, language);
  known.set(language, words);
  return words;
}

function compile(table: Table, language: string): StatedWords {
  const languages = { ...namesOf(language), ...table.languages };
  const phrases: PhraseWords = { ...table, languages, read: new Map() };
  const read = (phrase: string) => compilePhrase(phrase, language, phrases);
  const terms = Object.entries(table.terms).map(([term, { spoken, unless = [], kinds }]) => {
    const everywhere = unless.map(read);
    const wordings = Object.entries(kinds).map(([kind, written]) => [
      kind,
      written.map((one): Wording => {
        const { say, unless: own = [] } = typeof one === "string" ? { say: one } : one;
        return { say: [say].flat().map(read), unless: [...everywhere, ...own.map(read)] };
      }),
    ]);
    return [term, { spoken: spoken.map(read), kinds: Object.fromEntries(wordings) }];
  });
  const names = Object.entries(languages).map(([code, name]) => [code, read(name)] as const);
  return {
    terms: Object.fromEntries(terms) as StatedWords["terms"],
    concernedBy: concernedBy(table, language),
    languageOf: (name) => names.find(([, phrase]) => phrase.find(` ${name} `))?.[0] ?? null,
  };
}

const maxKnown = 20_000;

function concernedBy(table: Table, language: string): StatedWords["concernedBy"] {
  const about = Object.entries(table.terms).map(([term, { about }]) => {
    return [
      term as StatedTerm,
      about.split(" ").map((word) => compileWord(word, language)),
    ] as const;
  });
  const known = new Map<string, StatedTerm[]>();
  return (word) => {
    const made = known.get(word);
    if (made) return made;
    const terms = about.filter(([, stems]) => stems.some((stem) => stem.test(word)));
    const found = terms.map(([term]) => term);
    if (known.size < maxKnown) known.set(word, found);
    return found;
  };
}

/** The names that the closing formula uses, as phrases: Russian names by their stems, since they are declined. */
function namesOf(language: string): Record<string, string> {
  const names = languageNames(language);
  const phrase = (name: string) => {
    const words = name.replace(/^ال/, "");
    if (language === "ru") return words.endsWith("ий") ? `${words.slice(0, -2)}*` : words;
    return language === "fr" ? `${words}*` : words;
  };
  return Object.fromEntries(Object.entries(names).map(([code, name]) => [code, phrase(name)]));
}
