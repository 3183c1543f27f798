import table from "../../../templates/number-words.json" with { type: "json" };
import { fold } from "../fold.ts";

type Words = {
  /** Forms by value, separated by spaces. */
  cardinal: Record<string, string>;
  ordinal: Record<string, string>;
  /** Stems by value, to which each of the endings may be added. */
  cardinalStems?: Record<string, string>;
  cardinalEndings?: string;
  ordinalStems?: Record<string, string>;
  ordinalEndings?: string;
  /** Beginnings of adjectives such as шестимесячный, by value, and what follows them. */
  compounds?: Record<string, string>;
  compoundTails?: string;
  /** Nouns that mean two of something by their form alone, as الشهران: two months. */
  duals?: Record<string, string>;
  /** What may stand between two parts of a number. */
  joiners?: string;
  /** Tens that are written in one word with the numbers below twenty, by value: ორმოცდახუთი, քառասունհինգ. */
  joinedTens?: Record<string, string>;
};

export type NumberWord = { value: number; ordinal: boolean };

/** A word as part of a number. */
export type NumberPart = NumberWord & {
  /** Arabic: joined to the part before it by و. */
  joined: boolean;
};

export type Lexicon = {
  words: Map<string, NumberWord>;
  joiners: Set<string>;
  /** By the folded form: the value and the noun that stays. */
  split: Map<string, { value: number; rest: string }>;
  compound: RegExp | null;
  compounds: Map<string, number>;
  /** What is already known of a word: texts repeat their words. */
  parts: Map<string, NumberPart | null>;
  within: Map<string, { value: number; rest: string } | null>;
};

const byLanguage = table as Record<string, Words>;
const known = new Map<string, Lexicon>();

/** The number words of a language (its primary subtag), or null if we have none. */
export function lexiconOf(language: string): Lexicon | null {
  const made = known.get(language);
  if (made) return made;
  const words = Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined;
  if (!words) return null;
  const lexicon = makeLexicon(words);
  known.set(language, lexicon);
  return lexicon;
}

function makeLexicon(own: Words): Lexicon {
  const words = new Map<string, NumberWord>();
  const add = (forms: string[], value: number, ordinal: boolean) => {
    // An apostrophe is no letter, and is not written alike everywhere: п’ять.
    for (const form of forms) words.set(fold(form).replaceAll(" ", ""), { value, ordinal });
  };
  for (const [value, forms] of Object.entries(own.cardinal)) add(list(forms), +value, false);
  for (const [value, forms] of Object.entries(own.ordinal)) add(list(forms), +value, true);
  for (const [tens, prefix] of Object.entries(own.joinedTens ?? {})) {
    for (const [value, forms] of Object.entries(own.cardinal)) {
      const below = +value > 0 && +value < 20;
      if (below)
        add(
          list(forms).map((form) => prefix + form),
          +tens + +value,
          false,
        );
    }
  }
  const cardinals = Object.entries(own.cardinalStems ?? {});
  for (const [value, stem] of cardinals) add(ended(stem, own.cardinalEndings), +value, false);
  const ordinals = Object.entries(own.ordinalStems ?? {});
  for (const [value, stem] of ordinals) add(ended(stem, own.ordinalEndings), +value, true);
  const compounds = new Map(
    Object.entries(own.compounds ?? {}).map(([value, start]) => [fold(start), +value]),
  );
  const tails = list(own.compoundTails ?? "").map(fold);
  const starts = [...compounds.keys()].sort((a, b) => b.length - a.length);
  const split = new Map(
    Object.entries(own.duals ?? {}).flatMap(([rest, forms]) =>
      list(forms).map((form) => [fold(form), { value: 2, rest: fold(rest) }] as const),
    ),
  );
  return {
    words,
    joiners: new Set(list(own.joiners ?? "").map(fold)),
    split,
    compound:
      tails.length > 0 ? new RegExp(`^(${starts.join("|")})((?:${tails.join("|")}).*)$`) : null,
    compounds,
    parts: new Map(),
    within: new Map(),
  };
}

function list(forms: string): string[] {
  return forms.split(" ").filter((form) => form !== "");
}

function ended(stems: string, endings = ""): string[] {
  return list(stems).flatMap((stem) => [stem, ...list(endings).map((ending) => stem + ending)]);
}
