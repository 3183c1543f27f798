import type { Reference as Referring } from "../reference-forms.ts";
import { align } from "./align.ts";
import type { Piece } from "./pieces.ts";
import { emptyRun, labelRuns, type Run, runsBetween, wholeRuns } from "./runs.ts";
import { similarity, vocabularyOf } from "./similarity.ts";
import { type TableChange, tableBetween, wholeTable } from "./tables.ts";
import { keysOf, type Reference, type Token, textOf, tokensOf } from "./tokens.ts";

export type ParagraphChange = {
  change: "same" | "changed" | "added" | "removed";
  kind: Piece["kind"];
  /** How many lists and quotations enclose it, in the new version if it is in both. */
  level: number;
  quotes: number;
  /** An item's printed number, `(a)`, with the old one if it changed; none for other paragraphs. */
  label: Run[];
  /** The number of an item in its list; null without one. */
  ordinal: number | null;
  /** The words; none for a table. */
  runs: Run[];
  table?: TableChange | undefined;
};

/** A piece with its words as tokens: one row of them, or one per cell for a table. */
type Worded = { piece: Piece; tokens: Token[]; rows: Token[][][]; key: string };

const alike = 0.4;

type References = (referring: Referring) => Reference;

/** Aligns the paragraphs of two versions of an article, in an order that is correct for both. */
export function compareParagraphs(
  from: { pieces: Piece[]; referenceTo: References },
  to: { pieces: Piece[]; referenceTo: References },
): ParagraphChange[] {
  const vocabularies = new Map<Worded, Set<string>>();
  const vocabulary = (one: Worded) => {
    const known = vocabularies.get(one) ?? vocabularyOf(wordsIn(one));
    vocabularies.set(one, known);
    return known;
  };
  const [before, after] = [from, to].map(({ pieces, referenceTo }) =>
    pieces.map((piece) => worded(piece, referenceTo)),
  ) as [Worded[], Worded[]];
  const aligned = align(before, after, {
    key: ({ key }) => key,
    like: (old, young) =>
      hasSameHeader(old, young) ? 1 : similarity(vocabulary(old), vocabulary(young)),
    least: alike,
    canPair: (old, young) => standAlike(old.piece, young.piece),
  });
  return aligned.flatMap(({ old, young }) => {
    const changed = old && young && between(old, young);
    if (changed) return [changed];
    return [...(old ? [whole("removed", old)] : []), ...(young ? [whole("added", young)] : [])];
  });
}

/** The paragraphs of an article that was added or removed as a whole. */
export function wholeParagraphs(
  change: "added" | "removed",
  pieces: Piece[],
  referenceTo: References,
): ParagraphChange[] {
  return pieces.map((piece) => whole(change, worded(piece, referenceTo)));
}

function worded(piece: Piece, referenceTo: References): Worded {
  const { kind, level, quotes } = piece;
  const tokens = piece.kind === "table" ? [] : tokensOf(piece.words, referenceTo);
  const rows =
    piece.kind === "table"
      ? piece.rows.map((row) => row.map((cell) => tokensOf(cell, referenceTo)))
      : [];
  const cells = rows.map((row) => row.map(keysOf).join("\u0002")).join("\u0003");
  // Without its number, so that an item is found again when others were inserted before it.
  const key = `${kind} ${level} ${quotes} ${keysOf(tokens)}${cells}`;
  return { piece, tokens, rows, key };
}

function wordsIn({ tokens, rows }: Worded): string {
  return [tokens, ...rows.flat()].map(textOf).join(" ");
}

/**
 * Whether the change is visible when the two are shown as one: they have the same position, or their numbers show that
 * they do not. Anything else is shown as a removal there and an insertion here.
 */
function standAlike(old: Piece, young: Piece): boolean {
  if (old.quotes !== young.quotes) return false;
  const counted = [old, young].every(({ kind }) => kind === "item" || kind === "paragraph");
  if (old.kind !== young.kind && !counted) return false;
  return old.level === young.level || labelOf(old) !== labelOf(young);
}

function labelOf(piece: Piece): string | null {
  return piece.kind === "item" ? piece.label : null;
}

function hasSameHeader(old: Worded, young: Worded): boolean {
  const [before = [], after = []] = [old.rows[0], young.rows[0]];
  const words = before.map(textOf).join("\u0002");
  return before.length > 0 && words.trim() !== "" && words === after.map(textOf).join("\u0002");
}

/** Null for tables that are shown one after the other. */
function between(old: Worded, young: Worded): ParagraphChange | null {
  const label = labelRuns(labelOf(old.piece), labelOf(young.piece));
  const frame = frameOf(young.piece);
  if (young.piece.kind === "table") {
    const table = tableBetween(old.rows, young.rows);
    if (!table) return null;
    const same = table.rows.every(({ change }) => change === "same");
    return { change: same ? "same" : "changed", ...frame, label, runs: [], table };
  }
  const runs =
    old.key === young.key ? wholeRuns("same", young.tokens) : runsBetween(old.tokens, young.tokens);
  const same = [...label, ...runs].every(({ kind }) => kind === "same");
  return { change: same ? "same" : "changed", ...frame, label, runs };
}

function whole(change: "added" | "removed", { piece, tokens, rows }: Worded): ParagraphChange {
  const kind = change === "added" ? "inserted" : "deleted";
  const own = labelOf(piece);
  const label = change === "added" ? labelRuns(null, own) : labelRuns(own, null);
  const frame = frameOf(piece);
  if (piece.kind === "table") {
    return { change, ...frame, label, runs: [], table: wholeTable(change, rows) };
  }
  const runs = wholeRuns(kind, tokens);
  const isEmpty = runs.length === 0 && label.length === 0;
  return { change, ...frame, label, runs: isEmpty ? [emptyRun(kind)] : runs };
}

function frameOf(piece: Piece) {
  const { kind, level, quotes } = piece;
  return { kind, level, quotes, ordinal: piece.kind === "item" ? piece.ordinal : null };
}
