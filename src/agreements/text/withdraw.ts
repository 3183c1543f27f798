import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { type Asked, act, type Done } from "../act.ts";

/**
 * A legal officer records the withdrawal of the agreement. The second officer's record completes it. Refused once a
 * party's consent is in effect.
 */
export function withdraw(ctx: Context, asked: Asked, given: { reason: string }): Promise<Done> {
  const { person } = asked;
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    { ...asked, act: { type: "withdraw", by: person.id, reason }, detail: { reason } },
    async ({ tx, writes, agreement, at }) => {
      const { id, text_version: number } = agreement;
      writes.push(
        tx
          .insertInto("withdrawals")
          .values({ agreement: id, number, person: person.id, reason, at }),
      );
      return undefined;
    },
  );
}
