import type { Headings } from "#workflows/headings.ts";
import type { Text } from "../../articles.ts";
import { referenceMark } from "../../stated/tokens.ts";
import { type Part, partsOf } from "../outline.ts";
import { plainWords } from "../plain-words.ts";
import type { Sentence } from "../sentence.ts";
import type { Warning } from "../warning.ts";
import { letterIndex } from "./letter-index.ts";
import { type Reference, readOtherReferences, readReferences } from "./read-references.ts";
import { referencePatterns } from "./reference-words.ts";

const rule = { rule: "references", source: { key: "practice-references" } } as const;

/**
 * References to articles, paragraphs, letters, annexes and chapters that the text does not have, and to the article in
 * which they stand as if it were another one. References to other instruments are no concern of it. A text without
 * articles is a fragment; one that amends another instrument speaks of that one's articles unless it says otherwise.
 */
export function lostReferences(text: Text, headings?: Headings): Warning[] {
  const { language, articles } = text;
  const patterns = referencePatterns(language, headings);
  if (!patterns || articles.length === 0) return [];
  const parts = partsOf(text);
  const amending = patterns.amending.test(text.title);
  return parts.flatMap((part) =>
    part.passages.flatMap(({ label, words }) => {
      const plain = plainWords(words);
      if (!patterns.hint.test(plain.text) && !plain.text.includes(referenceMark)) return [];
      const lost = readReferences(plain.text, language, headings)
        .filter(({ own, articles, linked }) => !amending || own || linked || articles === "here")
        .flatMap((reference) => {
          const detail = whatIsLost(reference, { part, parts, count: articles.length });
          return detail ? [{ detail, found: plain.written(reference.from, reference.to) }] : [];
        });
      const others = amending ? [] : otherParts(plain.text, text, headings);
      return [...lost, ...others].map(({ detail, found }) => {
        const clean = found.replaceAll(referenceMark, "").trim();
        return {
          ...rule,
          language,
          article: part.article,
          paragraph: label,
          detail,
          found: [clean],
        };
      });
    }),
  );
}

type Where = { part: Part; parts: Part[]; count: number };

function whatIsLost(reference: Reference, where: Where): Sentence | null {
  const { articles, paragraphs, points } = reference;
  const { part, parts, count } = where;
  if (articles === "previous") {
    return part.article === 1 ? { key: "no-article-before" } : null;
  }
  if (articles === "next") return part.article === count ? { key: "no-article-after" } : null;
  if (Array.isArray(articles)) {
    const lost = articles.find(({ value, inserted }) => inserted || value < 1 || value > count);
    if (lost) return isInserted(lost, parts) ? null : { key: "no-such-article", values: { count } };
    const alone = articles.length === 1 && paragraphs.length + points.length === 0;
    if (alone && articles[0]?.value === part.article && !reference.linked) {
      return { key: "own-article" };
    }
  }
  // A paragraph named alone is of the article it stands in, if that has numbered paragraphs.
  const here = articles === "here" || (articles === undefined && part.labels.size > 1);
  const last = Array.isArray(articles) ? articles.at(-1)?.value : here ? part.article : undefined;
  const target = last === undefined ? undefined : parts[last];
  if (!target || (last === 0 && articles !== "here")) return null;
  // “In cases under articles 49, 50 or 52, paragraph 2 does not apply”: the paragraph is of this article.
  const listed = Array.isArray(articles) && articles.length > 1 && paragraphs.length > 0;
  if (listed && paragraphs.every((number) => hasParagraph(part, number))) return null;
  return lostWithin(target, { paragraphs, points, alone: articles === undefined, count });
}

/** Whether a heading has this number of an inserted article, such as 4 bis. */
function isInserted({ value, inserted }: { value: number; inserted?: boolean }, parts: Part[]) {
  return inserted === true && parts.some(({ heading }) => heading.includes(`${value} `));
}

type Named = { paragraphs: number[]; points: string[]; alone: boolean; count: number };

function lostWithin(target: Part, { paragraphs, points, alone, count }: Named): Sentence | null {
  const { article } = target;
  const lost = paragraphs.find((number) => !hasParagraph(target, number));
  if (lost !== undefined) {
    return article === 0 || article > count
      ? { key: "no-such-paragraph-here", values: { number: lost } }
      : { key: "no-such-paragraph", values: { article, number: lost } };
  }
  if (alone) return null;
  const absent = points.find((point) => !hasPoint(target, point, paragraphs));
  return absent === undefined ? null : { key: "no-such-point", values: { article, point: absent } };
}

function hasParagraph({ labels, paragraphs }: Part, number: number): boolean {
  return labels.has(String(number)) || (number <= paragraphs && paragraphs > 1);
}

/** A letter or number of a sub-paragraph: typed, or one that a list prints. */
function hasPoint({ labels, letters, items }: Part, point: string, paragraphs: number[]): boolean {
  if (letters.has(point)) return true;
  if (/^\d+$/.test(point)) {
    return [...labels].some((label) => label === point || label.endsWith(`.${point}`));
  }
  // Where letters are typed, the list does not print them.
  if (letters.size > 1 && paragraphs.length === 0) return false;
  const index = letterIndex(point);
  return index !== null && index <= items;
}

type Found = { found: string; detail: Sentence };

/** Annexes and divisions that are named and not there. */
function otherParts(words: string, text: Text, headings?: Headings): Found[] {
  return readOtherReferences(words, text.language, headings).flatMap(
    ({ kind, found, name }): Found[] => {
      if (kind === "division") {
        return hasDivision(found, text) ? [] : [{ found, detail: { key: "no-such-division" } }];
      }
      if (hasAnnex(name, text)) return [];
      const key = text.annexes.length === 0 ? "no-annex" : "no-such-annex";
      return [{ found, detail: { key } }];
    },
  );
}

function hasAnnex(name: string | null, { annexes, articles, language }: Text): boolean {
  const word = referencePatterns(language)?.annexWord;
  // An annex may stand under the heading of an article.
  if (articles.some(({ heading }) => word?.test(heading))) return true;
  if (name === null || annexes.length === 0) return annexes.length > 0;
  const own = name.replaceAll(/[()\s]/g, "");
  const wordsOf = (heading: string): string[] => heading.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (annexes.some(({ heading }) => wordsOf(heading).includes(own))) return true;
  if (annexes.some(({ heading }) => /\d|(?<!\p{L})[A-ZIVX](?!\p{L})/u.test(heading))) return false;
  const index = /^\d+$/.test(own) ? Number(own) : (letterIndex(own.toLowerCase()) ?? 1);
  return index <= annexes.length;
}

/** Whether a heading has the word for this kind of division. */
function hasDivision(found: string, text: Text): boolean {
  const word = (found.match(/\p{L}{4,}/u)?.[0] ?? "").slice(0, 5).toLowerCase();
  const inner = text.articles.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "heading" ? block.inlines : [])),
  );
  const headings = [
    ...[...text.articles, ...text.annexes].map(({ heading }) => heading),
    ...inner.map((one) => (one.kind === "text" ? one.text : "")),
  ];
  return headings.some((heading) => heading.toLowerCase().includes(word));
}
