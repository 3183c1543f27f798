import { createRequire } from "node:module";
import { cyrillicSyllables, turkicSyllables } from "./syllables.ts";

/**
 * Where a hyphen may divide a word, as offsets in UTF-16 units. Nowhere in a language without its own rule, in a name
 * in capitals, or in anything but one run of letters between marks.
 */
export function hyphenPlaces(word: string, language: string): readonly number[] {
  if (word.length < shortest) return none;
  const primary = language.split("-", 1)[0] ?? language;
  const key = `${primary} ${word}`;
  const known = kept.get(key);
  if (known) return known;
  const found = places(word, primary);
  if (kept.size >= maxKept) kept.clear();
  kept.set(key, found);
  return found;
}

const shortest = 6;
const before = 3;
const after = 3;
const none: readonly number[] = [];
const maxKept = 20_000;
const kept = new Map<string, readonly number[]>();

/** TeX's hyph-utf8 patterns with terms as free as ours; add a language with a row. */
const patterns: Record<string, string> = {
  en: "en-us",
  fr: "fr",
  de: "de-1996",
  es: "es",
  it: "it",
  pt: "pt",
};

/** Languages that divide by syllables, which a rule finds. */
const bySyllable: Record<string, (letters: string) => number[]> = {
  ru: cyrillicSyllables,
  uk: cyrillicSyllables,
  be: cyrillicSyllables,
  mk: cyrillicSyllables,
  tg: cyrillicSyllables,
  kk: turkicSyllables,
  ky: turkicSyllables,
  tr: turkicSyllables,
  az: turkicSyllables,
};

function places(word: string, language: string): readonly number[] {
  const [, marks, letters] = /^([^\p{L}\p{N}]*)(\p{L}+)[^\p{L}\p{N}]*$/u.exec(word) ?? [];
  if (letters === undefined || letters.length < shortest) return none;
  // A name in capitals, as UNESCO, stays whole.
  if (letters === letters.toUpperCase()) return none;
  const start = marks?.length ?? 0;
  return divisions(letters.toLowerCase(), language)
    .filter((place) => place >= before && place <= letters.length - after)
    .map((place) => start + place);
}

function divisions(letters: string, language: string): number[] {
  const rule = bySyllable[language];
  if (rule) return rule(letters);
  const hyphenator = hyphenatorOf(language);
  if (!hyphenator) return [];
  const found: number[] = [];
  let at = 0;
  for (const part of hyphenator(letters).split("\u00ad").slice(0, -1)) {
    at += part.length;
    found.push(at);
  }
  return found;
}

type Hyphenator = (text: string) => string;
const hyphenators = new Map<string, Hyphenator>();

/** Loads a language's patterns when its first narrow column is set. */
function hyphenatorOf(language: string): Hyphenator | undefined {
  const file = patterns[language];
  if (file === undefined) return undefined;
  const known = hyphenators.get(file);
  if (known) return known;
  const require = createRequire(import.meta.url);
  const create: (patterns: unknown, options: object) => Hyphenator = require("hyphen");
  const made = create(require(`hyphen/patterns/${file}.js`), { minWordLength: shortest });
  hyphenators.set(file, made);
  return made;
}
