import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

export type Lock = { release(): void };

/**
 * Holds `file` for this process until `release` or until the process ends in whatever way, kill -9
 * included: the lock is the kernel's (SQLite's exclusive lock), so it cannot be left behind and no pid
 * has to be guessed at. Throws where another process, or this one, holds it already; the error names
 * `folder` and the holder's pid.
 */
export function holdLock(file: string, folder: string): Lock {
  const holderFile = `${file}.pid`;
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch {
    lock.close();
    throw new Error(
      `The data folder ${folder} is in use by process ${readHolder(holderFile)}: stop it first, or choose another folder with DATA_DIR.`,
    );
  }
  writeFileSync(holderFile, String(process.pid), { mode: 0o600 });
  return { release: () => lock.close() };
}

function readHolder(holderFile: string): string {
  try {
    return readFileSync(holderFile, "utf8");
  } catch {
    return "(unknown)";
  }
}
