import { fold } from "../fold.ts";

/** A word, a figure, a reference or the end of a sentence, and where it is in what was read. */
export type Token = {
  /** Folded; `.` ends a sentence, `§2` refers to article 2. */
  word: string;
  from: number;
  to: number;
  /** What stands between this token and the one before it. */
  before: string;
};

/** A token, in which a number in words is one figure: `#6` counts, `№6` is an ordinal, `@2027-05-01` a date. */
export type Figure = Token & {
  /** A number written twice, in words and in figures, that differ: both. */
  differ?: { word: number; figure: number } | undefined;
};

/** Marks a reference to an article in a paragraph's text. */
export const referenceMark = "\ue000";

const piece = /\ue000\d+|\p{Nd}+|[\p{L}\p{M}\p{Cf}ـ]+|[.;!?؛؟…[\]]/gu;
const stop = /^[.;!?؛؟…]$/;
/** Open wording: no phrase is read across a bracket. */
const bracket = /^[[\]]$/;
const suffixes =
  /^(?:st|nd|rd|th|er|re|e|eme|я|и|го|му|м|ыи|ои|ого|ому|ая|ую|шы|ші|ншы|нші|ыншы|інші)$/;

const folded = new Map<string, string>();
const maxFolded = 20_000;

/** The words of a paragraph. The endings of `30th` and `30-й` belong to their figures, as `№30`. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: raw, index } of text.matchAll(piece)) {
    const before = text.slice(end, index);
    const last = tokens.at(-1);
    end = index + raw.length;
    if (raw.startsWith(referenceMark)) {
      tokens.push({ word: `§${raw.slice(1)}`, from: index, to: end, before });
    } else if (bracket.test(raw)) {
      tokens.push({ word: ".", from: index, to: end, before });
    } else if (!stop.test(raw)) {
      const word = foldWord(raw);
      if (
        last &&
        /^(?:-|‑|)$/.test(before) &&
        /^\p{Nd}+$/u.test(last.word) &&
        suffixes.test(word)
      ) {
        last.word = `№${last.word}`;
        last.to = end;
      } else if (word) tokens.push({ word, from: index, to: end, before });
    } else if (/^(?:\s|$|["”»)])/.test(text.slice(end, end + 1))) {
      tokens.push({ word: ".", from: index, to: end, before });
    }
  }
  return tokens;
}

/** A word of a text in the form in which words are compared. */
export function foldWord(raw: string): string {
  const known = folded.get(raw);
  if (known !== undefined) return known;
  const made = cyrillic.test(raw) ? fold(raw).replaceAll(/[a-z]/g, lookalike) : fold(raw);
  if (folded.size < maxFolded) folded.set(raw, made);
  return made;
}

const cyrillic = /\p{Script=Cyrillic}/u;
const lookalikes: Record<string, string> = {
  a: "а",
  c: "с",
  e: "е",
  h: "һ",
  i: "і",
  o: "о",
  p: "р",
  x: "х",
  y: "ү",
};

/** Kazakh texts of earlier years have Latin letters in Cyrillic words: келiсiм with an i. */
function lookalike(letter: string): string {
  return lookalikes[letter] ?? letter;
}
