import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { holdLock } from "#src/embedded/lock.ts";
import { stopOrphan } from "#src/embedded/postmaster.ts";
import { placesOfRuns } from "./place-of-run.ts";

/** The folder of each whole run begins so; those of single tests do not, for they stop and start. */
export const RUN_PREFIX = "depositary-run-";

/**
 * Stops and removes what runs that were killed have left: a run whose process lives holds its folder's
 * lock, and one that has no lock yet is just beginning.
 */
export async function sweepRuns(): Promise<void> {
  const names = placesOfRuns().flatMap((place) =>
    readdirSync(place).map((name) => ({ name, folder: join(place, name) })),
  );
  for (const { name, folder } of names) {
    const cluster = join(folder, "data", "postgres");
    if (!name.startsWith(RUN_PREFIX) || !existsSync(`${cluster}.lock.pid`)) continue;
    try {
      const lock = await holdLock(`${cluster}.lock`, folder);
      await stopOrphan(cluster);
      rmSync(folder, { recursive: true, force: true });
      lock.release();
    } catch {
      // It is in use, or somebody else's.
    }
  }
}
