import words from "../../../../templates/defined-terms.json" with { type: "json" };
import type { Text } from "../../articles.ts";
import { primaryOf } from "../../party-forms.ts";
import { keysOf } from "../names/name-words.ts";
import { partsOf } from "../outline.ts";
import { type PlainWords, plainWords } from "../plain-words.ts";
import type { Place } from "../warning.ts";

/** How a language defines a term (`templates/defined-terms.json`). */
type Words = {
  means: string;
  marker: string;
  article: string;
  plain: string;
  /** A body or a plan with capitals, such as “the Scientific Board”. */
  body?: string;
  /** Before a body that is made or named for the first time. */
  made?: string;
  /** After it there. */
  thenMade?: string;
  /** What limits a definition to one article or annex. */
  scope: string;
  /** In the title of an instrument that builds on another one, whose terms and bodies it uses. */
  second: string;
};
export type Patterns = {
  /** At the beginning of what follows a term. */
  means: RegExp;
  /** Anywhere in a passage. */
  meant: RegExp;
  scope: RegExp;
  second: RegExp;
  marker: RegExp;
  article: RegExp;
  plain: RegExp;
  body: RegExp | null;
  made: RegExp | null;
  thenMade: RegExp | null;
};

export type Definition = {
  term: string;
  /** What it is compared by: the keys of each of its words. */
  keys: (readonly string[])[];
  place: Place;
  /** “… means …”; else a name that is given in passing: (hereinafter “the Centre”). */
  means: boolean;
  /** The passage in which it stands, and its sentence there. */
  passage: number;
  sentence: [number, number];
};
export type Passage = { article: number; label: string | undefined; plain: PlainWords };
export type Read = {
  language: string;
  title: string;
  passages: Passage[];
  definitions: Definition[];
};

/** A word as it is looked for: a term is used in another case and number, in Arabic with a broken plural. */
export function formsOf(word: string, language: string): readonly string[] {
  const keys = keysOf(word, language);
  if (primaryOf(language) !== "ar") return keys;
  return keys.map((key) => key.replace(/^ال/, "").replaceAll(/[اويىهءئؤن]/g, ""));
}

/** How many letters at the end of a key may change in another form. */
const endings: Record<string, number> = { en: 1, fr: 2, ru: 2, kk: 2 };

/** What every form of a word begins with. */
export function stemsOf(word: string, language: string): string[] {
  const keys = formsOf(word, language);
  const primary = primaryOf(language);
  if (primary === "ar") return [...keys];
  const ending = endings[primary] ?? 3;
  return keys.map((key) => key.slice(0, Math.max(3, key.length - ending)));
}

const inBrackets = /\(([^()«“„"]{0,60})[«“„"] ?([^«»“”„"()]{2,60}?) ?[»”“"][^()«“„]{0,30}\)/gu;
const bareInBrackets = /\(([^()«“„"–—:]{3,40})[–—:] ?([^()«“„"–—:]{2,50})\)/gu;
const inQuotes = /[«“„] ?([^«»“”„"()]{2,60}?) ?[»”“]/gu;

/** What a text defines; null for a language whose definitions are not read. */
export function readDefinitions(text: Text): Read | null {
  const { language } = text;
  const patterns = patternsOf(language);
  if (!patterns) return null;
  const read: Read = { language, title: text.title, passages: [], definitions: [] };
  for (const { article, passages } of partsOf(text)) {
    for (const { label, words } of passages) {
      read.passages.push({ article, label, plain: plainWords(words) });
    }
  }
  for (const [at, passage] of read.passages.entries()) {
    if (!/[«“„"(]/.test(passage.plain.text)) continue;
    for (const found of definitionsIn(passage, patterns)) {
      const term = found.term.replace(patterns.article, "").trim();
      const keys = (term.match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => stemsOf(word, language));
      if (keys.length === 0 || keys.length > 6 || patterns.plain.test(term)) continue;
      const { article, label: paragraph, plain } = passage;
      const place = { language, article, paragraph, found: [plain.written(found.from, found.to)] };
      const sentence = sentenceAround(plain.text, found.from, found.to);
      read.definitions.push({ term, keys, place, means: found.means, passage: at, sentence });
    }
  }
  return read;
}

type Found = { term: string; from: number; to: number; means: boolean };

function definitionsIn({ plain: { text } }: Passage, { means, marker }: Patterns): Found[] {
  const bracketed = [...text.matchAll(inBrackets)].flatMap(
    ({ 0: whole, 1: before = "", 2: term = "", index }): Found[] => {
      // A word alone in brackets and quotation marks is a term only if it is an abbreviation.
      if (before.trim() === "" ? !/\p{Lu}\p{L}*\p{Lu}/u.test(term) : !marker.test(before))
        return [];
      return [{ term, from: index, to: index + whole.length, means: false }];
    },
  );
  const bare = [...text.matchAll(bareInBrackets)].flatMap(
    ({ 0: whole, 1: before = "", 2: term = "", index }): Found[] =>
      marker.test(before) ? [{ term, from: index, to: index + whole.length, means: false }] : [],
  );
  const meant = [...text.matchAll(inQuotes)].flatMap(
    ({ 0: whole, 1: term = "", index }): Found[] => {
      const end = index + whole.length;
      const before = text.slice(Math.max(0, index - 40), index);
      if (means.test(text.slice(end, end + 40)) || /يقصد ب$/.test(before.trimEnd())) {
        return [{ term, from: index, to: end, means: true }];
      }
      const named =
        marker.test(before.slice(-30)) &&
        !bracketed.some((one) => one.from < end && index < one.to);
      return named ? [{ term, from: index, to: end, means: false }] : [];
    },
  );
  return [...bracketed, ...bare, ...meant];
}

/** From the stop before these words to the one after them. */
function sentenceAround(text: string, from: number, to: number): [number, number] {
  const start = Math.max(...[". ", "; ", "؛ ", ": "].map((stop) => text.lastIndexOf(stop, from)));
  const ends = [". ", "; ", "؛ "].map((stop) => text.indexOf(stop, to)).filter((at) => at >= 0);
  return [Math.max(0, start), ends.length > 0 ? Math.min(...ends) : text.length];
}

const known = new Map<string, Patterns | null>();

export function patternsOf(language: string): Patterns | null {
  const primary = primaryOf(language);
  const made = known.get(primary);
  if (made !== undefined) return made;
  const own = (words as Record<string, Words>)[primary];
  const patterns = own
    ? {
        means: new RegExp(`^ ?${own.means}(?!\\p{L})`, "u"),
        meant: new RegExp(`(?<!\\p{L})${own.means}(?!\\p{L})`, "u"),
        scope: new RegExp(own.scope, "iu"),
        second: new RegExp(own.second, "iu"),
        marker: new RegExp(own.marker, "iu"),
        article: new RegExp(`^(?:${own.article})[ ’']+`, "iu"),
        plain: new RegExp(`^(?:${own.plain})$`, "iu"),
        body: own.body === undefined ? null : new RegExp(own.body, "gu"),
        // From the beginning of a word: a long word would otherwise be read again from each of its letters.
        made: own.made === undefined ? null : new RegExp(`(?<!\\p{L})${own.made}`, "u"),
        thenMade: own.thenMade === undefined ? null : new RegExp(own.thenMade, "u"),
      }
    : null;
  known.set(primary, patterns);
  return patterns;
}
