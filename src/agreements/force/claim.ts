import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { bound } from "#workflows/bound.ts";
import {
  type Claim,
  type ClaimGround,
  type ClaimMeasure,
  claimGrounds,
} from "#workflows/claim-record.ts";
import { endsParticipation } from "#workflows/claims.ts";
import type { Suspension } from "#workflows/suspensions.ts";
import type { CivilDate } from "#workflows/terms.ts";
import type { Asked, Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { recordPartyAct } from "../record-party-act.ts";
import type { Scene } from "../scene.ts";
import { addDeadline } from "./add-deadline.ts";
import { checkForm, checkInstrument, type InstrumentOffice, malformed } from "./instrument-form.ts";
import { checkProvisions } from "./reservations.ts";
import { type NewStatement, partsOf } from "./statement-parts.ts";
import { outOfOrder } from "./suspend-between.ts";

export type NewClaim = NewStatement & {
  ground: ClaimGround;
  measure: ClaimMeasure;
  against?: string | undefined;
  articles?: number[] | undefined;
  language: string;
  text: string;
  /** In a case of special urgency: the last day to object, and why (VCLT article 65(2)). */
  until?: CivilDate | undefined;
  urgency?: string | undefined;
};

/**
 * A party notifies its claim in writing: the ground, the measure that it proposes and its reasons (VCLT articles 65(1)
 * and 67(1)). Nothing happens to the instrument. The others have at least three months from their receipt to object.
 */
export function notifyClaim(ctx: Context, asked: Asked, given: NewClaim): Promise<Done> {
  const { ground, measure, against = null, language, until, file } = given;
  const articles = [...new Set(given.articles)];
  const { by, more } = partsOf(asked, given);
  const text = checkText(given.text, { kind: "body", language, pointer: "/text" });
  if ((until === undefined) !== (given.urgency === undefined)) {
    throw malformed(until ? "/urgency" : "/until", "belongs to the other: special urgency");
  }
  const urgency =
    given.urgency && checkText(given.urgency, { kind: "body", language, pointer: "/urgency" });
  return recordPartyAct(
    ctx,
    { ...asked, again: { verb: "notifyClaim", given: { ...given, party: by.party }, day: "on" } },
    { type: "notify-claim", ...by, ground, measure, against, articles },
    {
      claim: ctx.id(),
      ...{ ground, measure, articles, language, text },
      ...(against && { against }),
      ...(until && { until, urgency }),
      ...more,
    },
    async (scene) => {
      await checkProvisions(scene, articles, language);
      // From today: a note that is recorded days later would else leave the others no time at all.
      if (until && until <= scene.today) {
        throw outOfOrder("/until", `${until} does not lie after ${scene.today}`);
      }
      if (file) await nameFile(scene, file);
      return undefined;
    },
  );
}

export type ClaimAnswer = NewStatement & {
  claim: string;
  answer: "objection" | "objection-withdrawal";
  language: string;
  text?: string | undefined;
};

/** Another party objects to a claim (VCLT article 65(2)), or withdraws its objection. An objection makes it a dispute. */
export function answerClaim(ctx: Context, asked: Asked, given: ClaimAnswer): Promise<Done> {
  const { claim, answer, language, file } = given;
  const { by, more } = partsOf(asked, given);
  const text = given.text && checkText(given.text, { kind: "body", language, pointer: "/text" });
  return recordPartyAct(
    ctx,
    { ...asked, again: { verb: "answerClaim", given: { ...given, party: by.party }, day: "on" } },
    { type: "answer-claim", ...by, claim, objects: answer === "objection" },
    { claim, answer, ...(text && { language, text }), ...more },
    async (scene) => {
      if (file) await nameFile(scene, file);
      return about(scene, claim);
    },
  );
}

export type ClaimMeasureGiven = NewStatement & {
  claim: string;
  /** From when the measure has effect: the day of the instrument's receipt, or later. */
  from?: CivilDate | undefined;
  /** How the parties agreed, or the dispute was decided (VCLT articles 65(3) and 66); null if nobody objected in time. */
  solution?: string | undefined;
  signedBy: string;
  authority?: InstrumentOffice | undefined;
  fullPowers?: string | undefined;
  dated?: CivilDate | undefined;
};

/**
 * A party carries out the measure that it had notified, by an instrument signed by the head of State or Government, the
 * minister for foreign affairs, or with full powers (VCLT articles 65(2) and 67(2)). The depositary records it and does
 * not judge whether the claim is founded.
 */
export function carryOutClaim(ctx: Context, asked: Asked, given: ClaimMeasureGiven): Promise<Done> {
  const { person } = asked;
  const { claim, from, file, signedBy } = given;
  const { by, more } = partsOf(asked, given);
  const solution =
    given.solution && checkText(given.solution, { kind: "body", language: person.language });
  const signed = checkText(signedBy, { kind: "body", language: person.language });
  return recordPartyAct(
    ctx,
    { ...asked, again: { verb: "carryOutClaim", given: { ...given, party: by.party }, day: "on" } },
    { type: "carry-out-claim", ...by, claim, from: from ?? null, solved: Boolean(solution) },
    { claim, signedBy: signed, ...(solution && { solution }), ...more },
    async (scene) => {
      const on = by.on === "today" ? scene.today : by.on;
      const form = { ...given, party: by.party, on };
      const parts = checkForm(form, person.language);
      checkInstrument(scene, form);
      const takesEffect = from ?? on;
      if (takesEffect < on) throw outOfOrder("/from", `${takesEffect} lies before ${on}`);
      if (file) await nameFile(scene, file);
      const made = scene.facts.claims.find(({ id }) => id === claim);
      if (!made) throw new Error("The law admits no measure without its claim.");
      const rest = { ...parts, from: takesEffect, ...about(scene, claim) };
      if (endsParticipation(made)) return { ...rest, ...(await leaving(scene, made, takesEffect)) };
      if (made.measure === "suspension")
        scene.detail.suspended = suspendedBy(ctx, scene, made, takesEffect);
      return rest;
    },
  );
}

export type ClaimRevocation = NewStatement & { claim: string };

/** A party revokes its claim, or the instrument that carries it out, before it has effect (VCLT article 68). */
export function revokeClaim(ctx: Context, asked: Asked, given: ClaimRevocation): Promise<Done> {
  const { claim, file } = given;
  const { by, more } = partsOf(asked, given);
  return recordPartyAct(
    ctx,
    { ...asked, again: { verb: "revokeClaim", given: { ...given, party: by.party }, day: "on" } },
    { type: "revoke-claim", ...by, claim },
    { claim, ...more },
    async (scene) => {
      if (file) await nameFile(scene, file);
      const stays = scene.after[by.party] === "party";
      return { ...about(scene, claim), ...(stays && { stays }) };
    },
  );
}

/** What an act on a claim says of it: whose it is, its ground and its measure. Also kept in the evidence. */
function about(scene: Scene, id: string) {
  const claim = scene.facts.claims.find((one) => one.id === id);
  if (!claim) return {};
  const { ground, measure, articles, party } = claim;
  const said = { ground, measure, articles, claimant: party };
  Object.assign(scene.detail, said);
  return said;
}

/** The party leaves on the day from which its measure has effect. Adds that deadline. */
async function leaving(scene: Scene, { id, party }: Claim, on: CivilDate) {
  // With the claim's id: a revoked measure may have had the same day, which is then over.
  await addDeadline(scene, `end-participation/${party}/${on}/${id}`, on);
  return { takesEffectOn: on };
}

/** The suspension that the claim leads to: with the party named, or with all the others. */
function suspendedBy(ctx: Context, { facts }: Scene, claim: Claim, from: CivilDate) {
  const { id, party, against, articles, ground } = claim;
  const others = against ? [against] : bound(facts).filter((one) => one !== party);
  const suspended: Omit<Suspension, "resumedOn"> = {
    id: ctx.id(),
    by: party,
    parties: [party, ...others],
    ...{ from, until: null, basis: "claim" as const, claim: id, articles },
    rule: `${claimGrounds[ground]}, 65`,
    title: "",
    notifiedOn: null,
  };
  return suspended;
}
