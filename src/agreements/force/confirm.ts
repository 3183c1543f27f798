import type { Context } from "#src/context.ts";
import { checkNamed } from "#src/text/check-names.ts";
import { checkText } from "#src/text/policy.ts";
import type { CivilDate } from "#workflows/terms.ts";
import type { Asked, Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { partyFor } from "../party-for.ts";
import { recordPartyAct } from "../record-party-act.ts";

export type Confirmation = {
  party?: string | undefined;
  /** The State's competent authority that confirms. */
  authority: string;
  /** The day on which the depositary received it; today if a representative confirms. */
  on?: CivilDate | undefined;
  /** The paper, already attached to the agreement, and why it is recorded now. */
  file?: string | undefined;
  reason?: string | undefined;
};

/**
 * A party confirms a signature. A signature ad referendum becomes full (VCLT article 12(2)(b)). A signature made
 * without authority counts as if it had been authorised (article 8).
 */
export function confirm(ctx: Context, asked: Asked, given: Confirmation): Promise<Done> {
  const { person } = asked;
  const party = partyFor(person, given.party);
  const on = person.party === null ? (given.on ?? "today") : "today";
  const authority = checkNamed(given.authority, person.language, "/authority");
  const { file } = given;
  const reason =
    given.reason && checkText(given.reason, { kind: "body", language: person.language });
  return recordPartyAct(
    ctx,
    { ...asked, again: { verb: "confirm", given: { ...given, party }, day: "on" } },
    { type: "confirm", by: person.id, party, on },
    { authority, ...(file && { file }), ...(reason && { reason }) },
    async (scene) => {
      if (file) await nameFile(scene, file);
      return undefined;
    },
  );
}
