import type { Headings } from "#workflows/headings.ts";
import { referenceMark } from "../../stated/tokens.ts";
import { type Numbered, readNumbers } from "./reference-numbers.ts";
import { type ReferencePatterns, referencePatterns } from "./reference-words.ts";

type Piece = { from: number; to: number } & (
  | { kind: "article"; numbers: Numbered[]; brackets: string[]; linked?: boolean }
  | { kind: "here" | "previous" | "next" }
  | { kind: "paragraph"; numbers: Numbered[]; brackets: string[] }
  | { kind: "point"; points: string[] }
);

/** A reference to a part of the text that it stands in, with the places of its first and last letter. */
export type Reference = {
  from: number;
  to: number;
  /** The articles, or the one it stands in; undefined if it names only a paragraph. */
  articles?: Numbered[] | "here" | "previous" | "next";
  /** Whether an editor's link names the article. */
  linked: boolean;
  paragraphs: number[];
  points: string[];
  /** It says so itself: “of this Agreement”. */
  own: boolean;
};

/** Short quotations are letters of sub-paragraphs; longer ones are words of another text. */
const quoted = /«[^«»]{4,}»|“[^“”]{4,}”|„[^„“”]{4,}[“”]/gu;

/**
 * The references to articles and paragraphs of this instrument in the words of a paragraph; those to other instruments,
 * and those in a quotation, are left out. Empty for a language that we do not read.
 */
export function readReferences(words: string, language: string, headings?: Headings): Reference[] {
  const patterns = referencePatterns(language, headings);
  if (!patterns) return [];
  const text = words.replaceAll(quoted, (found) => " ".repeat(found.length));
  const pieces = piecesIn(text, patterns);
  const references: Reference[] = [];
  for (let at = 0; at < pieces.length; ) {
    const chain = [pieces[at] as Piece];
    while (at + chain.length < pieces.length) {
      const [last, next] = [chain.at(-1) as Piece, pieces[at + chain.length] as Piece];
      const gap = text.slice(last.to, next.from);
      if (gap.length > 12 || !patterns.join.test(gap) || repeats(chain, next)) break;
      chain.push(next);
    }
    at += chain.length;
    const made = referenceOf(chain, text, patterns);
    if (made) references.push(made);
  }
  return references;
}

type PieceOf = (first: string, second: string, whole: string) => object;

function piecesIn(text: string, patterns: ReferencePatterns): Piece[] {
  const pieces: Piece[] = [];
  const put = (found: RegExpMatchArray, piece: PieceOf) => {
    const [whole, first = "", second = ""] = found;
    const from = found.index ?? 0;
    const made = { from, to: from + whole.length, ...piece(first, second, whole) };
    pieces.push(made as Piece);
  };
  const numbered = (kind: "article" | "paragraph") => (first: string, second: string) => {
    return { kind, numbers: readNumbers(first), brackets: lettersIn(second) };
  };
  const paragraphs = (first: string, second: string, whole: string) => {
    return numbered("paragraph")(ownNumbers(first, whole), second);
  };
  for (const pattern of patterns.article) {
    for (const found of text.matchAll(pattern)) put(found, numbered("article"));
  }
  for (const pattern of patterns.paragraph) {
    for (const found of text.matchAll(pattern)) put(found, paragraphs);
  }
  for (const pattern of patterns.point) {
    for (const found of text.matchAll(pattern)) {
      put(found, (first) => ({ kind: "point", points: lettersIn(first) }));
    }
  }
  for (const kind of ["here", "previous", "next"] as const) {
    for (const found of (patterns[kind] && text.matchAll(patterns[kind])) ?? []) {
      put(found, () => ({ kind }));
    }
  }
  for (const found of text.matchAll(linked)) {
    put(found, (first) => {
      return { kind: "article", numbers: [{ value: Number(first) }], brackets: [], linked: true };
    });
  }
  pieces.sort((one, other) => one.from - other.from || other.to - one.to);
  // Words that two patterns read belong to the longer one.
  return pieces.filter((piece, at) => !pieces.slice(0, at).some(({ to }) => to > piece.from));
}

const linked = new RegExp(`${referenceMark}(\\d+)`, "g");

/** Letters have a bracket or a quotation mark behind them; the words between them have not. */
function lettersIn(found: string): string[] {
  return [...found.matchAll(/\p{L}+|\d+/gu)].flatMap(({ 0: one, index }) => {
    const closed = /[\d)»”“"]/.test(found.charAt(index + one.length));
    return closed || /\d/.test(one) ? [one.toLowerCase()] : [];
  });
}

