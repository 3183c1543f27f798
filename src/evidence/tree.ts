import { createHash } from "node:crypto";
import { nodeHash, split } from "./merkle.ts";

/** A complete subtree. A log of any size is a list of complete subtrees, left to right. */
export type Subtree = { level: number; index: number; hash: string };

/** Adds a leaf to the subtrees; returns the ones it completes, the leaf first. */
export function addLeaf(subtrees: Subtree[], leaf: Subtree): Subtree[] {
  const made = [leaf];
  let last = leaf;
  for (let left = subtrees.at(-1); left?.level === last.level; left = subtrees.at(-1)) {
    subtrees.pop();
    last = { level: left.level + 1, index: left.index / 2, hash: nodeHash(left.hash, last.hash) };
    made.push(last);
  }
  subtrees.push(last);
  return made;
}

/** The root over subtrees from left to right. */
export function rootOf(hashes: string[]): string {
  if (hashes.length === 0) return createHash("sha256").digest("hex");
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** Adjacent leaves: the first, and how many. */
export type Range = { start: number; length: number };
/** The place of a stored hash: the complete subtree of 2^level leaves, the index-th of its kind. */
export type Place = { level: number; index: number };

/** The ranges whose hashes prove that the leaf is in the log of this size, leaf first (RFC 9162, 2.1.3.1). */
export function inclusionRanges(index: number, size: number, start = 0): Range[] {
  if (size === 1) return [];
  const left = split(size);
  return index < left
    ? [...inclusionRanges(index, left, start), { start: start + left, length: size - left }]
    : [...inclusionRanges(index - left, size - left, start + left), { start, length: left }];
}

/** The ranges whose hashes prove that the log of size `from` is the beginning of that of size `to` (2.1.4.1). */
export function consistencyRanges(from: number, to: number, start = 0, whole = true): Range[] {
  if (from === 0) return [];
  if (from === to) return whole ? [] : [{ start, length: to }];
  const left = split(to);
  return from <= left
    ? [...consistencyRanges(from, left, start, whole), { start: start + left, length: to - left }]
    : [...consistencyRanges(from - left, to - left, start + left, false), { start, length: left }];
}

/** The complete subtrees that make up a range, left to right. */
export function placesOf({ start, length }: Range): Place[] {
  const places: Place[] = [];
  for (let from = start, rest = length; rest > 0; ) {
    const leaves = split(rest + 1);
    places.push({ level: Math.log2(leaves), index: from / leaves });
    from += leaves;
    rest -= leaves;
  }
  return places;
}
