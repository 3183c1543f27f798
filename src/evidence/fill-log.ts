import type { Db } from "#src/db/db.ts";
import { checkLog, keepFirst, type LogSigner } from "./last-checkpoint.ts";
import { type Look, type Reached, sequence } from "./sequence.ts";
import { signCheckpoint } from "./sign-checkpoint.ts";

export type LogWriter = {
  db: Db;
  signer: LogSigner;
  now(): Date;
  look: Look;
  reached: Reached;
  /** How many entries one transaction takes; the sequencer's own number unless given. */
  batch?: number | undefined;
};

/**
 * Takes all waiting entries into the log and signs it, in batches; returns how many. Skips if another is doing so.
 *
 * @throws LogFault, before anything is taken or signed, if the log does not continue its last checkpoint outside
 */
export async function fillLog({
  db,
  signer,
  now,
  look,
  reached,
  batch,
}: LogWriter): Promise<number> {
  let entries = 0;
  await keepFirst(db, { signer, at: now() });
  for (;;) {
    const check = (tx: Parameters<typeof checkLog>[0]) => checkLog(tx, signer);
    const taken = await sequence(db, { look, reached, check, batch });
    await reached("leaves-committed");
    // Also if nothing was taken: a process may have ended between the two steps.
    await signCheckpoint(db, { signer, at: now(), reached });
    entries += taken;
    if (taken === 0) return entries;
  }
}
