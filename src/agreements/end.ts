import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { type Asked, act, type Done } from "./act.ts";
import { findAgreement } from "./find.ts";
import { partyOf } from "./party-of.ts";
import { recordPartyAct } from "./record-party-act.ts";

/** A party agrees that the instrument be suspended or terminated (VCLT articles 54(b) and 57(b)). */
export function agreeToEnd(
  ctx: Context,
  asked: Asked,
  { to }: { to: "suspension" | "termination" },
): Promise<Done> {
  const { person } = asked;
  const type = `agree-to-${to}` as const;
  return recordPartyAct(ctx, asked, { type, by: person.id, party: partyOf(person) }, {});
}

/** Two officers record that it is suspended, resumed or terminated, with the reason. */
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

/** A later instrument between all its parties takes its place (VCLT article 59). */
export function supersede(
  ctx: Context,
  asked: Asked,
  { successor }: { successor: string },
): Promise<Done> {
  const by = asked.person.id;
  return act(
    ctx,
    { ...asked, act: { type: "supersede", by, successor }, detail: { successor } },
    async ({ tx }) => {
      await findAgreement(tx, successor, asked.person);
      return undefined;
    },
  );
}
