import { keepAwaited } from "#src/agreements/awaited/keep-awaited.ts";
import { keepCounts } from "#src/agreements/read/keep-counts.ts";
import type { Context } from "#src/context.ts";
import { fillLog } from "#src/evidence/fill-log.ts";
import { LogFault } from "#src/evidence/last-checkpoint.ts";
import type { Look } from "#src/evidence/sequence.ts";
import type { JobContext } from "./job-context.ts";

/** After how many turns the evidence log goes through all entries. */
const looksPerSweep = 2400;

/** One turn of the loop that gives new evidence its place in the log. */
export function logTurn({ ctx, log: signer, reached }: JobContext): () => Promise<void> {
  const { db, log, now, ticks } = ctx;
  let looks = 0;
  return async () => {
    const look: Look = looks++ % looksPerSweep === 0 ? "all" : "recent";
    const began = ticks();
    const entries = await fillLog({ db, signer, now, look, reached }).catch((error) => {
      // The watch reports this itself, and stops what must stop.
      if (error instanceof LogFault) return 0;
      throw error;
    });
    if (entries > 0) log.debug("log-filled", { entries, ms: Math.round(ticks() - began) });
  };
}

/** One turn of the loop that judges who is awaited in the agreements that have changed. */
export function awaitedTurn({ db, log, now, halted }: Context): () => Promise<void> {
  const failed = (agreement: string, error: unknown) =>
    log.error("awaited-failed", { agreement, error });
  return async () => {
    while (!halted() && (await keepAwaited(db, { at: now(), failed })) > 0);
  };
}

/** One turn of the loop that adds changes to the kept counts. */
export function countsTurn({ db }: Context): () => Promise<void> {
  return async () => void (await keepCounts(db));
}
