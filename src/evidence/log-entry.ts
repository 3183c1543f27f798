import { sql } from "kysely";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Tx } from "#src/db/db.ts";
import { chainStart } from "./append.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Waiting } from "./sequence.ts";

/** An entry of a chain that belongs to no agreement, before it is chained. */
export type LogEntry = { at: Date; act: string; detail: Record<string, unknown> };

/** The chain in which the log records its own events. */
export const ownChain = "log";

/** The chain of restores. Its entries get their places at once, ahead of the log's other waiting entries. */
export const restoreChain = "restores";

/**
 * Adds entries to a chain of the log, each with the previous one's hash, in the form that the sequencer takes. The
 * caller must hold the lock on that chain (for the log's own, `lockLog`).
 */
export async function appendToChain(
  tx: Tx,
  chain: string,
  entries: LogEntry[],
): Promise<Waiting[]> {
  const last = await tx
    .selectFrom("log_entries")
    .select(["seq", "hash"])
    .where("chain", "=", chain)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  let { seq, hash } = last ?? { seq: 0, hash: chainStart };
  const rows: Record<string, unknown>[] = [];
  for (const { at, act, detail } of entries) {
    const entry = { chain, seq: ++seq, at: at.toISOString(), act, detail, previous: hash };
    hash = await sha256(canonicalJson(entry));
    rows.push({ ...entry, hash });
  }
  const { rows: added } = await sql<Waiting>`
    INSERT INTO log_entries (chain, seq, at, act, detail, previous, hash)
    SELECT chain, seq, at, act, detail, previous, hash
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e (chain text, seq int,
      at timestamptz, act text, detail jsonb, previous text, hash text) ORDER BY seq
    RETURNING NULL AS agreement, NULL AS account, chain, seq, position, hash`.execute(tx);
  return added.sort((a, b) => a.seq - b.seq);
}
