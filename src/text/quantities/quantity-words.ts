import table from "../../../templates/quantity-words.json" with { type: "json" };
import { fold } from "../fold.ts";
import { type Lexicon, lexiconOf } from "../stated/number-lexicon.ts";

export const timeUnits = ["hours", "days", "weeks", "months", "years"] as const;
export type TimeUnit = (typeof timeUnits)[number];

/** The table of a language. Words are separated by spaces, phrases by `|`; `stem*` is the beginning of a word. */
type Written = {
  /** Not all forms of its number words are in the tables. */
  partly?: boolean;
  /** A thousand and more, by value. */
  scales: Record<string, string>;
  /** Those of them that need no number: mille, тысяча. */
  lone: string;
  units: Record<TimeUnit, string>;
  /** What follows a number in the same word or behind a hyphen: 60-дневный. */
  joined?: Record<TimeUnit, string>;
  percent: string;
  half?: string;
  /** Behind a number or its noun: a year and a half. */
  andHalf?: string;
  oneAndHalf?: string;
  /** The names of parts by the number of parts: thirds. */
  parts?: Record<string, string>;
  /** Kazakh names the parts before their number: үштен екі. */
  partsFirst?: boolean;
  /** Number words that are written as the name of a part: خمس is five and a fifth. */
  alsoParts?: Record<string, string>;
  /** Words that mean a number or a period: quarter, dozen. */
  implied?: Record<string, string>;
  /** Forms of number words that are other words too: neuf, семью. */
  unsure?: string;
  /** French has no word for one before a thousand: un mille is a mile. */
  bareThousand?: boolean;
  /** Arabic: the noun may stand before its number, اليوم السابع. */
  nounFirst?: boolean;
  minus?: string;
  thatIs?: string;
};

export type Implied = { value: number; unit?: TimeUnit | undefined };

/** A set of words and of beginnings of words. */
export type Words<Value> = {
  exact: Map<string, Value>;
  stems: [string, Value][];
  /** What is already known of a word: texts repeat their words. */
  known: Map<string, Value | undefined>;
};

export type QuantityWords = {
  /** Whether the number words of the language are read in all their forms. */
  whole: boolean;
  lexicon: Lexicon;
  scales: Words<number>;
  lone: Words<true>;
  units: Words<TimeUnit>;
  joined: Words<TimeUnit>;
  percent: string[][];
  half: Words<true>;
  andHalf: string[][];
  oneAndHalf: Words<true>;
  parts: Words<number>;
  partsFirst: boolean;
  alsoParts: Words<number>;
  implied: Words<Implied>;
  unsure: Words<true>;
  minus: Words<true>;
  thatIs: string[][];
  bareThousand: boolean;
  nounFirst: boolean;
  /** Which words can begin a number, as far as is known. */
  beginnings: Map<string, boolean>;
};

const byLanguage = table as unknown as Record<string, Written>;
const known = new Map<string, QuantityWords | null>();

/** The words for quantities in a language (its primary subtag), or null if we have none. */
export function quantityWords(language: string): QuantityWords | null {
  const made = known.get(language);
  if (made !== undefined) return made;
  const written = Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined;
  const lexicon = lexiconOf(language);
  const words = written && lexicon ? compile(written, lexicon) : null;
  known.set(language, words);
  return words;
}

function compile(written: Written, lexicon: Lexicon): QuantityWords {
  const implied = Object.entries(written.implied ?? {}).map(([meant, words]) => {
    const [value = "", unit] = meant.split(" ");
    return [{ value: Number(value), unit: unit as TimeUnit | undefined }, words] as const;
  });
  const numbers = (list: Record<string, string> = {}) => {
    return wordsOf(Object.entries(list).map(([n, words]) => [Number(n), words] as const));
  };
  const units = timeUnits.map((unit) => [unit, written.units[unit]] as const);
  return {
    whole: written.partly !== true,
    lexicon,
    scales: numbers(written.scales),
    lone: wordsOf([[true, written.lone]]),
    units: wordsOf(units),
    joined: wordsOf(timeUnits.map((unit) => [unit, written.joined?.[unit] ?? ""] as const)),
    percent: phrases(written.percent),
    half: wordsOf([[true, written.half ?? ""]]),
    andHalf: phrases(written.andHalf),
    oneAndHalf: wordsOf([[true, written.oneAndHalf ?? ""]]),
    parts: numbers(written.parts),
    partsFirst: written.partsFirst ?? false,
    alsoParts: numbers(written.alsoParts),
    implied: wordsOf(implied),
    unsure: wordsOf([[true, written.unsure ?? ""]]),
    minus: wordsOf([[true, written.minus ?? ""]]),
    thatIs: phrases(written.thatIs),
    bareThousand: written.bareThousand ?? false,
    nounFirst: written.nounFirst ?? false,
    beginnings: new Map(),
  };
}

/** Reads lists of words, each with its meaning. */
export function wordsOf<Value>(entries: (readonly [Value, string])[]): Words<Value> {
  const words: Words<Value> = { exact: new Map(), stems: [], known: new Map() };
  for (const [value, list] of entries) {
    for (const word of list.split(" ").filter(Boolean)) {
      if (word.endsWith("*")) words.stems.push([fold(word.slice(0, -1)), value]);
      else words.exact.set(fold(word), value);
    }
  }
  return words;
}

function phrases(list = ""): string[][] {
  return list
    .split("|")
    .filter(Boolean)
    .map((phrase) => fold(phrase).split(" "));
}

const prefixed = /^[وف]?[بكل]?(?:ال|ل)?(?=\p{Script=Arabic}{2})/u;

const maxKnown = 20_000;

/** What a folded word means. Arabic conjunctions, prepositions and the article are written with their word. */
export function meaningOf<Value>(word: string, words: Words<Value>): Value | undefined {
  if (words.known.has(word)) return words.known.get(word);
  const meaning = findMeaning(word, words);
  if (words.known.size < maxKnown) words.known.set(word, meaning);
  return meaning;
}

function findMeaning<Value>(word: string, { exact, stems }: Words<Value>): Value | undefined {
  const own = exact.get(word) ?? stems.find(([stem]) => word.startsWith(stem))?.[1];
  if (own !== undefined) return own;
  const bare = word.replace(prefixed, "");
  return bare === word ? undefined : exact.get(bare);
}
