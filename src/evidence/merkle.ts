import { createHash } from "node:crypto";

/** RFC 9162, 2.1.1: the hash of a leaf and of a node. All hash inputs here are hex. */
export const leafHash = (data: string) => sha256(`00${data}`);
export const nodeHash = (left: string, right: string) => sha256(`01${left}${right}`);
const sha256 = (hex: string) => createHash("sha256").update(hex, "hex").digest("hex");

/** How many of `size` leaves are left of the root: the largest power of two below it. */
export function split(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

type Proved = { leaf: string; index: number; size: number; proof: string[] };
/** The root that an inclusion proof leads to, nearest hash first; null if it is no proof for this leaf. */
export function rootByInclusion({ leaf, index, size, proof }: Proved): string | null {
  if (size === 1) return index === 0 && proof.length === 0 ? leaf : null;
  const [left, sibling] = [split(size), proof.at(-1)];
  const right = index >= left;
  const within = right ? { index: index - left, size: size - left } : { index, size: left };
  const below = sibling && rootByInclusion({ leaf, ...within, proof: proof.slice(0, -1) });
  return below ? (right ? nodeHash(sibling, below) : nodeHash(below, sibling)) : null;
}

type Head = { size: number; root: string };
/** Whether the proof shows that the earlier log is the beginning of the later one (RFC 9162, 2.1.4). */
export function isConsistent(earlier: Head, later: Head, proof: string[]): boolean {
  if (!(earlier.size > 0 && earlier.size <= later.size)) return false;
  const [older, newer] = rootsOf(earlier.size, later.size, proof, earlier.root);
  return older === earlier.root && newer === later.root;
}

/** Both roots that a proof leads to; `whole` is the older root while that is a complete subtree. */
function rootsOf(from: number, to: number, proof: string[], whole: string): [string, string] {
  const [left, last = "", rest] = [split(to), proof.at(-1), proof.slice(0, -1)];
  const [own, length] = whole ? [whole, 0] : [last, 1];
  if (from === to) return proof.length === length ? [own, own] : ["", ""];
  const right = from > left;
  const [older, newer] = right
    ? rootsOf(from - left, to - left, rest, "")
    : rootsOf(from, left, rest, whole);
  return right ? [nodeHash(last, older), nodeHash(last, newer)] : [older, nodeHash(newer, last)];
}
