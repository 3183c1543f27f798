import { chmodSync, mkdirSync, readFileSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Linux keeps what is written here in memory. */
const memory = "/dev/shm";
const GiB = 1024 ** 3;

/**
 * Where a run puts its data. A run makes some hundred databases of a thousand files each and removes them again, which a
 * disk turns into half a second for each and memory does at once: so in memory, if there is room for several runs, and else
 * where temporary files are. Also there if the user has named a folder by TMPDIR. What a test writes with `fsync` outlives
 * a killed process in memory as it does on a disk; no test cuts the power.
 */
export function placeOfRun(): string {
  return process.env.TMPDIR || !hasRoom() ? tmpdir() : memory;
}

/** Every place in which a run may have left something. */
export const placesOfRuns = (): string[] =>
  process.platform === "linux" ? [tmpdir(), memory] : [tmpdir()];

function hasRoom(): boolean {
  if (process.platform !== "linux") return false;
  try {
    const { bavail, bsize } = statfsSync(memory);
    const isWhole = bavail * bsize > 4 * GiB && process.availableMemory() > 6 * GiB;
    return isWhole && runsPrograms();
  } catch {
    return false;
  }
}

/** Some hosts forbid programs there, and tests make some. */
function runsPrograms(): boolean {
  const mount = readFileSync("/proc/mounts", "utf8")
    .split("\n")
    .map((line) => line.split(" "))
    .findLast(([, at]) => at === memory);
  return mount !== undefined && !mount[3]?.split(",").includes("noexec");
}

/** Gives all processes of the run a folder for temporary files below this one, open to every account as /tmp is. */
export function giveTemporary(folder: string): void {
  const path = join(folder, "tmp");
  mkdirSync(path);
  chmodSync(path, 0o1777);
  process.env.TMPDIR = path;
}
