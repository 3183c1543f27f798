import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { addMonths } from "#workflows/civil-date.ts";
import type { CivilDate, Terms } from "#workflows/terms.ts";
import type { Asked, Done, Scene } from "./act.ts";
import { addDeadline } from "./add-deadline.ts";
import { checkFile } from "./check-file.ts";
import { partyFor } from "./party-for.ts";
import { recordPartyAct } from "./record-party-act.ts";

export type Notice = {
  party?: string | undefined;
  kind:
    | "completion"
    | "withdrawal"
    | "revocation"
    | "provisional-application"
    | "end-of-provisional-application";
  /** When it was sent, received by the depositary, and made known to the others (VCLT article 78). */
  sentOn?: CivilDate | undefined;
  receivedOn?: CivilDate | undefined;
  informedOn?: CivilDate | undefined;
  file?: string | undefined;
};

const types = {
  completion: "notify-completion",
  withdrawal: "give-notice",
  revocation: "revoke-notice",
  "provisional-application": "apply-provisionally",
  "end-of-provisional-application": "end-provisional",
} as const;

/**
 * A party's notice: that its internal procedures are complete, that it withdraws, that it takes its
 * withdrawal back (VCLT article 68), that it applies the instrument provisionally or no more (article 25).
 * It counts from its receipt; what a representative gives here is received today.
 */
export function giveNotice(ctx: Context, asked: Asked, notice: Notice): Promise<Done> {
  const { person } = asked;
  const { kind, sentOn, informedOn, file } = notice;
  const party = partyFor(person, notice.party);
  const on = person.party === null ? (notice.receivedOn ?? "today") : "today";
  if (sentOn && notice.receivedOn && notice.receivedOn < sentOn) {
    throw new Refusal("malformed-request", "A notice is not received before it is sent.", {
      errors: [{ pointer: "/receivedOn", detail: "lies before sentOn" }],
    });
  }
  const dates = { ...(sentOn && { sentOn }), ...(informedOn && { informedOn }) };
  return recordPartyAct(
    ctx,
    asked,
    { type: types[kind], by: person.id, party, on },
    { kind, ...dates, ...(file && { file }) },
    async (scene) => {
      if (file) await checkFile(scene.tx, scene.agreement.id, file);
      return kind === "withdrawal" ? running(scene, party, on) : undefined;
    },
  );
}

/** The day on which a withdrawal takes effect, and its deadline. */
async function running(scene: Scene, party: string, on: CivilDate) {
  const received = on === "today" ? scene.today : on;
  const takesEffectOn = addMonths(received, monthsOfNotice(scene.facts.terms));
  await addDeadline(scene, `end-participation/${party}/${takesEffectOn}`, takesEffectOn);
  return { takesEffectOn };
}

/** An instrument that says nothing of withdrawal leaves twelve months, if it can be left (VCLT article 56(2)). */
function monthsOfNotice({ withdrawal }: Terms): number {
  return withdrawal === "none" ? 12 : withdrawal.months;
}
