/** Marks that do not make a different word: accents, Arabic vowels and tatweel, hidden joiners and hyphens. */
const marks = /[\u0300-\u036f\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f]/g;
/** Separators between words. */
const between = new RegExp(
  String.raw`[\s!-/:-@\[-${"`"}{-~\u00a0-\u00bf\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u206f\u20a0-\u20bf\u3000-\u303f]+`,
  "g",
);
/** Thai, Lao, Burmese, Khmer, Japanese and Chinese: scripts that put no spaces between words. */
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]/;

const forms: Record<string, string> = { ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه", ς: "σ" };
const variants = /[ٱىیکةς]/g;

/**
 * Normalizes words for a search, with one space between them: lower case without accents, Arabic vowels and tatweel,
 * and with one form for each letter. The database's function `fold` does the same.
 */
export function fold(text: string): string {
  return letters(text).replace(between, " ").trim();
}

function letters(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(marks, "")
    .replace(variants, (letter) => forms[letter] ?? letter);
}

/** The folded text, and the position in `text` of each of its characters; a separator becomes one space. */
export function foldWithPlaces(text: string): { folded: string; from: number[]; to: number[] } {
  let folded = "";
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const small = letters(character).replace(between, " ");
    for (const unit of small === " " && folded.endsWith(" ") ? "" : small.split("")) {
      folded += unit;
      from.push(at);
      to.push(end);
    }
    // A mark belongs to the letter before it.
    if (small === "" && to.length > 0) to[to.length - 1] = end;
    at = end;
  }
  return { folded, from, to };
}

/** Whether these letters belong to a script that has no spaces between words. */
export function isUnspaced(word: string): boolean {
  return unspaced.test(word);
}
