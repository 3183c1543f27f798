import { Refusal } from "#src/errors.ts";
import { machineVersion } from "#workflows/agreement.ts";
import type { Stage } from "#workflows/stage.ts";
import { upgrade } from "#workflows/upgrade.ts";

/**
 * The agreement's stage in this release's machine. Throws a Refusal if a newer release wrote it, because this process
 * must then give way.
 */
export function stageOf({
  stage,
  machine_version,
}: {
  stage: Stage;
  machine_version: number;
}): Stage {
  if (machine_version > machineVersion) {
    throw new Refusal("unavailable", "A newer release keeps this agreement. Try again.", {
      retryAfter: 5,
    });
  }
  return upgrade(stage, machine_version);
}
