import { globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stopOrphan } from "#src/embedded/postmaster.ts";
import { freshFolder } from "#tests/support/folder.ts";

export type Scratch = {
  /** Where the suite writes its figures. */
  result: string;
  /** What the suite's process must see, so that all it makes and starts can be found again. */
  env: Record<string, string>;
  /** Asks the suite's processes to end, and ends them after 10 s. */
  endGroup(pid: number | undefined): void;
};

const marker = "BENCH_RUN";

/**
 * Gives a suite a folder for all its temporary files. Whichever way the suite ends, its processes are then stopped, a
 * PostgreSQL in the folder too, and the folder is removed.
 */
export async function withScratch<T>(run: (scratch: Scratch) => Promise<T>): Promise<T> {
  const folder = freshFolder("depositary-bench-");
  const id = crypto.randomUUID();
  let timer: NodeJS.Timeout | undefined;
  try {
    return await run({
      result: join(folder.path, "result.json"),
      env: { TMPDIR: folder.path, [marker]: id, BENCH_RESULT: join(folder.path, "result.json") },
      endGroup: (pid) => {
        if (!pid) return;
        signalGroup(pid, "SIGTERM");
        timer = setTimeout(() => signalGroup(pid, "SIGKILL"), 10_000);
      },
    });
  } finally {
    clearTimeout(timer);
    await endMarked(id);
    for (const file of globSync("**/postmaster.pid", { cwd: folder.path })) {
      await stopOrphan(dirname(join(folder.path, file)));
    }
    folder.remove();
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended.
  }
}

/** What the suite started and left behind, such as a service or a browser: found by the environment it inherited. */
async function endMarked(id: string): Promise<void> {
  for (const signal of ["SIGTERM", "SIGTERM", "SIGKILL"] as const) {
    const left = marked(id);
    if (left.length === 0) return;
    for (const pid of left) signalOne(pid, signal);
    for (let looked = 0; looked < 50 && marked(id).length > 0; looked++) await sleep(100);
  }
}

function marked(id: string): number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .filter((pid) => environmentOf(pid).includes(`${marker}=${id}`))
      .map(Number);
  } catch {
    return [];
  }
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8");
  } catch {
    return "";
  }
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
}
