import { sql } from "kysely";
import type { Db, Tx } from "#src/db/db.ts";
import { subtreesOf } from "./hashes.ts";
import { leafHash } from "./merkle.ts";
import { addLeaf, type Subtree } from "./tree.ts";

/**
 * How far back the sequencer looks. A later position can commit before an earlier one, so it never asks for "greater
 * than the last"; `all` finds entries further back.
 */
export type Look = "recent" | "all";

/** The entries that one transaction takes, unless told otherwise. */
const usualBatch = 500;
const lookBack = 1000;
/** The advisory lock for writing the log: one process at a time, on all machines. */
const lock = 69_629_162;

/** Called between the steps, with the step's name; crash tests stop the process there. */
export type Reached = (step: string) => Promise<void>;

type Sequencing = {
  look: Look;
  reached: Reached;
  /** Called before anything is taken; if it throws, the log stays as it is. */
  check?: (tx: Tx) => Promise<void>;
  /** How many entries one transaction takes at most. */
  batch?: number | undefined;
};

/**
 * Gives the next committed entries of agreements and accounts their places in the log, in the order of their positions;
 * returns how many. Returns 0 if another process is doing it. One transaction: killed anywhere, it leaves nothing or
 * everything.
 */
export function sequence(
  db: Db,
  { look, reached, check, batch = usualBatch }: Sequencing,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    if (!(await lockLog(tx))) return 0;
    const entries = await waiting(tx, look, batch);
    if (entries.length === 0) return 0;
    await check?.(tx);
    await takeLeaves(tx, entries);
    await reached("leaves-written");
    return entries.length;
  });
}

/** Gives these entries the next places in the log, in this order; the caller holds the log's lock. */
export async function takeLeaves(tx: Tx, entries: Waiting[]): Promise<void> {
  const size = await sizeOfLog(tx);
  const subtrees = await subtreesOf(tx, size);
  const made: Subtree[] = entries.flatMap(({ hash }, nth) =>
    addLeaf(subtrees, { level: 0, index: size + nth, hash: leafHash(hash) }),
  );
  await keepLeaves(tx, entries, size);
  await keepHashes(tx, made);
}

/** One SQL text for any number of rows, here and below, so that each connection prepares it once. */
async function keepLeaves(tx: Tx, entries: Waiting[], from: number): Promise<void> {
  await sql`INSERT INTO log_leaves (index, position, agreement, account, chain, seq)
    SELECT ${from}::bigint + nth - 1, position, agreement, account, chain, seq
    FROM unnest(${entries.map(({ position }) => position)}::bigint[],
      ${entries.map(({ agreement }) => agreement)}::uuid[],
      ${entries.map(({ account }) => account)}::uuid[],
      ${entries.map(({ chain }) => chain)}::text[],
      ${entries.map(({ seq }) => seq)}::int[])
      WITH ORDINALITY AS e (position, agreement, account, chain, seq, nth)`.execute(tx);
}

async function keepHashes(tx: Tx, subtrees: Subtree[]): Promise<void> {
  await sql`INSERT INTO log_hashes (level, index, hash)
    SELECT * FROM unnest(${subtrees.map(({ level }) => level)}::smallint[],
      ${subtrees.map(({ index }) => index)}::bigint[],
      ${subtrees.map(({ hash }) => hash)}::text[])`.execute(tx);
}

/** Whether this transaction is now the only one to write the log, until it ends. */
export async function lockLog(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    SELECT pg_try_advisory_xact_lock(${sql.lit(lock)}) AS held`.execute(tx);
  return rows[0]?.held === true;
}

export async function sizeOfLog(db: Db | Tx): Promise<number> {
  const { rows } = await sql<{ size: string }>`
    SELECT coalesce(max(index) + 1, 0) AS size FROM log_leaves`.execute(db);
  return Number(rows[0]?.size ?? 0);
}

/** An entry without a place in the log yet: of an agreement, an account or the log itself. */
export type Waiting = {
  agreement: string | null;
  account: string | null;
  chain: string | null;
  seq: number;
  position: string;
  hash: string;
};

async function waiting(tx: Tx, look: Look, batch: number): Promise<Waiting[]> {
  const from =
    look === "all"
      ? sql`0`
      : sql`(SELECT coalesce(max(position), 0) - ${sql.lit(lookBack)} FROM log_leaves)`;
  const untaken = sql`position > ${from}
      AND NOT EXISTS (SELECT FROM log_leaves l WHERE l.position = e.position)
      ORDER BY position LIMIT ${sql.lit(batch)}`;
  const { rows } = await sql<Waiting>`
    (SELECT agreement, NULL::uuid AS account, NULL AS chain, seq, position, hash
      FROM evidence e WHERE ${untaken})
    UNION ALL (SELECT NULL, account, NULL, seq, position, hash
      FROM account_entries e WHERE ${untaken})
    UNION ALL (SELECT NULL, NULL, chain, seq, position, hash
      FROM log_entries e WHERE ${untaken})
    ORDER BY position LIMIT ${sql.lit(batch)}`.execute(tx);
  return rows;
}
