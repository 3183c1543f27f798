import { sealingService } from "#src/people/person.ts";
import type { Act } from "#workflows/acts.ts";
import type { Command } from "./scene.ts";

/** The command of a job's report: from the sealing service, about a digest and not about a version seen. */
export function asService(
  agreement: string,
  act: Act,
  detail: NonNullable<Command["detail"]>,
): Command {
  return { agreement, person: sealingService, version: "any", act, request: null, detail };
}
