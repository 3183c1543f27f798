import type { Db } from "#src/db/db.ts";
import { hashesOf } from "./hashes.ts";
import { consistencyRanges, inclusionRanges } from "./tree.ts";

/** The inclusion proofs of leaves in the log of this size, each leaf first (RFC 9162, 2.1.3). */
export async function proveInclusion(db: Db, indices: number[], size: number): Promise<string[][]> {
  const ranges = indices.map((index) => inclusionRanges(index, size));
  const hashes = await hashesOf(db, ranges.flat());
  return ranges.map(({ length }) => hashes.splice(0, length));
}

/** The proof that the log of size `from` is the beginning of that of size `to` (RFC 9162, 2.1.4). */
export function proveConsistency(db: Db, from: number, to: number): Promise<string[]> {
  return hashesOf(db, consistencyRanges(from, to));
}
