import { setTimeout as sleep } from "node:timers/promises";

/** The end of what was asked of each module last. */
const ends = new Map<string, Promise<unknown>>();

/**
 * Does work one after another, for everybody in this process who names the same module: its sessions are
 * not for two at once. What takes longer than `milliseconds`, waiting included, is given up; a native call
 * cannot be stopped, so what comes next waits for it all the same.
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
