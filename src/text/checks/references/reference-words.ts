import type { Headings } from "#workflows/headings.ts";
import words from "../../../../templates/reference-words.json" with { type: "json" };

/** How a language refers to parts of an instrument (`templates/reference-words.json`). */
type Words = {
  /** A part of a word that every reference has, for speed. */
  hint?: string;
  article: string[];
  here?: string;
  previous?: string;
  next?: string;
  paragraph: string[];
  point?: string[];
  annex?: string;
  annexAfter?: string;
  wholeAnnex?: string;
  division?: string;
  /** Where the instrument has sections for articles: a reference to them, and to the one it stands in. */
  section?: string;
  thisSection?: string;
  own?: string;
  ownBefore?: string;
  foreign?: string;
  foreignAnnex?: string;
  join: string;
  law: string;
  amending: string;
};

export type ReferencePatterns = {
  /** Whether words can have a reference. */
  hint: RegExp;
  /** Each has the numbers in its first group, and what is in brackets after them in its second. */
  article: RegExp[];
  paragraph: RegExp[];
  /** The letters or numbers of sub-paragraphs in the first group. */
  point: RegExp[];
  here: RegExp | null;
  previous: RegExp | null;
  next: RegExp | null;
  /** The annex's number or letter in the first group. */
  annex: RegExp | null;
  wholeAnnex: RegExp | null;
  /** A word for an annex at the beginning of a heading. */
  annexWord: RegExp | null;
  /** The whole as written; the word for the division in the group `word`. */
  division: RegExp | null;
  /** A reference to a section, where sections stand for articles and are no divisions. */
  section: RegExp | null;
  /** After a reference: it is to this instrument, or to another one. */
  own: RegExp | null;
  foreign: RegExp | null;
  foreignAnnex: RegExp | null;
  /** Before a reference: it is to this instrument. */
  ownBefore: RegExp | null;
  /** What may stand between the parts of one reference: “paragraph 2” of “Article 3”. */
  join: RegExp;
  /** Another instrument or a law. */
  law: RegExp;
  /** A title of an instrument that speaks of another one's articles. */
  amending: RegExp;
};

const units = "أولى?|ثانية?|ثالثة?|رابعة?|خامسة?|سادسة?|سابعة?|ثامنة?|تاسعة?|عاشرة?|حادية?";
const tens = "عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع";
const arabicOrdinal = `ال(?:${units})(?: عشرة?| وال(?:${tens})[وي]ن)?(?!\\p{L})|ال(?:${tens})[وي]ن(?!\\p{L})`;
const figure = "[0-9]{1,3}(?:\\.[0-9]{1,2})?(?![0-9])";
const roman = "[IVXLC]{1,7}(?![\\p{L}\\p{N}])";
const inserted = "(?: ?(?:bis|ter|quater|quinquies)(?!\\p{L}))?";

/** One number as the language writes it. */
function numberIn(language: string): string {
  switch (language) {
    case "ar":
      return `(?:\\( ?)?(?:${figure}|${arabicOrdinal})(?: ?\\))?`;
    case "zh":
      return `(?:${figure}|[一二三四五六七八九十百零]{1,7})`;
    case "fr":
      return `(?:${figure}|${roman}|première?)${inserted}`;
    default:
      return `\\(?(?:${figure}|${roman})\\)?${inserted}`;
  }
}

/** Between the numbers of a list or of a range. */
const between =
  " ?(?:,|–|—|-|~|、|至|和|및|و|(?<= )(?:to|and|or|through|и|или|по|до|أو|إلى|حتى|және|мен|пен|бен|немесе|et|ou|à|y|o|a|та|і|або|е|și|sau|ve|veya|ile|və|va|yoki|жана|ва|ё|ir|ar|ja|või|և|და)(?= )) ?";
