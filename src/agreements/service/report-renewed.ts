import type { Context } from "#src/context.ts";
import { sealingService } from "#src/people/person.ts";
import { act, type Done } from "../act.ts";
import { asService } from "../as-service.ts";

/** A sealed file with one more timestamp; digests are sha-256 in lower-case hex. */
export type Renewal = {
  agreement: string;
  number: number;
  /** The file as first sealed, and this one's number among its renewals, from 1. */
  base: string;
  position: number;
  /** The file that was renewed, and the result. */
  from: string;
  digest: string;
  /** When the certificate of the new timestamp's authority expires. */
  until: Date;
};

/** The archive's report. If two arrive at once, the table refuses the second, which leaves nothing. */
export function reportRenewed(ctx: Context, renewal: Renewal): Promise<Done> {
  const { agreement, from, digest, until, ...rest } = renewal;
  return act(
    ctx,
    asService(
      agreement,
      { type: "report-renewed", by: sealingService.id, digest },
      { base: rest.base, from, digest, until: until.toISOString() },
    ),
    async ({ tx, writes, at }) => {
      writes.push(tx.insertInto("renewals").values({ agreement, digest, until, at, ...rest }));
      return undefined;
    },
  );
}
