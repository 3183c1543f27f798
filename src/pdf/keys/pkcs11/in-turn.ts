import { setTimeout as sleep } from "node:timers/promises";

/** The end of the last work queued for each module. */
const ends = new Map<string, Promise<unknown>>();

/**
 * Runs work on the same module one after another for the whole process, because its sessions allow no concurrency.
 * Gives up work that takes longer than `milliseconds`, including the wait. A native call cannot be stopped, so the next
 * work still waits for it.
 */
export function inTurn(module: string, milliseconds: number) {
  return async <T>(work: () => Promise<T>): Promise<T> => {
    const mine = (ends.get(module) ?? Promise.resolve()).then(work);
    ends.set(
      module,
      mine.catch(() => {}),
    );
    const done = new AbortController();
    const late = sleep(milliseconds, null, { signal: done.signal, ref: false }).then(() => {
      throw new Error(`it did not answer within ${milliseconds / 1000} s`);
    });
    try {
      return await Promise.race([mine, late]);
    } finally {
      done.abort();
      late.catch(() => {});
    }
  };
}
