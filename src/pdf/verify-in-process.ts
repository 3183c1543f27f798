import { conclude } from "./verify/conclude.ts";
import { finding } from "./verify/findings.ts";
import { largestFile, type VerifyOptions } from "./verify/options.ts";
import { verifyInPool } from "./verify/process/pool.ts";
import { packTask } from "./verify/process/task.ts";
import type { Verification } from "./verify.ts";

export type ProcessLimits = { milliseconds: number; megabytes: number };

/** Processes at once: with the limit on each they keep within 2 GB. */
const places = 4;
let taken = 0;
const waiting: (() => void)[] = [];

/**
 * Verifies a stranger's file in another process, which is killed after 10 s or at 512 MB. Such a file is TOO_COMPLEX.
 * The caller's process is unharmed, whatever happens there. More than four at once wait for a place.
 *
 * @throws Error if `trust` contains anything but certificates, or if two processes in turn died over the file
 */
export async function verifyInProcess(
  pdf: Uint8Array,
  options: VerifyOptions = {},
  limits: ProcessLimits = { milliseconds: 10_000, megabytes: 512 },
): Promise<Verification> {
  if (pdf.length > largestFile) return conclude([finding("too-large")]);
  if (taken < places) taken += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await judge(pdf, options, limits);
  } finally {
    // The place goes to the next in line, or becomes free.
    const next = waiting.shift();
    if (next) next();
    else taken -= 1;
  }
}

async function judge(
  pdf: Uint8Array,
  options: VerifyOptions,
  limits: ProcessLimits,
): Promise<Verification> {
  const task = packTask(pdf, options);
  let end = await verifyInPool(task, limits);
  // Someone may have killed the process, or it broke. Neither need be the file's fault, so try once more in a new one.
  if ("died" in end) end = await verifyInPool(task, limits, { fresh: true });
  if ("verification" in end) return end.verification;
  if ("error" in end) throw end.code ? Object.assign(end.error, { code: end.code }) : end.error;
  if ("died" in end) throw new Error(`The verifying process died twice, of ${end.died}.`);
  const why =
    end.exceeded === "time"
      ? `Judging it takes longer than ${limits.milliseconds / 1000} s.`
      : `Judging it takes more than ${limits.megabytes} MB.`;
  return conclude([finding("too-complex", why)], [], null);
}
