import { type RawBuilder, sql } from "kysely";
import { sha256 } from "#src/bytes/sha256.ts";
import { canonicalJson } from "./canonical-json.ts";

/** The content of one entry of an agreement's evidence, before it is chained. */
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

/** The hash before a chain's first entry. */
export const chainStart = "0".repeat(64);

/**
 * The statement that adds an entry to the agreement's chain, and the chain's new head. Send it in the act's
 * transaction, alone or as part of a larger statement.
 */
export async function appendEvidence(
  entry: Entry,
  previous: string,
): Promise<{ head: string; statement: RawBuilder<unknown> }> {
  const head = await entryHash(entry, previous);
  const { agreement, seq, at, act, person, party, stage } = entry;
  const detail = JSON.stringify(entry.detail);
  const statement = sql`INSERT INTO evidence
    (agreement, seq, at, act, person, party, stage, detail, previous, hash)
    VALUES (${agreement}, ${seq}, ${at}, ${act}, ${person}, ${party}, ${stage}, ${detail},
      ${previous}, ${head})`;
  return { head, statement };
}

/** sha-256 (hex) of the entry's canonical JSON together with the previous entry's hash. */
export function entryHash(entry: Entry, previous: string): Promise<string> {
  return sha256(canonicalJson({ ...entry, at: entry.at.toISOString(), previous }));
}
