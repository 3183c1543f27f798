import type { Context } from "#src/context.ts";
import { type Asked, act, type Done } from "./act.ts";
import { partyOf } from "./party-of.ts";

/**
 * The designated signatory consents to the original of this digest, the file that was shown (VCLT
 * article 12). The last signature closes signing and orders the seal.
 */
export function sign(
  ctx: Context,
  asked: Asked,
  { original, method }: { original: string; method: string },
): Promise<Done> {
  const party = partyOf(asked.person);
  const by = asked.person.id;
  return act(
    ctx,
    {
      ...asked,
      act: { type: "sign", by, party, original, at: ctx.now().toISOString() },
      detail: { original, method },
    },
    async ({ tx, agreement, at }) => {
      const { id, text_version: number } = agreement;
      await tx
        .insertInto("signatures")
        .values({ agreement: id, number, party, person: by, method, original, at })
        .execute();
      return undefined;
    },
  );
}
