import { setTimeout as sleep } from "node:timers/promises";

/** Fails after `milliseconds`: a client that has never reached Redis would wait forever. */
export async function soon<T>(answer: Promise<T>, milliseconds = 6000): Promise<T> {
  const waiting = new AbortController();
  const late = sleep(milliseconds, undefined, { signal: waiting.signal }).then(() => {
    throw new Error("The queue does not answer.");
  });
  late.catch(() => {});
  answer.catch(() => {});
  return Promise.race([answer, late]).finally(() => waiting.abort());
}
