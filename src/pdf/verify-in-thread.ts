import { Worker } from "node:worker_threads";
import { conclude } from "./verify/conclude.ts";
import { finding } from "./verify/findings.ts";
import type { VerifyOptions } from "./verify/options.ts";
import { largestFile, type Verification } from "./verify.ts";

export type ThreadLimits = { milliseconds: number; megabytes: number };

/** Threads at once: with the limit on each they keep the process within 2 GB. */
const places = 4;
let taken = 0;
const waiting: (() => void)[] = [];

/**
 * Verifies a stranger's file in its own thread, which ends after 10 s or 512 MB. Such a file is TOO_COMPLEX, and the
 * caller's process is unharmed. More than four at once wait for a place.
 *
 * @throws Error if `trust` contains anything but certificates
 */
export async function verifyInThread(
  pdf: Uint8Array,
  options: VerifyOptions = {},
  limits: ThreadLimits = { milliseconds: 10_000, megabytes: 512 },
): Promise<Verification> {
  if (pdf.length > largestFile) return conclude([finding("too-large")]);
  if (taken < places) taken += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await runThread(pdf, options, limits);
  } finally {
    // The place goes to the next in line, or becomes free.
    const next = waiting.shift();
    if (next) next();
    else taken -= 1;
  }
}

function runThread(
  pdf: Uint8Array,
  options: VerifyOptions,
  limits: ThreadLimits,
): Promise<Verification> {
  const worker = new Worker(new URL("./verify/thread.ts", import.meta.url), {
    workerData: { pdf, options },
    // The heap of objects; the file itself does not count and is 20 MB at most.
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