const letter = "(?:[ivx]{2,4}|\\p{L})";
const brackets = `((?: ?\\((?:[0-9]{1,2}|${letter})\\)){0,3})`;
const point = `(?:[«“„"(]{1,2}(?:${letter}|[0-9]{1,2})[)»”“"]{1,3}|${letter}\\)|[0-9]{1,2}\\)?(?![\\p{L}\\p{N}]))`;
/** و، ف، ب، ل and ك before a noun, with its article. */
const arabicPrefix = "(?<!\\p{L})[وف]?(?:[بك]?ال|لل|ل|[بك])?";

const known = {
  articles: new Map<string, ReferencePatterns | null>(),
  sections: new Map<string, ReferencePatterns | null>(),
};

/** The patterns of a language, compiled once; null if we have none for it. */
export function referencePatterns(
  language: string,
  headings: Headings = "articles",
): ReferencePatterns | null {
  const primary = language.split("-", 1)[0] ?? language;
  const made = known[headings].get(primary);
  if (made !== undefined) return made;
  const own = (words as Record<string, Words>)[primary];
  const patterns = own ? compile(headings === "sections" ? sectioned(own) : own, primary) : null;
  known[headings].set(primary, patterns);
  return patterns;
}

/** With the words for a section beside those for an article, which a drafter may still write. */
function sectioned({ section, thisSection, ...own }: Words): Words {
  if (section === undefined) return own;
  const here = [own.here, thisSection].filter((one) => one !== undefined).join("|");
  return { ...own, article: [...own.article, section], here, section };
}

function compile(own: Words, language: string): ReferencePatterns {
  const number = numberIn(language);
  const list = `(${number}(?:${between}${number}){0,20})`;
  const points = `(${point}(?:${between}${point}){0,10})`;
  // A word's ending has a bound, so that no long word is read again from each of its letters.
  const filled = (pattern: string) =>
    pattern
      .replaceAll("\\p{L}*", "\\p{L}{0,30}")
      .replace("{n}", `${list}${language === "ar" ? "()" : brackets}`)
      .replace("{l}", points)
      .replace("{r}", language === "ar" ? number : `(?:[0-9]{1,3}|${roman})`)
      .replace("{p}", arabicPrefix);
  // No part of a longer word or number on the left, where words have spaces between them.
  const start = language === "zh" ? "" : "(?<![\\p{L}\\p{N}.,-])";
  const whole = (pattern: string) => new RegExp(`${start}(?:${filled(pattern)})`, "gu");
  const one = (pattern?: string) => (pattern === undefined ? null : whole(pattern));
  const after = (pattern?: string) =>
    pattern === undefined ? null : new RegExp(`^(?:${pattern})`, "u");
  const name = `(?:№ ?|No\\.? ?|n[o°]\\.? ?)?(${number}|[A-Z](?!\\p{L}))(?:${between}${number}){0,10}`;
  const annex = own.annexAfter ? `(${number}|[A-Z])${own.annexAfter}` : `(?:${own.annex}) ${name}`;
  return {
    hint: new RegExp(own.hint ?? "", "u"),
    article: own.article.map(whole),
    paragraph: own.paragraph.map(whole),
    point: (own.point ?? []).map(whole),
    here: one(own.here),
    previous: own.previous === undefined ? null : new RegExp(own.previous, "gu"),
    next: own.next === undefined ? null : new RegExp(own.next, "gu"),
    annex: own.annex || own.annexAfter ? whole(annex) : null,
    wholeAnnex: one(own.wholeAnnex),
    annexWord: own.annex
      ? new RegExp(filled(own.annex), "iu")
      : own.annexAfter
        ? /қосымша/iu
        : null,
    division: own.division === undefined ? null : whole(own.division.replace("{n}", "{r}")),
    section: own.section === undefined ? null : after(filled(own.section)),
    own: after(own.own),
    foreign: after(own.foreign),
    foreignAnnex: after(own.foreignAnnex),
    ownBefore: own.ownBefore === undefined ? null : new RegExp(`(?:${own.ownBefore})$`, "u"),
    join: new RegExp(`^(?:${own.join})$`, "u"),
    law: new RegExp(filled(own.law), "gu"),
    amending: new RegExp(own.amending, "u"),
  };
}
