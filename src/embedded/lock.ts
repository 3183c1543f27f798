import { chmodSync, closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

export type Lock = { release(): void };

/**
 * Holds `file` for this process until `release`, or until the process ends in any way, kill -9 included. The kernel
 * holds the lock (SQLite's exclusive lock), so it cannot be left behind and no pid has to be guessed. Throws if another
 * process, or this one, holds it already; the error names `folder` and the holder's pid.
 */
export async function holdLock(file: string, folder: string): Promise<Lock> {
  // Anyone who can open the file can hold the lock, so it is made private, even if an earlier release made it.
  closeSync(openSync(file, "a", 0o600));
  chmodSync(file, 0o600);
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch {
    lock.close();
    const holder = await readHolder(file);
    throw new Error(
      `The data folder ${folder} is in use by process ${holder}: stop it first, or choose another folder with DATA_DIR.`,
    );
  }
  writeFileSync(`${file}.pid`, String(process.pid), { mode: 0o600 });
  return {
    release: () => {
      if (lock.isOpen) lock.close();
    },
  };
}

/** Reads the holder's pid, written just after it takes the lock; before that the file may name an earlier holder. */
async function readHolder(file: string): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    try {
      const pid = readFileSync(`${file}.pid`, "utf8");
      if (isRunning(Number(pid))) return pid;
    } catch {}
    await sleep(10);
  }
  return "(unknown)";
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
