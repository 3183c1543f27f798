import type { Db, Tx } from "#src/db/db.ts";

export type SignedCheckpoint = { size: number; root: string; vkey: string; note: string };

/** The log's last checkpoint; null before the first. */
export function latestCheckpoint(db: Db | Tx): Promise<SignedCheckpoint | null> {
  return first(checkpoints(db).orderBy("size", "desc"));
}

/** The checkpoint signed when the log had this many leaves; null if there is none. */
export function checkpointOf(db: Db | Tx, size: number): Promise<SignedCheckpoint | null> {
  return first(checkpoints(db).where("size", "=", String(size)));
}

/** The first checkpoint that covers the leaf; null if none does yet. */
export function checkpointOver(db: Db | Tx, index: number): Promise<SignedCheckpoint | null> {
  return first(checkpoints(db).where("size", ">", String(index)).orderBy("size"));
}

function checkpoints(db: Db | Tx) {
  return db.selectFrom("log_checkpoints").select(["size", "root", "vkey", "note"]);
}

async function first(query: ReturnType<typeof checkpoints>): Promise<SignedCheckpoint | null> {
  const row = await query.limit(1).executeTakeFirst();
  return row ? { ...row, size: Number(row.size) } : null;
}
