import type { Context } from "#src/context.ts";
import { type Asked, act, type Done } from "../act.ts";
import { partyOf } from "../party-of.ts";

/** A party approves the text with this digest. The last party's approval moves the agreement on. */
export function approve(ctx: Context, asked: Asked, { digest }: { digest: string }): Promise<Done> {
  const party = partyOf(asked.person);
  return act(
    ctx,
    {
      ...asked,
      act: { type: "approve", by: asked.person.id, party, digest },
      detail: { digest },
    },
    async ({ tx, writes, agreement, at }) => {
      writes.push(
        tx.insertInto("approvals").values({
          agreement: agreement.id,
          number: agreement.text_version,
          party,
          person: asked.person.id,
          digest,
          at,
        }),
      );
      return undefined;
    },
  );
}
