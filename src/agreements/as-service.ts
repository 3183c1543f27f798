import { sealingService } from "#src/people/person.ts";
import type { Act } from "#workflows/acts.ts";
import type { Command } from "./scene.ts";

/** The command for a job's report. The sealing service sends it about a digest, not about a version seen. */
export function asService(
  agreement: string,
  act: Act,
  detail: NonNullable<Command["detail"]>,
): Command {
  return { agreement, person: sealingService, version: "any", act, request: null, detail };
}
