import { fold } from "../fold.ts";
import { lexiconOf } from "./number-lexicon.ts";
import { numberAt } from "./read-number.ts";

const known = new Map<string, string>();

/** The pattern of a word or `stem*` of a phrase, folded as texts are. A number word is its figure. */
export function wordPattern(word: string, language: string): string {
  const key = `${language} ${word}`;
  const made = known.get(key) ?? makePattern(word, language);
  known.set(key, made);
  return made;
}

/** The same for one word of a text alone. */
export function compileWord(word: string, language: string): RegExp {
  return new RegExp(`^${wordPattern(word, language)}$`);
}

/** What a line of folded words contains if the word is in it. */
export function needOf(word: string, language: string): string {
  const { plain, figure } = plainWord(word, language);
  const begin = language === "ar" && !figure ? "" : " ";
  return `${begin}${plain}${word.endsWith("*") ? "" : " "}`;
}

function makePattern(word: string, language: string): string {
  const { plain, figure } = plainWord(word, language);
  // Arabic conjunctions, prepositions and the article are written with their word.
  const prefix = language === "ar" && !figure ? "[وف]?[بكل]?(?:ال|ل)?" : "";
  return `${prefix}${plain}${word.endsWith("*") ? "[^ .]*" : ""}`;
}

function plainWord(word: string, language: string): { plain: string; figure: boolean } {
  if (/^[#№]\d+$/.test(word)) return { plain: word, figure: true };
  const stem = word.endsWith("*");
  const folded = fold(stem ? word.slice(0, -1) : word);
  const lexicon = lexiconOf(language);
  const number = lexicon && !stem ? numberAt([folded], 0, lexicon) : null;
  if (number) return { plain: `${number.ordinal ? "№" : "#"}${number.value}`, figure: true };
  return { plain: folded.replace(/[^\p{L}\p{N}]/gu, ""), figure: false };
}
