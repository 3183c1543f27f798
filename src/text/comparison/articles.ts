import { similarity, vocabularyOf } from "./similarity.ts";

/** What identifies an article: its number among the others, its heading and its words. */
export type Known = { number: number; heading: string; text: string };

/** An article with its other version; one of the two is missing if it was added or removed. */
export type Pair<Part extends Known> = { from?: Part; to?: Part; moved: boolean };

/** With more candidate pairs than this, articles with another heading and other words are not matched. */
const maxPairs = 10_000;
const alike = 0.5;

/**
 * Pairs the articles of two versions: first by equal words, then by equal heading, then by similarity. In the new
 * version's order, each removed article after its predecessor.
 */
export function pairArticles<Part extends Known>(from: Part[], to: Part[]): Pair<Part>[] {
  const partners = new Map<Part, Part>();
  const taken = new Set<Part>();
  const free = () => ({
    old: from.filter((part) => !taken.has(part)),
    young: to.filter((part) => !partners.has(part)),
  });
  const join = (old: Part, young: Part) => {
    partners.set(young, old);
    taken.add(old);
  };
  if (from[0] && to[0]) join(from[0], to[0]);
  for (const key of [(part: Part) => part.text, (part: Part) => part.heading]) {
    const { old, young } = free();
    const waiting = Map.groupBy(old, key);
    for (const part of young) {
      const first = waiting.get(key(part))?.shift();
      if (first) join(first, part);
    }
  }
  const { old, young } = free();
  if (old.length * young.length <= maxPairs) joinAlike(old, young, join);
  return ordered(from, to, partners);
}

function joinAlike<Part extends Known>(
  old: Part[],
  young: Part[],
  join: (old: Part, young: Part) => void,
): void {
  const words = old.map((part) => vocabularyOf(part.text));
  const candidates = young.flatMap((part) => {
    const mine = vocabularyOf(part.text);
    return words.map((theirs, index) => ({ part, index, like: similarity(mine, theirs) }));
  });
  const used = new Set<Part | number>();
  for (const { part, index, like } of candidates.sort((a, b) => b.like - a.like)) {
    const partner = old[index];
    if (like < alike || !partner || used.has(part) || used.has(index)) continue;
    used.add(part).add(index);
    join(partner, part);
  }
}

function ordered<Part extends Known>(
  from: Part[],
  to: Part[],
  partners: Map<Part, Part>,
): Pair<Part>[] {
  const kept = new Set(partners.values());
  const followers = new Map<Part | undefined, Part[]>();
  let before: Part | undefined;
  for (const part of from) {
    if (kept.has(part)) before = part;
    else followers.get(before)?.push(part) ?? followers.set(before, [part]);
  }
  const removed = (after: Part | undefined): Pair<Part>[] =>
    (followers.get(after) ?? []).map((part) => ({ from: part, moved: false }));
  const still = inOrder(to.flatMap((part) => partners.get(part)?.number ?? []));
  const pairs = to.flatMap((part): Pair<Part>[] => {
    const old = partners.get(part);
    if (!old) return [{ to: part, moved: false }];
    return [{ from: old, to: part, moved: !still.has(old.number) }, ...removed(old)];
  });
  return [...removed(undefined), ...pairs];
}

/** The largest set of numbers that are already in increasing order: all others have moved. */
function inOrder(numbers: number[]): Set<number> {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  const kept = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    kept.add(numbers[index] ?? 0);
  }
  return kept;
}
