import { machineVersion } from "./agreement.ts";
import type { Stage } from "./stage.ts";

/** Maps a stage of one machine version to the same stage in the next. */
export type Upgrades = Record<number, (stage: Stage) => Stage>;

/**
 * How each earlier version's stages map to the next. In version 2 the sides of `publish` continue and parties stand
 * where their signatures put them; the stages of version 1 keep their names. Version 3 adds to `publish` the side of
 * signature after the first seal, which no earlier text has. Version 4 takes registration out of dissemination.
 */
export const upgrades: Upgrades = { 1: (stage) => stage, 2: withSignature, 3: withRegistration };

function withRegistration(stage: Stage): Stage {
  if (typeof stage === "string" || !("publish" in stage)) return stage;
  const sides = stage.publish as Record<string, string>;
  const { dissemination = "withheld" } = sides;
  const isSent = dissemination === "submittedToUN" || dissemination === "registered";
  const now = {
    ...sides,
    dissemination: isSent ? "published" : dissemination,
    registration: isSent ? dissemination : "unregistered",
  };
  return { publish: now } as unknown as Stage;
}

function withSignature(stage: Stage): Stage {
  if (typeof stage === "string" || !("publish" in stage)) return stage;
  const sides = stage.publish as Record<string, string>;
  return { publish: { signature: "none", ...sides } } as Stage;
}

/**
 * The stage of an agreement in flight in this release's machine. The next act stores it again. Throws for an unknown
 * version, which a newer release has written.
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
