import { setTimeout as sleep } from "node:timers/promises";

/**
 * Fails with `lateWords` after `milliseconds`, and does not hold the process meanwhile: a client that has never reached
 * Redis would wait forever.
 */
export async function soon<T>(
  answer: Promise<T>,
  milliseconds = 6000,
  lateWords = "The queue does not answer.",
): Promise<T> {
  const waiting = new AbortController();
  const late = sleep(milliseconds, undefined, { signal: waiting.signal }).then(() => {
    throw new Error(lateWords);
  });
  late.catch(() => {});
  answer.catch(() => {});
  return Promise.race([answer, late]).finally(() => waiting.abort());
}
