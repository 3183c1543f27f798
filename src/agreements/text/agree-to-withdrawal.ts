import type { Context } from "#src/context.ts";
import { type Asked, act, type Done } from "../act.ts";
import { partyOf } from "../party-of.ts";

/** A party that has signed agrees to the withdrawal of the agreement. */
export function agreeToWithdrawal(ctx: Context, asked: Asked): Promise<Done> {
  const party = partyOf(asked.person);
  const by = asked.person.id;
  return act(
    ctx,
    { ...asked, act: { type: "agree-to-withdrawal", by, party } },
    async ({ tx, writes, agreement, at }) => {
      const { id, text_version: number } = agreement;
      writes.push(
        tx
          .insertInto("withdrawal_agreements")
          .values({ agreement: id, number, party, person: by, at }),
      );
      return undefined;
    },
  );
}
