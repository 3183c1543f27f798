import currencies from "../../../../templates/currencies.json" with { type: "json" };
import words from "../../../../templates/known-abbreviations.json" with { type: "json" };
import { onFirstUse } from "../on-first-use.ts";
import type { SentenceKey } from "../sentence.ts";
import type { Warning } from "../warning.ts";
import type { Passage, Read } from "./read-definitions.ts";

const rule = { rule: "defined-terms", source: { key: "practice-defined-terms" } } as const;

/** What every reader knows, in Latin and Cyrillic letters; codes of currencies. */
const known = new Set([
  ...words.known.flatMap((line) => line.split(" ")),
  ...Object.keys(currencies.currencies),
]);
const roman = /^[IVXLCDMХ]+$/;
/** Capitals alone, or Arabic letters with points (م.ج.ز). */
const written = /\p{Lu}{3,6}|\p{Script=Arabic}(?:\.\p{Script=Arabic}){1,5}/gu;
/** What makes capitals a part of a code, a name in quotation marks or words in capitals: ISO 9001, A/RES, «КТЖ». */
const joinedBefore = /[\p{L}\p{N}«“"„‘/&.@_’'-]$|[«“„] $|\p{Lu}{2} $|\p{Lu}\. $/u;
const joinedAfter = /^(?:[\p{L}\p{N}»”"’/&@_]|\.\p{L}|[ -]?\p{N}| \p{Lu}{2}| [IVX]|-\p{Lu})/u;

type Use = {
  passage: Passage;
  from: number;
  to: number;
  /** In brackets beside a name: “Automatic Identification System (AIS)”. */
  given: boolean;
  /** With its words in brackets: “AIS (Automatic Identification System)”. */
  explained: boolean;
};

/**
 * Abbreviations that the text explains nowhere, and those that it gives in brackets beside a name and never uses. Each is told
 * once; what every reader knows is left (`templates/known-abbreviations.json`).
 */
export function abbreviations({ language, passages, definitions }: Read): Warning[] {
  const uses = new Map<string, Use[]>();
  for (const passage of passages) {
    for (const use of usesIn(passage)) {
      const name = nameOf(use);
      const all = uses.get(name);
      if (all) all.push(use);
      else uses.set(name, [use]);
    }
  }
  const said = onFirstUse(() => saidIn(passages));
  return [...uses].flatMap(([name, all]): Warning[] => {
    const [first] = all;
    if (!first || known.has(name) || roman.test(name)) return [];
    const own = definitions.filter(({ term }) => term.includes(name));
    // A term that is defined in marks and not used is told as such.
    if (own.length > 0) return [];
    if (all.some(({ explained }) => explained)) return [];
    const given = all.some((one) => one.given);
    if (given ? all.length > 1 : isInitials(name, said()) || isWord(name, said())) return [];
    const key: SentenceKey = given ? "term-unused" : "abbreviation-unexplained";
    const { passage, from, to } = first;
    const found = [passage.plain.written(from, to)];
    const { article, label } = passage;
    const detail = { key, values: { term: name } };
    return [{ ...rule, language, article, paragraph: label, detail, found }];
  });
}

const read = new WeakMap<Passage, Use[]>();

function usesIn(passage: Passage): Use[] {
  const made = read.get(passage) ?? readUses(passage);
  read.set(passage, made);
  return made;
}

function readUses(passage: Passage): Use[] {
  const { text } = passage.plain;
  // A line in capitals abbreviates nothing.
  if (!/\p{Ll}|\p{Script=Arabic}/u.test(text)) return [];
  return [...text.matchAll(written)].flatMap(({ 0: name, index }) => {
    const [from, to] = [index, index + name.length];
    const before = text.slice(Math.max(0, from - 3), from);
    const after = text.slice(to, to + 3);
    if (joinedBefore.test(before) || joinedAfter.test(after)) return [];
    const given = before.endsWith("(") && after.startsWith(")");
    const explained = /^(?:-\p{Ll}{1,5})? \(\p{L}{3}/u.test(text.slice(to, to + 11));
    return [{ passage, from, to, given, explained }];
  });
}

function nameOf({ passage, from, to }: Use): string {
  return passage.plain.text.slice(from, to);
}

/** The words of a text that are written in lower case, and the initials of each two to six words that follow one another. */
type Said = { words: Set<string>; initials: Set<string> };

function saidIn(passages: Passage[]): Said {
  const [words, initials] = [new Set<string>(), new Set<string>()];
  for (const { plain } of passages) {
    for (const [word] of plain.text.matchAll(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu)) words.add(word);
    const all = [...plain.text.matchAll(/(?<!\p{L})\p{L}(?=\p{L}{2})/gu)].map(([one]) => one);
    const letters = all.join("").toLowerCase();
    for (let at = 0; at < letters.length; at += 1) {
      for (let length = 2; length <= 6; length += 1) initials.add(letters.slice(at, at + length));
    }
  }
  return { words, initials };
}

/** Whether the same letters stand somewhere as a word: “DONE at …”, and “done”. */
function isWord(name: string, { words }: Said): boolean {
  if (/\p{Script=Arabic}/u.test(name)) return false;
  // Longer ones that can be spoken are names: CERES.
  if (name.length > 4 && (name.match(/[AEIOUYАЕЁИОУЫЭЮЯӘӨҮҰІ]/g)?.length ?? 0) > 1) return true;
  return words.has(name.toLowerCase());
}

/** Whether words that follow one another begin with these letters: “Automatic Identification System”. */
function isInitials(name: string, { initials }: Said): boolean {
  return initials.has(name.replaceAll(".", "").toLowerCase());
}
