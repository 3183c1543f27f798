import { createHash } from "node:crypto";

/** The hash of one leaf (RFC 9162, 2.1.1), in hex like all that is hashed here. */
export function leafHash(data: string): string {
  return sha256(`00${data}`);
}

export function nodeHash(left: string, right: string): string {
  return sha256(`01${left}${right}`);
}

/** How many of `size` leaves stand left of the root: the largest power of two below it. */
export function split(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

/** The root that an inclusion proof leads to, its hashes leaf first; null where it has not the right length. */
export function rootByInclusion(
  leaf: string,
  index: number,
  size: number,
  proof: string[],
): string | null {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size)) return null;
  const sibling = proof.at(-1);
  if (size === 1 || sibling === undefined) return size === 1 && !sibling ? leaf : null;
  const left = split(size);
  const [at, within] = index < left ? [index, left] : [index - left, size - left];
  const below = rootByInclusion(leaf, at, within, proof.slice(0, -1));
  if (below === null) return null;
  return index < left ? nodeHash(below, sibling) : nodeHash(sibling, below);
}

type Head = { size: number; root: string };

/** Whether the proof shows that the earlier log is the beginning of the later one (RFC 9162, 2.1.4). */
export function isConsistent(earlier: Head, later: Head, proof: string[]): boolean {
  if (!(earlier.size > 0 && earlier.size <= later.size)) return false;
  const roots = rootsByConsistency(earlier.size, later.size, proof, earlier.root);
  return roots?.[0] === earlier.root && roots[1] === later.root;
}

/** Both roots that a consistency proof leads to; `whole` while the earlier log is a subtree of its own. */
function rootsByConsistency(
  from: number,
  to: number,
  proof: string[],
  whole: string | null,
): [string, string] | null {
  const last = proof.at(-1);
  const rest = proof.slice(0, -1);
  if (from === to) {
    const hash = whole ?? last;
    return hash && proof.length === (whole ? 0 : 1) ? [hash, hash] : null;
  }
  if (last === undefined) return null;
  const left = split(to);
  const inLeft = from <= left;
  const below = inLeft
    ? rootsByConsistency(from, left, rest, whole)
    : rootsByConsistency(from - left, to - left, rest, null);
  if (!below) return null;
  const [older, newer] = below;
  return inLeft ? [older, nodeHash(newer, last)] : [nodeHash(last, older), nodeHash(last, newer)];
}

function sha256(hex: string): string {
  return createHash("sha256").update(hex, "hex").digest("hex");
}
