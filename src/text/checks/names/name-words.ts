import { fold } from "../../fold.ts";
import { primaryOf } from "../../party-forms.ts";

/** A word of a text, with the keys under which it may stand in a list of names. */
export type NameWord = {
  from: number;
  to: number;
  keys: readonly string[];
  capital: boolean;
  /** Whether only spaces, a hyphen or an apostrophe stand before it. */
  joined: boolean;
};

type Keys = { keys: readonly string[]; capital: boolean };

const piece = /[\p{L}\p{M}ʻ]+/gu;
const known = new Map<string, Map<string, Keys>>();
const maxKnown = 20_000;

/** The words of a paragraph as names are compared: folded, without the endings and prefixes of their case. */
export function nameWords(text: string, language: string): NameWord[] {
  const primary = primaryOf(language);
  const words: NameWord[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(piece)) {
    const between = text.slice(end, index);
    end = index + word.length;
    const joined = words.length > 0 && between.length < 3 && /^[\s’'-]+$/.test(between);
    words.push({ from: index, to: end, joined, ...readWord(word, primary) });
  }
  return words;
}

/** The keys of one word. */
export function keysOf(word: string, language: string): readonly string[] {
  return readWord(word, primaryOf(language)).keys;
}

function readWord(word: string, language: string): Keys {
  const own = known.get(language) ?? new Map<string, Keys>();
  known.set(language, own);
  const found = own.get(word);
  if (found) return found;
  const folded = fold(word);
  const made = { keys: variantsOf(folded, language), capital: /^\p{Lu}/u.test(word) };
  if (own.size < maxKnown) own.set(word, made);
  return made;
}

const russian =
  /(?:ыми|ими|ого|его|ому|ему|ами|ями|ия|ии|ию|иеи|ая|яя|ои|еи|ою|ею|ую|юю|ыи|ое|ее|ые|ие|ых|их|ым|им|ом|ем|ам|ям|ах|ях|ов|ев|ью|а|я|ы|и|у|ю|е|о|ь)$/;
const kazakh =
  /(?:ндағы|ндегі|дағы|дегі|тағы|тегі|ның|нің|дың|дің|тың|тің|нда|нде|нан|нен|дан|ден|тан|тен|мен|бен|пен|ға|ге|қа|ке|на|не|ны|ні|ды|ді|ты|ті|да|де|та|те|н)$/;

/** The folded word, and without what a case may have put to it. */
export function variantsOf(word: string, language: string): string[] {
  switch (language) {
    case "ru": {
      const short = word.length > 3 ? word.replace(/[аеиоуыюяь]$/, "") : word;
      const stem = word.replace(russian, "");
      return stem.length > 2 && stem !== short ? [stem, short] : [short];
    }
    case "kk": {
      const bare = word.replace(foldedKazakh, "");
      return bare.length > 2 && bare !== word ? [word, bare] : [word];
    }
    case "ar": {
      const made = [word];
      if (/^[وف]/.test(word) && word.length > 3) made.push(word.slice(1));
      for (const one of [...made]) {
        if (/^[بكل]/.test(one) && one.length > 3) made.push(one.slice(1));
        if (one.startsWith("لل")) made.push(`ا${one.slice(1)}`);
      }
      return made;
    }
    case "en":
    case "fr":
      return [word];
    default: {
      // Endings of a language that we do not read in full.
      const ends = [1, 2, 3].map((count) => word.slice(0, -count));
      return [word, ...ends.filter((one) => one.length > 4)];
    }
  }
}

const foldedKazakh = new RegExp(kazakh.source.normalize("NFKD").replaceAll(/[\u0300-\u036f]/g, ""));

/** Whether two words may be the same one in two cases. */
export function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.some((key) => other.includes(key));
}
