import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { isTooLateToObject } from "#workflows/corrections.ts";
import { type Asked, act, type Done } from "../act.ts";
import { communicationOf } from "../communication-of.ts";
import { partyOf } from "../party-of.ts";
import type { Scene } from "../scene.ts";

/**
 * A signatory or contracting State objects within the time. The proposal ends, and the depositary tells all of them
 * (VCLT article 79(2)(b)). After the time it is recorded as a communication, and the correction stands. Nothing is corrected until another proposal passes without objection.
 */
export function objectToCorrection(
  ctx: Context,
  asked: Asked,
  given: { reason: string },
): Promise<Done> {
  const { person } = asked;
  const party = partyOf(person);
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    {
      ...asked,
      act: { type: "object-to-correction", by: person.id, party, on: "today" },
      detail: { reason },
    },
    async (scene) => {
      const { facts, today } = scene;
      if (!isTooLateToObject(facts, today)) {
        return answer(scene, { act: "objection", party, reason, person: person.id });
      }
      const late = "late-correction-objection";
      Object.assign(scene.detail, { communication: late, correction: facts.correction?.id });
      scene.writes.push(communicationOf(scene, { party, person, on_day: today, late, reason }));
      return undefined;
    },
  );
}

/** A signatory or contracting State agrees. Once all have, the correction can be made at once (VCLT article 79(1)). */
export function agreeToCorrection(ctx: Context, asked: Asked): Promise<Done> {
  const { person } = asked;
  const party = partyOf(person);
  return act(
    ctx,
    { ...asked, act: { type: "agree-to-correction", by: person.id, party } },
    async (scene) => answer(scene, { act: "agreement", party, reason: "", person: person.id }),
  );
}

/** The depositary withdraws the proposal, for example because it was wrong itself. */
export function withdrawCorrection(
  ctx: Context,
  asked: Asked,
  given: { reason: string },
): Promise<Done> {
  const { person } = asked;
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    { ...asked, act: { type: "withdraw-correction", by: person.id }, detail: { reason } },
    async (scene) => answer(scene, { act: "withdrawal", party: "", reason, person: person.id }),
  );
}

type Answer = {
  act: "objection" | "agreement" | "withdrawal";
  party: string;
  reason: string;
  person: string;
};

/** Writes the answer to the open proposal. */
async function answer({ tx, writes, facts, at, detail }: Scene, given: Answer): Promise<undefined> {
  const correction = facts.correction?.id;
  if (!correction) throw new Error("The law admits an answer only to a proposal.");
  detail.correction = correction;
  writes.push(tx.insertInto("correction_acts").values({ correction, ...given, at }));
}
