import { Worker } from "node:worker_threads";
import { conclude } from "./verify/conclude.ts";
import { finding } from "./verify/findings.ts";
import type { Verification, VerifyOptions } from "./verify.ts";

export type ThreadLimits = { milliseconds: number; megabytes: number };

/**
 * Judges a stranger's file in a thread of its own, which ends after 10 s or 512 MB: such a file is
 * TOO_COMPLEX, and the caller's process is none the worse.
 *
 * @throws Error where `trust` holds something else than certificates
 */
export function verifyInThread(
  pdf: Uint8Array,
  options: VerifyOptions = {},
  limits: ThreadLimits = { milliseconds: 10_000, megabytes: 512 },
): Promise<Verification> {
  const worker = new Worker(new URL("./verify/thread.ts", import.meta.url), {
    workerData: { pdf, options },
    // The heap of objects; the file itself is counted apart and is 20 MB at most.
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Verification>();
  const giveUp = (why: string) => resolve(conclude([finding("too-complex", why)], [], null));
  const clock = setTimeout(
    () => giveUp(`Judging it takes longer than ${limits.milliseconds / 1000} s.`),
    limits.milliseconds,
  );
  worker.once("message", resolve);
  worker.once("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_WORKER_OUT_OF_MEMORY") reject(error);
    else giveUp(`Judging it takes more than ${limits.megabytes} MB.`);
  });
  worker.once("exit", () => reject(new Error("The verifying thread ended without an answer.")));
  return promise.finally(() => {
    clearTimeout(clock);
    return worker.terminate();
  });
}
