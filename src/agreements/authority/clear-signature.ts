import type { Context } from "#src/context.ts";
import { checkNamed } from "#src/text/check-names.ts";
import { checkText } from "#src/text/policy.ts";
import type { Asked, Done } from "../act.ts";
import { partyOf } from "../party-of.ts";
import { recordPartyAct } from "../record-party-act.ts";

/**
 * Records that a party's authorities have cleared the current text for signature, with their name and reference. Full
 * powers say who may sign; clearance says that the text may be signed.
 */
export function clearSignature(
  ctx: Context,
  asked: Asked,
  given: { authority: string; reference: string },
): Promise<Done> {
  const { person } = asked;
  const authority = checkNamed(given.authority, person.language, "/authority");
  const reference = checkText(given.reference, { kind: "body", language: person.language });
  return recordPartyAct(
    ctx,
    asked,
    { type: "clear-signature", by: person.id, party: partyOf(person) },
    { authority, reference },
  );
}
