import type { Context } from "#src/context.ts";
import { sealingService } from "#src/people/person.ts";
import { act, type Done } from "../act.ts";
import { asService } from "../as-service.ts";

/**
 * Reports that the typesetting job has given up: a text that cannot be printed cannot be signed. The agreement returns
 * to the drafters with the reason on record. A new version must be approved and authenticated again.
 */
export function reportTypesetFailed(
  ctx: Context,
  { agreement, reason }: { agreement: string; reason: string },
): Promise<Done> {
  return act(
    ctx,
    asService(
      agreement,
      { type: "report-typeset-failed", by: sealingService.id, reason },
      { reason },
    ),
    async () => undefined,
  );
}
