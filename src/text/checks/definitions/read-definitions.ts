import type { Text } from "../../articles.ts";
import { primaryOf } from "../../party-forms.ts";
import { keysOf } from "../names/name-words.ts";
import { partsOf } from "../outline.ts";
import { type PlainWords, plainWords } from "../plain-words.ts";
import type { Place } from "../warning.ts";
import { type Patterns, patternsOf } from "./definition-patterns.ts";

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
  /** Where it begins there. */
  at: number;
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
  const primary = primaryOf(language);
  // The plural of Kazakh, which no case takes away.
  if (primary === "kk") return keys.map((key) => key.replace(/(?<=\p{L}{3})(?:[лдт][ае]р)$/u, ""));
  if (primary !== "ar") return keys;
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

/** More definitions than any treaty has; each is compared with all passages, which must stay linear in the text. */
const maxDefinitions = 500;

/** What a text defines, as far as the first 500 terms; null for a language whose definitions are not read. */
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
    if (read.definitions.length >= maxDefinitions) break;
    for (const found of definitionsIn(passage, patterns)) {
      const term = found.term.replace(patterns.article, "").trim();
      const keys = (term.match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => stemsOf(word, language));
      if (keys.length === 0 || keys.length > 6 || patterns.plain.test(term)) continue;
      const { article, label: paragraph, plain } = passage;
      const place = { language, article, paragraph, found: [plain.written(found.from, found.to)] };
      const sentence = sentenceAround(plain.text, found.from, found.to);
      read.definitions.push({
        term,
        keys,
        place,
        means: found.means,
        passage: at,
        sentence,
        at: found.from,
      });
    }
  }
  return read;
}

type Found = { term: string; from: number; to: number; means: boolean };

function definitionsIn({ plain: { text } }: Passage, patterns: Patterns): Found[] {
  const { marker, named, bare } = patterns;
  const found: Found[] = [];
  const put = (term: string, from: number, to: number, means: boolean) => {
    if (found.length >= maxDefinitions) return;
    if (!found.some((one) => one.from < to && from < one.to)) found.push({ term, from, to, means });
  };
  for (const { 0: whole, 1: before = "", 2: term = "", index } of text.matchAll(inBrackets)) {
    const alone = before.trim() === "";
    if (alone ? isNameAlone(term) : marker.test(before)) {
      put(term, index, index + whole.length, false);
    }
  }
  for (const { 0: whole, 1: before = "", 2: term = "", index } of text.matchAll(bareInBrackets)) {
    if (marker.test(before)) put(term, index, index + whole.length, false);
  }
  for (const { 0: whole, 1: term = "", index } of text.matchAll(inQuotes)) {
    const end = index + whole.length;
    const before = text.slice(Math.max(0, index - 40), index);
    if (isMeant(text, index, end, patterns)) put(term, index, end, true);
    else if (marker.test(before.slice(-30))) put(term, index, end, false);
  }
  const [whole = "", unmarked] = bare?.exec(text) ?? [];
  if (unmarked) put(unmarked, whole.indexOf(unmarked), whole.length, true);
  for (const { 0: words, 1: one = "", 2: other, index } of named ? text.matchAll(named) : []) {
    // Each name is quoted where it stands.
    const at = index + words.indexOf(one);
    put(one, at, at + one.length, false);
    if (!other) continue;
    const then = index + words.lastIndexOf(other);
    put(other, then, then + other.length, false);
  }
  return found;
}

/** Words alone in brackets and marks are a term if they are an abbreviation or have an article: (“the Bridge”). */
function isNameAlone(term: string): boolean {
  return (
    /\p{Lu}\p{L}*\p{Lu}/u.test(term) ||
    /^(?:the |le |la |l[’'])\p{Lu}/u.test(term) ||
    /^ال\p{L}+$/u.test(term)
  );
}

function isMeant(text: string, from: number, to: number, patterns: Patterns): boolean {
  const { means, earlier, later, lead } = patterns;
  const [before, after] = [text.slice(Math.max(0, from - 40), from), text.slice(to, to + 200)];
  if (means.test(after.slice(0, 40)) || earlier?.test(before)) return true;
  if (lead && /^ ?[–—-] \p{Ll}/u.test(after)) {
    return from < 6 || lead.test(text.slice(Math.max(0, from - 200), from));
  }
  const sentence = after.split(/[.;]/, 1)[0] ?? "";
  return later !== null && !/[«“]/.test(sentence) && later.test(sentence) && startsClause(before);
}

/** Whether a term at this place is what its clause speaks of. */
function startsClause(before: string): boolean {
  return /(?:^|[.;:,)] ?|^.{0,2})$/u.test(before);
}

/** From the stop before these words to the one after them. */
function sentenceAround(text: string, from: number, to: number): [number, number] {
  const start = Math.max(...[". ", "; ", "؛ ", ": "].map((stop) => text.lastIndexOf(stop, from)));
  const ends = [". ", "; ", "؛ "].map((stop) => text.indexOf(stop, to)).filter((at) => at >= 0);
  return [Math.max(0, start), ends.length > 0 ? Math.min(...ends) : text.length];
}
