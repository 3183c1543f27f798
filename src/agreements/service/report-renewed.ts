import type { Context } from "#src/context.ts";
import { sealingService } from "#src/people/person.ts";
import { act, type Done } from "../act.ts";
import { asService } from "../as-service.ts";

/** A sealed file with one more timestamp; digests are sha-256 in lower-case hex. */
export type Renewal = {
  agreement: string;
  number: number;
  /** The file as it was sealed, and the place of this one among its renewals, from 1. */
  base: string;
  position: number;
  /** What was renewed, and what came of it. */
  from: string;
  digest: string;
  /** When the new timestamp's authority ends. */
  until: Date;
};

/** The archive's report. Of two at one time the second is refused by the table, and leaves nothing. */
export function reportRenewed(ctx: Context, renewal: Renewal): Promise<Done> {
  const { agreement, from, digest, until, ...rest } = renewal;
  return act(
    ctx,
    asService(
      agreement,
      { type: "report-renewed", by: sealingService.id, digest },
      { base: rest.base, from, digest, until: until.toISOString() },
    ),
    async ({ tx, at }) => {
      await tx
        .insertInto("renewals")
        .values({ agreement, digest, until, at, ...rest })
        .execute();
      return undefined;
    },
  );
}
