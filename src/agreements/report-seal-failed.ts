import type { Context } from "#src/context.ts";
import { sealingService } from "#src/people/person.ts";
import { act, type Done } from "./act.ts";

/** The sealing job has given up; the agreement waits for someone who may order the seal anew. */
export function reportSealFailed(
  ctx: Context,
  { agreement, reason }: { agreement: string; reason: string },
): Promise<Done> {
  return act(
    ctx,
    {
      agreement,
      person: sealingService,
      version: "any",
      act: { type: "report-seal-failed", by: sealingService.id, reason },
      request: null,
      detail: { reason },
    },
    async () => undefined,
  );
}
