import type { Context } from "#src/context.ts";
import { sealingService } from "#src/people/person.ts";
import { act, type Done } from "../act.ts";
import { asService } from "../as-service.ts";

/** Reports that the sealing job has given up. The agreement waits until someone orders the seal again. */
export function reportSealFailed(
  ctx: Context,
  { agreement, reason }: { agreement: string; reason: string },
): Promise<Done> {
  return act(
    ctx,
    asService(agreement, { type: "report-seal-failed", by: sealingService.id, reason }, { reason }),
    async () => undefined,
  );
}
