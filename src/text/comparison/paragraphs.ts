import { diffArrays } from "diff";
import { type Run, runsBetween, wholeRun } from "./runs.ts";
import { similarity, vocabularyOf } from "./similarity.ts";

export type ParagraphChange = {
  change: "same" | "changed" | "added" | "removed";
  runs: Run[];
};

const maxEdits = 2000;
/** Beyond so many pairs, paragraphs that were replaced are paired by their places and not by their words. */
const maxPairs = 10_000;
const alike = 0.4;

/** The paragraphs of two versions of an article side by side, in an order that is right for both. */
export function compareParagraphs(from: string[], to: string[]): ParagraphChange[] {
  const found = diffArrays(from, to, { maxEditLength: maxEdits });
  if (!found) return replaced(from, to);
  const list: ParagraphChange[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const settle = () => {
    for (const one of replaced(removed, added)) list.push(one);
    removed = [];
    added = [];
  };
  for (const piece of found) {
    if (piece.removed) removed = piece.value;
    else if (piece.added) added = piece.value;
    else {
      settle();
      for (const text of piece.value) list.push(whole("same", text));
    }
  }
  settle();
  return list;
}

/** A paragraph that came, went or stayed as a whole. */
export function whole(change: "same" | "added" | "removed", text: string): ParagraphChange {
  const kinds = { same: "same", added: "inserted", removed: "deleted" } as const;
  return { change, runs: wholeRun(kinds[change], text) };
}

/** Paragraphs that were replaced by others: those alike are one paragraph that changed. */
function replaced(removed: string[], added: string[]): ParagraphChange[] {
  const list: ParagraphChange[] = [];
  let old = 0;
  let young = 0;
  for (const [from, to] of [...pairs(removed, added), [removed.length, added.length] as const]) {
    while (old < from) list.push(whole("removed", removed[old++] ?? ""));
    while (young < to) list.push(whole("added", added[young++] ?? ""));
    if (from === removed.length || to === added.length) continue;
    list.push({ change: "changed", runs: runsBetween(removed[old++] ?? "", added[young++] ?? "") });
  }
  return list;
}

/** Pairs of places, rising in both, with the greatest likeness together. */
function pairs(removed: string[], added: string[]): [number, number][] {
  if (removed.length * added.length > maxPairs) {
    const count = Math.min(removed.length, added.length);
    return Array.from({ length: count }, (_, index) => [index, index]);
  }
  const width = added.length + 1;
  const words = added.map(vocabularyOf);
  const likeness = removed.map((text) => {
    const mine = vocabularyOf(text);
    return words.map((theirs) => similarity(mine, theirs));
  });
  const best = new Float64Array((removed.length + 1) * width);
  for (let i = removed.length - 1; i >= 0; i--) {
    for (let j = added.length - 1; j >= 0; j--) {
      best[i * width + j] = Math.max(pair(i, j), at(i + 1, j), at(i, j + 1));
    }
  }
  function at(i: number, j: number): number {
    return best[i * width + j] ?? 0;
  }
  function pair(i: number, j: number): number {
    const like = likeness[i]?.[j] ?? 0;
    return like < alike ? -1 : like + at(i + 1, j + 1);
  }
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < removed.length && j < added.length; ) {
    if (pair(i, j) === at(i, j)) found.push([i++, j++]);
    else if (at(i + 1, j) === at(i, j)) i++;
    else j++;
  }
  return found;
}
