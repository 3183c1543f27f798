import { sql } from "kysely";
import type { Db, Tx } from "#src/db/db.ts";
import { isOfLost, readRestore } from "./continued.ts";
import { rootAt } from "./hashes.ts";
import { appendToChain, ownChain, restoreChain } from "./log-entry.ts";
import { type Checkpoint, openCheckpoint } from "./open-note.ts";
import { latestCheckpoint, type SignedCheckpoint } from "./read-checkpoint.ts";
import { lockLog, sizeOfLog } from "./sequence.ts";
import { type NoteSigner, vkeyOf } from "./sign-note.ts";

/** The copy of the log's last checkpoint outside the database, which a restore of the database cannot reset. */
export type LastCheckpoint = {
  /** Its note; null if none is kept. Rejects if it cannot be read. */
  read(): Promise<string | null>;
  /** Replaces the note. It is on disk when this resolves. */
  write(note: string): Promise<void>;
};

/** The signer of the log, with the last checkpoint that this machine has seen. */
export type LogSigner = NoteSigner & { last: LastCheckpoint };

/** The log must not be signed. `behind`: the database is older than the last checkpoint, or another one. */
export class LogFault extends Error {
  override name = "LogFault";
  readonly kind: "behind" | "unreadable";
  constructor(kind: LogFault["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** How the database's log differs from the last checkpoint. */
export type Break = {
  /** The last checkpoint, with the note that the log's key signed. */
  earlier: Checkpoint & { note: string };
  /** The size of the log in the database. */
  size: number;
};

/**
 * Compares the database's log with the last checkpoint outside it. The root at that size must be the same, unless the
 * log itself records that it was continued after a restore. A checkpoint outside that the database has not recorded is
 * proved like any other, since leaves are committed before they are signed. If the database has a later checkpoint it
 * is kept, so that a machine that lags catches up. Null if all is well.
 *
 * @throws LogFault (`unreadable`) if the outside copy is no checkpoint of this key
 */
export async function findBreak(
  tx: Tx,
  signer: LogSigner,
  { holdsLock }: { holdsLock: boolean } = { holdsLock: false },
): Promise<Break | null> {
  const vkey = vkeyOf(signer);
  const note = await readNote(signer.last);
  const recorded = await latestCheckpoint(tx);
  if (note === null || note === recorded?.note) return null;
  const last = openCheckpoint(note, vkey);
  if (!last) {
    throw new LogFault(
      "unreadable",
      "The file of the log's last checkpoint holds none that the log's key has signed: nothing is signed. Put back the right file, or the right key.",
    );
  }
  const size = await sizeOfLog(tx);
  const isWhole = last.size <= size && (await rootAt(tx, last.size)) === last.root;
  if (!isWhole && !(await wasContinued(tx, last, vkey)))
    return { earlier: { ...last, note }, size };
  await catchUp(tx, signer, { last, recorded, holdsLock });
  return null;
}

/** Throws a break's LogFault: one sentence that says what to do. */
export async function checkLog(tx: Tx, signer: LogSigner, how = { holdsLock: true }) {
  const found = await findBreak(tx, signer, how);
  if (found) throw new LogFault("behind", sentenceOf(found));
}

export function sentenceOf({ earlier, size }: Break): string {
  const what =
    size < earlier.size
      ? `The database is older than the evidence log's last checkpoint (it has ${size} entries, and ${earlier.size} were signed)`
      : `The database's log is another than the one that was signed when it had ${earlier.size} entries`;
  return `${what}: nothing is signed and no act is taken. Restore a newer backup, or decide to go on from this one with "depositary evidence continue".`;
}

function readNote(last: LastCheckpoint): Promise<string | null> {
  return last.read().catch((error: Error) => {
    throw new LogFault(
      "unreadable",
      `The log's last checkpoint cannot be read (${error.message}): nothing is signed until it can.`,
    );
  });
}

/** Whether the log records that it continued without the entries of this checkpoint. */
async function wasContinued(tx: Tx, last: Checkpoint, vkey: string): Promise<boolean> {
  const { rows } = await sql<{ detail: Record<string, unknown> }>`SELECT detail FROM log_entries e
    WHERE chain = ${restoreChain} AND act = 'continue'
      AND EXISTS (SELECT FROM log_leaves l WHERE l.chain = e.chain AND l.seq = e.seq)`.execute(tx);
  const restores = rows.map(({ detail }) => readRestore(detail, vkey));
  return restores.some((restore) => restore && isOfLost(restore, last));
}

type Known = { last: Checkpoint; recorded: SignedCheckpoint | null; holdsLock: boolean };

/** Only under the log's lock; otherwise it would set back what another process has signed meanwhile. */
async function catchUp(tx: Tx, signer: LogSigner, { last, recorded, holdsLock }: Known) {
  if (!recorded || recorded.size <= last.size) return;
  if (!openCheckpoint(recorded.note, vkeyOf(signer))) return;
  if (holdsLock || (await lockLog(tx))) await signer.last.write(recorded.note);
}

/**
 * Creates the outside copy of the last checkpoint from the database, and records it, if none exists: on a new machine,
 * or after the file was lost. Returns the checkpoint's number of entries; null if there was nothing to do.
 */
export async function keepFirst(
  db: Db,
  { signer, at }: { signer: LogSigner; at: Date },
): Promise<number | null> {
  if ((await readNote(signer.last)) !== null) return null;
  const recorded = await latestCheckpoint(db);
  if (!recorded || !openCheckpoint(recorded.note, vkeyOf(signer))) return null;
  const noted = await db.transaction().execute(async (tx) => {
    if (!(await lockLog(tx)) || (await readNote(signer.last)) !== null) return false;
    const detail = { checkpoint: recorded.note };
    await appendToChain(tx, ownChain, [{ at, act: "keep-checkpoint", detail }]);
    return true;
  });
  if (!noted) return null;
  await signer.last.write(recorded.note);
  return recorded.size;
}
