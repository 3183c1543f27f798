import { fold } from "../fold.ts";
import { type Lexicon, lexiconOf, type NumberPart } from "./number-lexicon.ts";

/** A number that begins at a word: its value, whether it is an ordinal, and how many words it takes. */
export type NumberRead = { value: number; ordinal: boolean; length: number };

/**
 * The number that a phrase is, in words or in digits of any script, from 0 to 999 in words: `thirty-first`,
 * `шестидесятого`, `اثني عشر`. Null if the phrase is anything else.
 * @param language BCP 47; a language without a table is read for digits only
 */
export function readNumber(words: string, language: string): number | null {
  const digits = digitsOf(words.trim());
  if (digits !== null) return digits;
  const lexicon = lexiconOf(language.split("-")[0] ?? "");
  const folded = fold(words).split(" ");
  const read = lexicon ? numberAt(folded, 0, lexicon) : null;
  return read && read.length === folded.length ? read.value : null;
}

/** Decimal digits of any script (Unicode, Nd) as a number; null if the word is not digits alone. */
export function digitsOf(word: string): number | null {
  if (!/^\p{Nd}{1,15}$/u.test(word)) return null;
  return Number(Array.from(word, digitOf).join(""));
}

/** Each block of decimal digits begins at a multiple of sixteen or ten code points after its zero. */
function digitOf(digit: string): number {
  let zero = digit.codePointAt(0) ?? 0;
  const own = zero;
  while (own - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return own - zero;
}

/** The longest number in words that begins at `at`; null if there is none. The words are folded. */
export function numberAt(words: string[], at: number, lexicon: Lexicon): NumberRead | null {
  let value = 0;
  let ordinal = false;
  let length = 0;
  for (let next = at; next < words.length; next += 1) {
    const word = words[next] ?? "";
    const part = partOf(word, lexicon);
    if (!part) {
      if (length === 0 || !lexicon.joiners.has(word)) break;
      continue;
    }
    const sum = next === at ? part.value : joinedTo(value, part, ordinal);
    if (sum === null) break;
    value = sum;
    ordinal ||= part.ordinal;
    length = next - at + 1;
  }
  return length === 0 ? null : { value, ordinal, length };
}

/** The value with one more part, or null if the part begins another number. */
function joinedTo(value: number, part: NumberPart, ordinal: boolean): number | null {
  const below = value % 100;
  if (part.joined) {
    const fits = below === 0 || (below < 10 && part.value >= 20 && part.value < 100);
    return fits && part.value < 100 ? value + part.value : null;
  }
  // Arabic: الخامس عشر, the only ordinal that goes on with a part of its own.
  if (part.value === 10 && below > 0 && below < 10) return value + 10;
  if (ordinal) return null;
  if (part.value === 100) return value > 0 && value < 10 ? value * 100 : null;
  if (part.value < 10)
    return part.value > 0 && value > 0 && value % 10 === 0 ? value + part.value : null;
  // French: soixante-dix, quatre-vingts, quatre-vingt-dix.
  if (part.value === 20 && below === 4) return value - 4 + 80;
  if (part.value < 20 && (below === 60 || below === 80)) return value + part.value;
  return part.value < 100 && below === 0 && value > 0 ? value + part.value : null;
}

const maxKnown = 20_000;

function partOf(word: string, lexicon: Lexicon): NumberPart | null {
  const known = lexicon.parts.get(word);
  if (known !== undefined) return known;
  const part = findPart(word, lexicon);
  if (lexicon.parts.size < maxKnown) lexicon.parts.set(word, part);
  return part;
}

function findPart(word: string, { words }: Lexicon): NumberPart | null {
  const own = words.get(word);
  if (own) return { ...own, joined: false };
  const [, and, article, bare] =
    word.match(/^([وف]?)[بكل]?((?:ال|ل)?)(\p{Script=Arabic}+)$/u) ?? [];
  const within = bare === undefined ? undefined : words.get(bare);
  if (!within) return null;
  // A round number with the article counts places: اليوم الثلاثين.
  const round = within.value % 10 === 0 && within.value > 10;
  const ordinal = within.ordinal || (article !== "" && round);
  return { value: within.value, ordinal, joined: and === "و" };
}
