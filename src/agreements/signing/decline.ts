import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { type Asked, act, type Done } from "../act.ts";
import { partyOf } from "../party-of.ts";

/**
 * A party declines the text. Every party is needed here, so the agreement returns to negotiation. Approvals and
 * signatures stay on record but do not count for the next version.
 */
export function decline(ctx: Context, asked: Asked, given: { reason: string }): Promise<Done> {
  const { person } = asked;
  const party = partyOf(person);
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    { ...asked, act: { type: "decline", by: person.id, party, reason }, detail: { reason } },
    async ({ tx, writes, agreement, at }) => {
      const { id, text_version: number } = agreement;
      writes.push(
        tx
          .insertInto("declinations")
          .values({ agreement: id, number, party, person: person.id, reason, at }),
      );
      return undefined;
    },
  );
}
