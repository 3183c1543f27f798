import type { Text } from "../../articles.ts";
import type { Warning } from "../warning.ts";
import { abbreviations } from "./abbreviations.ts";
import { patternsOf } from "./definition-patterns.ts";
import { type Definition, formsOf, type Read, readDefinitions } from "./read-definitions.ts";
import { undefinedBodies } from "./undefined-bodies.ts";
import { unlikeDefinitions } from "./unlike-definitions.ts";

const rule = { rule: "defined-terms", source: { key: "practice-defined-terms" } } as const;

/**
 * Terms that are defined and never used, defined twice, or defined in one language alone. The names of the instrument and
 * of its parties need no use.
 */
export function definedTerms(texts: Text[]): Warning[] {
  const read = texts.flatMap((text) => readDefinitions(text) ?? []);
  return [
    ...read.flatMap((text) => [
      ...unused(text),
      ...twice(text),
      ...undefinedBodies(text),
      ...abbreviations(text),
    ]),
    ...betweenLanguages(read),
  ];
}

function unused({ passages, definitions, language }: Read): Warning[] {
  if (definitions.length === 0) return [];
  // Most terms are used soon: later passages are seldom taken apart.
  const forms: string[][] = [];
  const isUsed = ({ keys, passage, sentence: [from, to] }: Definition) =>
    passages.some(({ plain: { text } }, at) => {
      if (at !== passage) {
        forms[at] ??= formsIn(text, language);
        return hasAll(forms[at], keys);
      }
      return hasAll(formsIn(`${text.slice(0, from)} ${text.slice(to)}`, language), keys);
    });
  return definitions
    .filter((one) => !isUsed(one))
    .map(({ place, term }) => {
      return { ...rule, ...place, detail: { key: "term-unused", values: { term } } };
    });
}

function formsIn(text: string, language: string): string[] {
  const words = new Set(text.match(/[\p{L}\p{M}]+/gu));
  return [...words].flatMap((word) => formsOf(word, language));
}

function hasAll(found: string[], keys: Definition["keys"]): boolean {
  return keys.every((own) => own.some((stem) => found.some((one) => one.startsWith(stem))));
}

/** A term that is defined for one article or annex alone may be defined for another. */
function twice({ language, passages, definitions }: Read): Warning[] {
  const { scope } = patternsOf(language) ?? {};
  const limited = new Set(
    passages.flatMap(({ article, plain }) => (scope?.test(plain.text) ? [article] : [])),
  );
  const meant = definitions.filter(({ means, place }) => means && !limited.has(place.article));
  return meant.flatMap((one, at) => {
    const name = one.term.toLowerCase();
    const first = meant.slice(0, at).find(({ term }) => term.toLowerCase() === name);
    if (!first) return [];
    const values = { term: one.term };
    return [{ ...rule, ...one.place, detail: { key: "term-twice", values }, also: [first.place] }];
  });
}

/** Marks in which a term may stand; an apostrophe between letters is none. */
const anyMark = /[«“”„"‘‹「『]|(?<!\p{L})['’]\p{L}/u;

/** A passage that defines a term, and the same passage of another language: it defines it alike. */
function betweenLanguages([first, ...others]: Read[]): Warning[] {
  if (!first) return [];
  return others.flatMap((other) => [
    ...lacking(first, other),
    ...lacking(other, first),
    ...unlikeDefinitions(first, other),
  ]);
}

/** Terms of a passage, where the same passage of the other language neither quotes nor defines anything. */
function lacking(one: Read, other: Read): Warning[] {
  const patterns = patternsOf(other.language);
  if (!patterns || one.passages.length !== other.passages.length) return [];
  return one.definitions.flatMap(({ passage, term, place }) => {
    const theirs = other.passages[passage];
    if (!theirs || theirs.article !== one.passages[passage]?.article) return [];
    const { text } = theirs.plain;
    if (anyMark.test(text) || patterns.marker.test(text) || patterns.meant.test(text)) return [];
    const values = { term, language: { language: other.language } };
    return [{ ...rule, ...place, detail: { key: "term-in-one-language", values } }];
  });
}
