import { machineVersion } from "./agreement.ts";
import type { Stage } from "./stage.ts";

/** From the stage of one machine version to the same stage in the next. */
export type Upgrades = Record<number, (stage: Stage) => Stage>;

/**
 * What became of the stages of each earlier version. In version 2 the sides of `publish` go on, and parties
 * stand where their signatures put them; the stages of version 1 keep their names.
 */
export const upgrades: Upgrades = { 1: (stage) => stage };

/**
 * The stage of an agreement in flight as this release's machine knows it. It is stored anew with the next
 * act. Throws for a version that this release does not know: a newer one has been here.
 */
export function upgrade(
  stage: Stage,
  version: number,
  { to = machineVersion, by = upgrades }: { to?: number; by?: Upgrades } = {},
): Stage {
  if (version > to) throw new Error(`Machine version ${version} is newer than ${to}.`);
  let current = stage;
  for (let from = version; from < to; from++) {
    const next = by[from];
    if (!next) throw new Error(`There is no way from machine version ${from}.`);
    current = next(current);
  }
  return current;
}
