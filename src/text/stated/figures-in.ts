import { datesIn } from "./dates-in.ts";
import { type Lexicon, lexiconOf } from "./number-lexicon.ts";
import { digitsOf, numberAt } from "./read-number.ts";
import type { Figure, Token } from "./tokens.ts";

/** Reads the numbers and dates of a paragraph: `thirty (30) days` is `#30 days`. */
export function figuresIn(tokens: Token[], language: string): Figure[] {
  const lexicon = lexiconOf(language);
  return datesIn(oneOfTwo(numbered(tokens, lexicon)), language);
}

function numbered(tokens: Token[], lexicon: Lexicon | null): Figure[] {
  const words = tokens.map(({ word }) => word);
  const read: Figure[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const ordinal = token.word.startsWith("№");
    const digits = digitsOf(ordinal ? token.word.slice(1) : token.word);
    if (digits !== null) {
      read.push({ ...token, word: `${ordinal ? "№" : "#"}${digits}` });
      continue;
    }
    const within = lexicon && inOneWord(token.word, lexicon);
    if (within) {
      read.push({ ...token, word: `#${within.value}` });
      read.push({ ...token, word: within.rest, before: "" });
      continue;
    }
    const found = lexicon && numberAt(words, at, lexicon);
    if (!found) {
      read.push(token);
      continue;
    }
    const last = tokens[at + found.length - 1] ?? token;
    read.push({ ...token, word: `${found.ordinal ? "№" : "#"}${found.value}`, to: last.to });
    at += found.length - 1;
  }
  return read;
}

const maxKnown = 20_000;

/** A number and its noun in one word: شهرين, шестимесячный. */
export function inOneWord(word: string, lexicon: Lexicon): { value: number; rest: string } | null {
  const known = lexicon.within.get(word);
  if (known !== undefined) return known;
  const found = findInOneWord(word, lexicon);
  if (lexicon.within.size < maxKnown) lexicon.within.set(word, found);
  return found;
}

function findInOneWord(word: string, lexicon: Lexicon): { value: number; rest: string } | null {
  const bare = word.replace(/^[وف]?[بكل]?(?:ال|ل)?(?=\p{Script=Arabic}{3})/u, "");
  const dual = lexicon.split.get(word) ?? lexicon.split.get(bare);
  if (dual) return dual;
  const [, start = "", rest = ""] = lexicon.compound?.exec(word) ?? [];
  const value = lexicon.compounds.get(start);
  return value === undefined ? null : { value, rest };
}

/** Joins `thirty (30)` and `30 (thirty)` into one figure, and keeps both if they differ. */
function oneOfTwo(figures: Figure[]): Figure[] {
  const joined: Figure[] = [];
  for (const figure of figures) {
    const last = joined.at(-1);
    const [here, there] = [figureValue(figure.word), last && figureValue(last.word)];
    if (!last || here === null || there === null || there === undefined || !opens(figure.before)) {
      joined.push(figure);
      continue;
    }
    last.to = figure.to;
    if (here !== there) last.differ = { word: there, figure: here };
  }
  return joined;
}

function opens(before: string): boolean {
  return /^\s*[([]\s*$/.test(before);
}

/** The value of a figure's token; null for any other. */
export function figureValue(word: string): number | null {
  return /^[#№]\d+$/.test(word) ? Number(word.slice(1)) : null;
}
