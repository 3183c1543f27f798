import type { Tx } from "#src/db.ts";
import { sha256 } from "#src/digest.ts";
import { canonicalJson } from "./canonical-json.ts";

/** What one entry of an agreement's evidence says, before it is chained. */
export type Entry = {
  agreement: string;
  seq: number;
  at: Date;
  act: string;
  person: string | null;
  party: string | null;
  /** The stage after the act. */
  stage: string;
  detail: Record<string, unknown>;
};

/** What the first entry of a chain follows. */
export const chainStart = "0".repeat(64);

/** Adds an entry to the agreement's chain, in the act's transaction; returns the chain's new head. */
export async function appendEvidence(tx: Tx, entry: Entry, previous: string): Promise<string> {
  const hash = await entryHash(entry, previous);
  await tx
    .insertInto("evidence")
    .values({ ...entry, detail: JSON.stringify(entry.detail), previous, hash })
    .execute();
  return hash;
}

/** sha-256 (hex) of the entry's canonical JSON together with the hash of the entry before it. */
export function entryHash(entry: Entry, previous: string): Promise<string> {
  return sha256(canonicalJson({ ...entry, at: entry.at.toISOString(), previous }));
}
