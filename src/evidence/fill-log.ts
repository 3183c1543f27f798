import type { Db } from "#src/db.ts";
import { type Look, type Reached, sequence } from "./sequence.ts";
import { signCheckpoint } from "./sign-checkpoint.ts";
import type { NoteSigner } from "./sign-note.ts";

export type LogWriter = {
  db: Db;
  signer: NoteSigner;
  now(): Date;
  look: Look;
  reached: Reached;
};

/** Takes all that waits into the log and signs it, batch by batch; leaves it to another that is doing so. */
export async function fillLog({ db, signer, now, look, reached }: LogWriter): Promise<void> {
  for (;;) {
    const taken = await sequence(db, { look, reached });
    await reached("leaves-committed");
    // Also where nothing was taken: a process may have ended between the two.
    await signCheckpoint(db, { signer, at: now(), reached });
    if (taken === 0) return;
  }
}
