import { verifyPdf } from "../../verify.ts";
import { type Answer, type Task, unpackOptions } from "./task.ts";

/** A process that took this much memory for a file, or verified this many, is not kept for another. */
const maxKeptBytes = 256 * 1024 * 1024;
const maxFiles = 100;
let files = 0;

// The inside of `verifyInProcess`: takes files, one at a time, and answers each. It ends when the service lets go of it
// or when the service ends: then the channel closes.
process.on("disconnect", () => process.exit());
// A signal to the whole group (Ctrl-C, `systemctl stop`) must not end a verification that the service still waits for.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
process.on("message", async (task: Task) => {
  const result = await verify(task);
  files += 1;
  const last = files === maxFiles || process.memoryUsage.rss() > maxKeptBytes;
  // If it cannot be sent, the service has ended, and so does this process.
  process.send?.({ ...result, last } satisfies Answer, undefined, undefined, () => {});
});

// Its modules are loaded: from now on the time of a file counts.
process.send?.("ready", undefined, undefined, () => {});

async function verify(task: Task) {
  try {
    return { verification: await verifyPdf(task.pdf, unpackOptions(task)) };
  } catch (error) {
    const isError = error instanceof Error;
    const code = isError && "code" in error ? String(error.code) : undefined;
    return { error: isError ? error : new Error(String(error)), code };
  }
}
