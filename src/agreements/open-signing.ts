import type { Context } from "#src/context.ts";
import { type Asked, act, type Done } from "./act.ts";

/** A legal officer opens signing; it is open once a second officer has done the same. */
export function openSigning(ctx: Context, asked: Asked): Promise<Done> {
  const by = asked.person.id;
  return act(
    ctx,
    { ...asked, act: { type: "open-signing", by } },
    async ({ tx, agreement, at }) => {
      const { id, text_version: number } = agreement;
      await tx.insertInto("openings").values({ agreement: id, number, person: by, at }).execute();
      return undefined;
    },
  );
}
