import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import type { Vote } from "#workflows/acts/row.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import type { Scene } from "../scene.ts";

export type Adopted = {
  digest: string;
  /** The day on which the conference adopted the text. */
  on: CivilDate;
  vote: Vote;
  /** sha-256 of the record of the vote, which is attached to the agreement. */
  file: string;
  reason?: string | undefined;
};

/**
 * A legal officer records that the conference adopted the text of this digest by its majority (VCLT article 9(2)); a
 * second officer confirms it. The day lies between the circulation of the text and today.
 */
export function adopt(ctx: Context, asked: Asked, given: Adopted): Promise<Done> {
  const { person } = asked;
  const { digest, on, vote, file } = given;
  const reason =
    given.reason && checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "adopt", given, day: "on" },
      act: { type: "adopt", by: person.id, digest, on, vote },
      detail: { digest, on, vote, file, ...(reason && { reason }) },
    },
    async (scene) => {
      const { tx, agreement, facts } = scene;
      const circulated = await tx
        .selectFrom("evidence")
        .select((eb) => eb.fn.max("at").as("at"))
        .where("agreement", "=", agreement.id)
        .where("act", "=", "submit")
        .executeTakeFirstOrThrow();
      const first = civilDate(new Date(circulated.at).toISOString(), facts.terms.zone);
      if (on < first) {
        throw new Refusal("act-impossible-then", problemWords("act-impossible-then", "en"), {
          errors: [{ pointer: "/on", detail: `${on} lies before ${first}` }],
        });
      }
      await nameFile(scene, file);
      const rule = facts.terms.adoption?.majority ?? "two-thirds";
      recordAdoption(scene, { rule, on, digest, person: person.id, vote, file });
      return undefined;
    },
  );
}

type Recorded = {
  rule: string;
  on: CivilDate;
  digest: string;
  person: string;
  vote?: Vote;
  file?: string;
};

/** Writes the adoption of the current text. */
export function recordAdoption({ tx, writes, agreement, at }: Scene, recorded: Recorded): void {
  const { rule, on, digest, person, vote, file } = recorded;
  writes.push(
    tx.insertInto("adoptions").values({
      agreement: agreement.id,
      number: agreement.text_version,
      digest,
      on_day: on,
      rule,
      present: vote?.present ?? null,
      votes_for: vote?.for ?? null,
      votes_against: vote?.against ?? null,
      abstaining: vote?.abstaining ?? null,
      file: file ?? null,
      person,
      at,
    }),
  );
}
