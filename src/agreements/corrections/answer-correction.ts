import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { isTooLateToObject } from "#workflows/corrections.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { communicationOf } from "../communication-of.ts";
import { nameFile } from "../name-file.ts";
import { partyFor } from "../party-for.ts";
import type { Scene } from "../scene.ts";

/** What a State says about the open proposal, itself or by a note that an officer records. */
export type CorrectionAnswer = {
  party?: string | undefined;
  /** The day on which the depositary received the note. */
  on?: CivilDate | undefined;
  file?: string | undefined;
};

/**
 * A signatory or contracting State objects within the time. The proposal ends, and the depositary tells all of them
 * (VCLT article 79(2)(b)). After the time it is recorded as a communication, and the correction stands. Nothing is
 * corrected until another proposal passes without objection.
 */
export function objectToCorrection(
  ctx: Context,
  asked: Asked,
  given: CorrectionAnswer & { reason: string },
): Promise<Done> {
  const { person } = asked;
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  const { party, on, command } = answered(asked, given, "objectToCorrection");
  return act(
    ctx,
    {
      ...command,
      act: { type: "object-to-correction", by: person.id, party, on },
      detail: { ...command.detail, reason },
    },
    async (scene) => {
      const on_day = await dayOf(scene, { on, file: given.file });
      const said = { party, reason, person: person.id };
      if (!isTooLateToObject(scene.facts, on_day)) {
        return answer(scene, { act: "objection", ...said, on_day: dated(on) });
      }
      const late = "late-correction-objection";
      const correction = scene.facts.correction?.id;
      Object.assign(scene.detail, { communication: late, correction });
      scene.writes.push(communicationOf(scene, { party, person, on_day, late, reason }));
      return undefined;
    },
  );
}

/** A signatory or contracting State agrees. Once all have, the correction can be made at once (VCLT article 79(1)). */
export function agreeToCorrection(
  ctx: Context,
  asked: Asked,
  given: CorrectionAnswer & { reason?: string | undefined },
): Promise<Done> {
  const { person } = asked;
  const reason =
    given.reason && checkText(given.reason, { kind: "body", language: person.language });
  const { party, on, command } = answered(asked, given, "agreeToCorrection");
  return act(
    ctx,
    {
      ...command,
      act: { type: "agree-to-correction", by: person.id, party, on },
      detail: { ...command.detail, ...(reason && { reason }) },
    },
    async (scene) => {
      await dayOf(scene, { on, file: given.file });
      const said = { party, reason: "", person: person.id, on_day: dated(on) };
      return answer(scene, { act: "agreement", ...said });
    },
  );
}

/** Whose answer it is and of which day: a representative's own of today, or that of the note. */
function answered(asked: Asked, given: CorrectionAnswer, verb: string) {
  const { person } = asked;
  const party = partyFor(person, given.party);
  const on = person.party === null ? (given.on ?? "today") : "today";
  const { file } = given;
  const detail = { ...(on !== "today" && { on }), ...(file && { file }) };
  const again = { verb, given: { ...given, party }, day: "on" } as const;
  return { party, on, command: { ...asked, again, detail } };
}

async function dayOf(
  scene: Scene,
  { on, file }: { on: CivilDate | "today"; file: string | undefined },
): Promise<CivilDate> {
  if (file) await nameFile(scene, file);
  return on === "today" ? scene.today : on;
}

/** The day that is kept beside the moment of the record, if an officer named it. */
function dated(on: CivilDate | "today"): CivilDate | null {
  return on === "today" ? null : on;
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
  on_day?: CivilDate | null;
};

/** Writes the answer to the open proposal. */
async function answer({ tx, writes, facts, at, detail }: Scene, given: Answer): Promise<undefined> {
  const correction = facts.correction?.id;
  if (!correction) throw new Error("The law admits an answer only to a proposal.");
  detail.correction = correction;
  writes.push(tx.insertInto("correction_acts").values({ correction, ...given, at }));
}
