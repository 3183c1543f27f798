import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { type Asked, act, type Done } from "../act.ts";
import { partyOf } from "../party-of.ts";

/** A party asks for changes. The agreement returns to the drafters, with the reason on record. */
export function requestChanges(
  ctx: Context,
  asked: Asked,
  request: { reason: string },
): Promise<Done> {
  const party = partyOf(asked.person);
  const reason = checkText(request.reason, { kind: "body", language: asked.person.language });
  return act(
    ctx,
    {
      ...asked,
      act: { type: "request-changes", by: asked.person.id, party, reason },
      detail: { reason },
    },
    async ({ tx, writes, agreement, at }) => {
      writes.push(
        tx.insertInto("change_requests").values({
          id: ctx.id(),
          agreement: agreement.id,
          number: agreement.text_version,
          party,
          person: asked.person.id,
          reason,
          at,
        }),
      );
      return undefined;
    },
  );
}
