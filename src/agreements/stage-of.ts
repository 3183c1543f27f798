import { Refusal } from "#src/errors.ts";
import { machineVersion } from "#workflows/agreement.ts";
import type { Stage } from "#workflows/stage.ts";
import { upgrade } from "#workflows/upgrade.ts";

/**
 * The agreement's stage as this release's machine knows it. Throws a Refusal where a newer release has
 * written it: this process must give way to it.
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
