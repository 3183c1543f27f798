import type { Context } from "#src/context.ts";
import { sealingService } from "#src/people/person.ts";
import { act, type Done } from "./act.ts";
import { asService } from "./as-service.ts";

type Typeset = { agreement: string; number: number; original: string; pages: number };

/** The typesetting job's report: the original of this digest is in the store and may be signed. */
export function reportTypeset(ctx: Context, typeset: Typeset): Promise<Done> {
  const { agreement, number, original, pages } = typeset;
  return act(
    ctx,
    asService(
      agreement,
      { type: "report-typeset", by: sealingService.id, original },
      { original, pages },
    ),
    async ({ tx, at }) => {
      await tx
        .insertInto("originals")
        .values({ agreement, number, original: "common", digest: original, pages, at })
        .execute();
      return undefined;
    },
  );
}