/** In “articles 6, 8 (paragraphs 1 and 2), 11” and “54, paragraph 2, 61” the last number is an article's. */
function ownNumbers(list: string, whole: string): string {
  const end = list.indexOf(")");
  const opened = list.indexOf("(");
  const inside = end >= 0 && (opened < 0 || opened > end) ? list.slice(0, end) : list;
  return /^[Pp]aragraphe? /.test(whole) ? (inside.split(",", 1)[0] ?? "") : inside;
}

/** Whether a chain has a piece of this kind: it is then another reference that begins. */
function repeats(chain: Piece[], { kind }: Piece): boolean {
  const named = (one: Piece["kind"]) => (one === "point" || one === "paragraph" ? one : "article");
  return chain.some((piece) => named(piece.kind) === named(kind));
}

function referenceOf(chain: Piece[], text: string, patterns: ReferencePatterns): Reference | null {
  const [first, last] = [chain[0] as Piece, chain.at(-1) as Piece];
  const [from, to] = [first.from, last.to];
  const [before, after] = [sentenceBefore(text, from), text.slice(to, to + 60)];
  const own = (patterns.own?.test(after) || patterns.ownBefore?.test(before.slice(-60))) ?? false;
  const target = chain.find((one) => one.kind !== "paragraph" && one.kind !== "point");
  if (!own && target?.kind !== "here" && !(target?.kind === "article" && target.linked)) {
    if (patterns.foreign?.test(after) || namesLaw(before, patterns)) return null;
  }
  // “Articles 19, 54, paragraph 2, 61, paragraph 7”: of the article whose number stands before it.
  if (!target && /\p{Nd},? \(?$/u.test(before)) return null;
  const dotted = (piece: Piece) =>
    piece.kind === "article" ? piece.numbers.flatMap((one) => one.dotted ?? []) : [];
  const inBrackets = chain.flatMap((one) =>
    one.kind === "article" || one.kind === "paragraph" ? one.brackets : [],
  );
  const digits = inBrackets.filter((one) => /\d/.test(one));
  const named = chain.flatMap((one) => (one.kind === "paragraph" ? one.numbers : []));
  return {
    from,
    to,
    ...(target && { articles: target.kind === "article" ? target.numbers : target.kind }),
    linked: target?.kind === "article" && target.linked === true,
    paragraphs: [
      ...named.map(({ value }) => value),
      ...chain.flatMap(dotted).map(Number),
      ...(named.length === 0 ? digits.map(Number) : []),
    ],
    points: [
      ...chain.flatMap((one) => (one.kind === "point" ? one.points : [])),
      ...inBrackets.filter((one) => named.length > 0 || !/\d/.test(one)),
    ],
    own,
  };
}

/** The sentence's words before a place. */
function sentenceBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 400), at);
  let start = 0;
  for (const { index, 0: stop } of before.matchAll(
    /(?<=[\p{L}\p{N})»”"]{4})[.;!?؛؟](?= )|。|；/gu,
  )) {
    start = index + stop.length;
  }
  return before.slice(start);
}

function namesLaw(before: string, { law }: ReferencePatterns): boolean {
  law.lastIndex = 0;
  return law.test(before);
}

/** References by number to annexes, and to chapters and other divisions that a text may lack. */
export function readOtherReferences(
  words: string,
  language: string,
  headings?: Headings,
): { kind: "annex" | "division"; found: string; from: number; name: string | null }[] {
  const patterns = referencePatterns(language, headings);
  if (!patterns) return [];
  const text = words.replaceAll(quoted, (found) => " ".repeat(found.length));
  const isOwn = (from: number, to: number) => {
    const [before, after] = [sentenceBefore(text, from), text.slice(to, to + 60)];
    if (patterns.own?.test(after) || patterns.ownBefore?.test(before.slice(-60))) return "own";
    const foreign = patterns.foreignAnnex?.test(after) || namesLaw(before, patterns);
    return foreign ? "foreign" : "open";
  };
  const all = (pattern: RegExp | null) => (pattern ? [...text.matchAll(pattern)] : []);
  return [
    ...all(patterns.annex)
      .filter(({ index, 0: found }) => isOwn(index, index + found.length) !== "foreign")
      .map(({ index, 0: found, 1: name = "" }) => {
        return { kind: "annex" as const, found, from: index, name };
      }),
    ...all(patterns.wholeAnnex).map(({ index, 0: found }) => {
      return { kind: "annex" as const, found: found.trim(), from: index, name: null };
    }),
    ...all(patterns.division)
      .filter(({ index, 0: found }) => {
        if (headings === "sections" && patterns.section?.test(found)) return false;
        const whose = isOwn(index, index + found.length);
        return whose === "own" || (whose === "open" && language.split("-", 1)[0] === "fr");
      })
      .map(({ index, 0: found }) => {
        return { kind: "division" as const, found, from: index, name: found };
      }),
  ];
}
