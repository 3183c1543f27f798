import type { Context } from "#src/context.ts";
import { sealingService } from "#src/people/person.ts";
import { act, type Done } from "./act.ts";
import { asService } from "./as-service.ts";

export type SealReport = {
  agreement: string;
  number: number;
  /** sha-256 of the original that the seal covers. */
  original: string;
  /** sha-256 of the sealed file. */
  digest: string;
  level: string;
  trusted: boolean;
};

/** The sealing job's report. The first one committed is the seal; the stage refuses every other. */
export function reportSealed(ctx: Context, report: SealReport): Promise<Done> {
  const { agreement, number, original, digest, level, trusted } = report;
  return act(
    ctx,
    asService(
      agreement,
      { type: "report-sealed", by: sealingService.id, original },
      { original, digest, level, trusted },
    ),
    async ({ tx, at }) => {
      await tx
        .insertInto("seals")
        .values({
          agreement,
          number,
          original: "common",
          original_digest: original,
          digest,
          level,
          trusted,
          at,
        })
        .execute();
      return undefined;
    },
  );
}
