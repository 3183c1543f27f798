import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { firstDay } from "#workflows/first-day.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { termsOn } from "#workflows/terms-between.ts";
import { withdrawalEffect } from "#workflows/withdrawal.ts";
import type { Asked, Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { partyFor } from "../party-for.ts";
import { recordPartyAct } from "../record-party-act.ts";
import type { Scene } from "../scene.ts";
import { addDeadline } from "./add-deadline.ts";

export type Notice = {
  party?: string | undefined;
  kind:
    | "completion"
    | "withdrawal"
    | "revocation"
    | "opt-out-of-renewal"
    | "revocation-of-opt-out"
    | "withdrawal-of-consent"
    | "not-to-become-party"
    | "provisional-application"
    | "end-of-provisional-application";
  /** When it was sent, when the depositary received it, and when the others were informed (VCLT article 78). */
  sentOn?: CivilDate | undefined;
  receivedOn?: CivilDate | undefined;
  informedOn?: CivilDate | undefined;
  file?: string | undefined;
  /** The reason for recording it now, if the act needs a second officer. */
  reason?: string | undefined;
};

const types = {
  completion: "notify-completion",
  withdrawal: "give-notice",
  revocation: "revoke-notice",
  "opt-out-of-renewal": "opt-out-of-renewal",
  "revocation-of-opt-out": "revoke-opt-out",
  "withdrawal-of-consent": "withdraw-consent",
  "not-to-become-party": "declare-not-to-become-party",
  "provisional-application": "apply-provisionally",
  "end-of-provisional-application": "end-provisional",
} as const;

/**
 * Records a party's notice. It can say that internal procedures are complete, that the party withdraws, or that it
 * takes its withdrawal back (VCLT article 68). It can keep the party out of the next period. It can withdraw an instrument of consent before the party is bound, and also begin or end provisional application (article 25). With it a signatory declares that it will not become a party (article 18(a)). It counts
 * from its receipt; a notice that a representative gives here is received today.
 */
export function giveNotice(ctx: Context, asked: Asked, notice: Notice): Promise<Done> {
  const { person } = asked;
  const { kind, sentOn, informedOn, file } = notice;
  const party = partyFor(person, notice.party);
  const on = person.party === null ? (notice.receivedOn ?? "today") : "today";
  const reason =
    notice.reason && checkText(notice.reason, { kind: "body", language: person.language });
  const dates = { ...(sentOn && { sentOn }), ...(informedOn && { informedOn }) };
  return recordPartyAct(
    ctx,
    { ...asked, again: { verb: "giveNotice", given: { ...notice, party }, day: "receivedOn" } },
    { type: types[kind], by: person.id, party, on },
    { kind, ...dates, ...(file && { file }), ...(reason && { reason }) },
    async (scene) => {
      const received = on === "today" ? scene.today : on;
      checkOrder({ sentOn, receivedOn: received, informedOn }, scene.today);
      const asReceived = { type: types[kind], by: person.id, party, on: received };
      checkSent(sentOn, firstDay(scene.facts, asReceived));
      if (file) await nameFile(scene, file);
      if (kind === "withdrawal") return running(scene, party, received);
      return kind === "opt-out-of-renewal" ? optingOut(scene, party) : undefined;
    },
  );
}

type Days = Pick<Notice, "sentOn" | "informedOn"> & { receivedOn: CivilDate };

/** Checks that a notice is sent, then received, then made known, and on no future day (VCLT article 78). */
function checkOrder({ sentOn, receivedOn, informedOn }: Days, today: CivilDate): void {
  if (sentOn && sentOn > receivedOn) throw outOfOrder("/sentOn", `lies after ${receivedOn}`);
  if (!informedOn) return;
  if (informedOn < receivedOn) throw outOfOrder("/informedOn", `lies before ${receivedOn}`);
  if (informedOn > today) throw outOfOrder("/informedOn", `lies after ${today}`);
}

/** Checks that it was not sent before its subject existed. */
function checkSent(sentOn: CivilDate | undefined, first: CivilDate | null): void {
  if (!sentOn || first === null || sentOn >= first) return;
  throw new Refusal("act-impossible-then", problemWords("act-impossible-then", "en"), {
    errors: [{ pointer: "/sentOn", detail: `${sentOn} lies before ${first}` }],
  });
}

function outOfOrder(pointer: string, detail: string): Refusal {
  return new Refusal("days-out-of-order", problemWords("days-out-of-order", "en"), {
    errors: [{ pointer, detail }],
  });
}

/** The day on which a withdrawal takes effect. Adds its deadline. */
async function running(scene: Scene, party: string, received: CivilDate) {
  const takesEffectOn = withdrawalEffect(termsOn(scene.facts, received), received).on;
  await addDeadline(scene, `end-participation/${party}/${takesEffectOn}`, takesEffectOn);
  return { takesEffectOn };
}

/** The end of the period, with which the party leaves or the instrument ends for all. Adds the party's own deadline. */
async function optingOut(scene: Scene, party: string) {
  const takesEffectOn = scene.facts.expiresOn;
  if (takesEffectOn !== null && scene.after[party] === "noticeRunning") {
    await addDeadline(scene, `end-participation/${party}/${takesEffectOn}`, takesEffectOn);
  }
  return { takesEffectOn };
}
