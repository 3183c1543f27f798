/** Words as the checks read them, and where each of their letters stands in the words as written. */
export type PlainWords = {
  /** With one kind of space and of digit, without Arabic vowel marks, tatweel and marks of direction. */
  text: string;
  /** What was written from one place of `text` to another. */
  written: (from: number, to: number) => string;
};

const unseen = /[\u0640\u064b-\u0652\u0670\u00ad\u200b-\u200f\u061c\u2060\u2066-\u2069]/gu;
const otherDigits = /[٠-٩۰-۹０-９]/g;

/** The last paragraphs: each check reads them all. */
const known = new Map<string, PlainWords>();
const maxKnown = 2000;

export function plainWords(words: string): PlainWords {
  const made = known.get(words) ?? plainOf(words);
  if (known.size >= maxKnown) known.clear();
  known.set(words, made);
  return made;
}

function plainOf(words: string): PlainWords {
  // Each of these is one unit for one.
  const even = words
    .replaceAll(/\s/g, " ")
    .replaceAll(otherDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
  const places: number[] = [];
  let text = "";
  let end = 0;
  for (const { index, 0: mark } of even.matchAll(unseen)) {
    for (let at = end; at < index; at += 1) places.push(at);
    text += even.slice(end, index);
    end = index + mark.length;
  }
  if (end === 0) return { text: even, written: (from, to) => words.slice(from, to) };
  for (let at = end; at < even.length; at += 1) places.push(at);
  text += even.slice(end);
  const placeOf = (at: number) => places[at] ?? words.length;
  return { text, written: (from, to) => words.slice(placeOf(from), placeOf(to)) };
}
