import { diffArrays } from "diff";

/** How to compare two versions of a sequence. */
export type Likeness<T> = {
  /** Equal if nothing relevant changed between the two. */
  key: (one: T) => string;
  /** From 0 to 1; above 1 if the two are certainly the same thing. */
  like: (old: T, young: T) => number;
  /** The minimum likeness of two versions of one thing. */
  least: number;
  /** Whether the two may be one thing at all. */
  canPair?: (old: T, young: T) => boolean;
  /** Pairs things between two unchanged ones by position, if both sides have as many and nothing else pairs them. */
  byPlace?: boolean;
};

/** A thing in both versions; one side is missing if it was added or removed. */
export type Aligned<T> = { old?: T; young?: T };

const maxEdits = 2000;
/** With more candidate pairs than this, replaced pieces are paired in order and not by similarity. */
const maxPairs = 10_000;

/** Aligns two versions, in an order that is correct for both. */
export function align<T>(from: T[], to: T[], likeness: Likeness<T>): Aligned<T>[] {
  const found = diffArrays(from.map(likeness.key), to.map(likeness.key), {
    maxEditLength: maxEdits,
  });
  if (!found) return replaced(from, to, likeness);
  const list: Aligned<T>[] = [];
  let [old, young] = [0, 0];
  let [removed, added]: [T[], T[]] = [[], []];
  const settle = () => {
    for (const one of replaced(removed, added, likeness)) list.push(one);
    [removed, added] = [[], []];
  };
  for (const { removed: went, added: came, value } of found) {
    const count = value.length;
    if (went) removed = from.slice(old, old + count);
    else if (came) added = to.slice(young, young + count);
    else {
      settle();
      for (let at = 0; at < count; at++) list.push(both(from[old + at], to[young + at]));
    }
    if (!came) old += count;
    if (!went) young += count;
  }
  settle();
  return list;
}

function both<T>(old: T | undefined, young: T | undefined): Aligned<T> {
  return { ...(old !== undefined && { old }), ...(young !== undefined && { young }) };
}

/** Aligns replaced things: similar ones count as one that changed. */
function replaced<T>(removed: T[], added: T[], likeness: Likeness<T>): Aligned<T>[] {
  const list: Aligned<T>[] = [];
  let [old, young] = [0, 0];
  const upTo = (from: number, to: number) => {
    if (likeness.byPlace && from - old === to - young) {
      while (old < from) list.push(both(removed[old++], added[young++]));
    }
    while (old < from) list.push(both(removed[old++], undefined));
    while (young < to) list.push(both(undefined, added[young++]));
  };
  for (const [from, to] of pairs(removed, added, likeness)) {
    upTo(from, to);
    list.push(both(removed[old++], added[young++]));
  }
  upTo(removed.length, added.length);
  return list;
}

/** Pairs of positions, increasing in both, with the greatest total likeness. */
function pairs<T>(removed: T[], added: T[], likeness: Likeness<T>): [number, number][] {
  const { like, least, canPair = () => true } = likeness;
  const may = (i: number, j: number) => canPair(removed[i] as T, added[j] as T);
  if (removed.length * added.length > maxPairs) {
    const count = Math.min(removed.length, added.length);
    return Array.from({ length: count }, (_, at): [number, number] => [at, at]).filter((pair) =>
      may(...pair),
    );
  }
  const width = added.length + 1;
  const likenesses = removed.map((old, i) =>
    added.map((young, j) => (may(i, j) ? like(old, young) : -1)),
  );
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
    const found = likenesses[i]?.[j] ?? -1;
    return found < least ? -1 : found + at(i + 1, j + 1);
  }
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < removed.length && j < added.length; ) {
    if (pair(i, j) === at(i, j)) found.push([i++, j++]);
    else if (at(i + 1, j) === at(i, j)) i++;
    else j++;
  }
  return found;
}
