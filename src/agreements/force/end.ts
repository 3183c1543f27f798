import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { type Asked, act, type Done } from "../act.ts";
import { partyOf } from "../party-of.ts";
import { recordPartyAct } from "../record-party-act.ts";

/**
 * A party agrees to the suspension, resumption, renewal or termination of the instrument (VCLT articles 54(b) and
 * 57(b)).
 */
export function agreeToEnd(
  ctx: Context,
  asked: Asked,
  { to }: { to: "suspension" | "resumption" | "renewal" | "termination" },
): Promise<Done> {
  const { person } = asked;
  const type = `agree-to-${to}` as const;
  return recordPartyAct(ctx, asked, { type, by: person.id, party: partyOf(person) }, {});
}

/**
 * Two officers record that the instrument is suspended, resumed or terminated, with the reason. States that have
 * consented and are not parties yet are consulted before a termination (VCLT article 54(b)).
 */
export function changeForce(
  ctx: Context,
  asked: Asked,
  given: {
    to: "suspend" | "resume" | "terminate";
    reason: string;
    consultation?: string | undefined;
  },
): Promise<Done> {
  const { person } = asked;
  const words = (text: string) => checkText(text, { kind: "body", language: person.language });
  const reason = words(given.reason);
  const consultation = given.consultation && words(given.consultation);
  const by = { by: person.id, reason };
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "changeForce", given },
      act:
        given.to === "terminate"
          ? { type: given.to, ...by, consulted: Boolean(consultation) }
          : { type: given.to, ...by },
      detail: { reason, ...(consultation && { consultation }) },
    },
    async () => undefined,
  );
}
