import type { Db } from "#src/db/db.ts";
import { rootAt } from "./hashes.ts";
import { type Break, findBreak, type LogSigner } from "./last-checkpoint.ts";
import { appendToChain, type LogEntry, restoreChain } from "./log-entry.ts";
import { lockLog, takeLeaves } from "./sequence.ts";

/** Why an office continues from a restored backup, and the two people who decided it. */
export type Decision = { reason: string; by: [string, string] };

/**
 * Continues the log from a database that is older than its last checkpoint, or another one. The log records that
 * checkpoint, where it continues, the reason and the deciders. A placeholder entry takes the place of each lost entry,
 * so that no size of the log is ever signed with a second root.
 *
 * @returns what was broken; null if nothing is, and nothing was written
 */
export function continueLog(
  db: Db,
  { signer, at, decision }: { signer: LogSigner; at: Date; decision: Decision },
): Promise<Break | null> {
  return db.transaction().execute(async (tx) => {
    if (!(await lockLog(tx))) throw new Error("Another process is writing the log. Try again.");
    const found = await findBreak(tx, signer, { holdsLock: true });
    if (!found) return null;
    const { earlier, size } = found;
    const restored = { size, root: await rootAt(tx, size) };
    const lost = Math.max(0, earlier.size - size);
    const places = Array.from({ length: lost }, (_, nth): LogEntry => {
      return { at, act: "lost", detail: { index: size + nth } };
    });
    const detail = { earlier: earlier.note, restored, ...decision };
    const entries = [...places, { at, act: "continue", detail }];
    // Before all waiting entries: each takes the place of a lost one.
    await takeLeaves(tx, await appendToChain(tx, restoreChain, entries));
    return found;
  });
}
