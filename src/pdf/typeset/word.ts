import { type Face, faceOf, facesFor } from "./faces.ts";
import { families, familyOf, type Style } from "./fonts.ts";
import { type Glyphs, shape, shapeWords } from "./shape.ts";
import { shapeByPairs } from "./shape-by-pairs.ts";
import { plainSign } from "./sign.ts";

/** A stretch of text between two possible line breaks, shaped, in visual order. */
export type Word = {
  text: string;
  parts: Glyphs[];
  /** Thousandths of the nominal size, including each family's scale. */
  width: number;
  /** Code points that no font prints. */
  missing: number[];
};

/** The words already shaped in one style, language and direction. */
export type Shelf = {
  style: Style;
  language: string;
  rightToLeft: boolean;
  words: Map<string, Word>;
  space: Word | undefined;
  hyphen: Word | undefined;
};

export function shelfOf(style: Style, language: string, rightToLeft: boolean): Shelf {
  const key = `${style} ${rightToLeft ? "rtl" : "ltr"} ${language}`;
  let shelf = shelves.get(key);
  if (!shelf) {
    shelf = { style, language, rightToLeft, words: new Map(), space: undefined, hyphen: undefined };
    shelves.set(key, shelf);
  }
  return shelf;
}

/**
 * Shapes a word, once for all documents of the thread. Nothing joins across a space in the scripts we print, so a word
 * looks the same everywhere.
 */
export function wordOf(shelf: Shelf, text: string): Word {
  const known = shelf.words.get(text);
  if (known) return known;
  const word = shapeWord(text, shelf.style, shelf.language, shelf.rightToLeft);
  if (text.length <= longestKept) {
    if (shelf.words.size >= shelfSize) shelf.words.clear();
    shelf.words.set(text, word);
  }
  return word;
}

/** Shapes the new Arabic words of a text together, which takes a third of the time. */
export function shapeAhead(shelf: Shelf, text: string): void {
  const face = faceOf(arabic, shelf.style);
  const fresh = new Set<string>();
  for (const word of text.split(betweenWords)) {
    if (word.length > longestKept || shelf.words.has(word) || !arabicWord.test(word)) continue;
    if (coversAll(face, word)) fresh.add(word);
  }
  if (fresh.size === 0) return;
  if (shelf.words.size + fresh.size >= shelfSize) shelf.words.clear();
  const words = [...fresh];
  const shaped = shapeWords(face, words, true, shelf.language);
  for (const [index, word] of words.entries()) {
    const part = shaped[index]!;
    const width = part.width * face.family.scale;
    shelf.words.set(word, { text: word, parts: [part], width, missing: none });
  }
}

const betweenWords = /[ \u00a0\n]+/;
/** Letters and vowel marks, and the marks directly beside them. */
const arabicWord = /^[\u0621-\u064a\u0671-\u06d3][\u0621-\u0652\u0670-\u06d3.,:،؛؟]*$/;
const arabic = families[1]!;
const none: number[] = [];

/** The space between words, used as often as all words together. */
export function spaceOf(shelf: Shelf): Word {
  shelf.space ??= wordOf(shelf, " ");
  return shelf.space;
}

/**
 * The hyphen at the end of a divided line. It represents a soft hyphen (ISO 32000-1, 14.8.2.2.3), so that text
 * extraction finds the whole word.
 */
export function hyphenOf(shelf: Shelf): Word {
  if (shelf.hyphen) return shelf.hyphen;
  const drawn = wordOf(shelf, "-");
  const parts = drawn.parts.map(({ face, signs, width }) => ({
    face,
    signs: signs.map(({ glyph, advance }) => plainSign(face, glyph, softHyphen, advance)),
    width,
  }));
  shelf.hyphen = { ...drawn, text: softHyphen, parts };
  return shelf.hyphen;
}

const softHyphen = "\u00ad";
const longestKept = 64;
/** More than a long agreement's vocabulary, and small enough for the processor's cache. */
const shelfSize = 6_000;
const shelves = new Map<string, Shelf>();

function shapeWord(text: string, style: Style, language: string, rightToLeft: boolean): Word {
  const faces = facesOf(text, style, language);
  const missing: number[] = [];
  const parts = splitByFace(text, faces, missing).map(
    ([face, part]) =>
      (!rightToLeft && shapeByPairs(face, part, language)) ||
      shape(face, part, rightToLeft, language),
  );
  if (rightToLeft) parts.reverse();
  let width = 0;
  for (const part of parts) width += part.width * part.face.family.scale;
  return { text, parts, width, missing: missing.length > 0 ? missing : none };
}

/** In the order of preference. A word of one script, as most are, needs one face. */
function facesOf(text: string, style: Style, language: string): Face[] {
  for (const { letters, family } of single) {
    if (!letters.test(text)) continue;
    const face = faceOf(family, style);
    if (coversAll(face, text)) return [face];
  }
  const own = familyOf(language);
  // Chinese characters belong to several families: the language decides.
  const main = own.letters.test(text)
    ? own
    : (families.find((family) => family.letters.test(text)) ?? own);
  return facesFor(main, style, text);
}

const single = [
  { letters: /^[A-Za-z\u00c0-\u024f\u0400-\u052f]+$/, family: families[0]! },
  { letters: /^[\u0621-\u064a]+$/, family: arabic },
];

/** The first face that prints the whole word, else runs by character; a mark stays with its base. */
function splitByFace(text: string, faces: Face[], missing: number[]): [Face, string][] {
  const whole = faces.find((face) => coversAll(face, text));
  if (whole) return [[whole, text]];
  const runs: [Face, string][] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    const stays = last && (invisible(codePoint) || staysWithBase(character, last[0], codePoint));
    if (last && stays) {
      last[1] += character;
      continue;
    }
    const face = faces.find((candidate) => candidate.covers(codePoint));
    if (!face && !invisible(codePoint)) missing.push(codePoint);
    if (last && (face ?? faces[0]) === last[0]) last[1] += character;
    else runs.push([face ?? faces[0]!, character]);
  }
  return runs;
}

function coversAll(face: Face, text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i) ?? 0;
    if (codePoint > 0xffff) i++;
    if (!face.covers(codePoint) && !invisible(codePoint)) return false;
  }
  return true;
}

function staysWithBase(character: string, face: Face, codePoint: number): boolean {
  return /[\p{M}\p{P}]/u.test(character) && face.covers(codePoint);
}

/** Joiners, direction marks, soft hyphen, word joiner and line ends print nothing and need no glyph. */
function invisible(codePoint: number): boolean {
  return (
    codePoint === 0x0a ||
    codePoint === 0xad ||
    codePoint === 0x61c ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    codePoint === 0x2060 ||
    codePoint === 0xfeff ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
  );
}
