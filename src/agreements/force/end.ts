import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { type Asked, act, type Done } from "../act.ts";
import { partyOf } from "../party-of.ts";
import { recordPartyAct } from "../record-party-act.ts";

/** A party agrees to the suspension or termination of the instrument (VCLT articles 54(b) and 57(b)). */
export function agreeToEnd(
  ctx: Context,
  asked: Asked,
  { to }: { to: "suspension" | "termination" },
): Promise<Done> {
  const { person } = asked;
  const type = `agree-to-${to}` as const;
  return recordPartyAct(ctx, asked, { type, by: person.id, party: partyOf(person) }, {});
}

/** Two officers record that the instrument is suspended, resumed or terminated, with the reason. */
export function changeForce(
  ctx: Context,
  asked: Asked,
  given: { to: "suspend" | "resume" | "terminate"; reason: string },
): Promise<Done> {
  const { person } = asked;
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  const type = given.to;
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "changeForce", given },
      act: { type, by: person.id, reason },
      detail: { reason },
    },
    async () => undefined,
  );
}
