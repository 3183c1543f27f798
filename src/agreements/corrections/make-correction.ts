import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";

/** From when the correction has effect, if the signatory and contracting States decided otherwise, and why. */
export type CorrectionEffect = { from?: CivilDate | undefined; reason?: string | undefined };

/**
 * The depositary makes the correction and orders its procès-verbal, once the time to object is over or all signatory and
 * contracting States have agreed. It has effect from the beginning, unless those States otherwise decide (VCLT article
 * 79(4)): the day and the reason then wait for a second officer. Corrected terms are the agreement's from the beginning,
 * while its versions keep what was authenticated.
 */
export function makeCorrection(
  ctx: Context,
  asked: Asked,
  given: CorrectionEffect = {},
): Promise<Done> {
  const { person } = asked;
  const by = person.id;
  const { from } = given;
  const reason =
    from && given.reason
      ? checkText(given.reason, { kind: "body", language: person.language })
      : "";
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "makeCorrection", given },
      act: { type: "make-correction", by, on: "today", reason },
      detail: { ...(from && { from, reason }) },
    },
    async ({ tx, writes, facts, agreement, at, detail }) => {
      const correction = facts.correction?.id;
      if (!correction) throw new Error("The law makes only a proposed correction.");
      const { terms, ground, changes } = await tx
        .selectFrom("corrections")
        .select(["terms", "ground", "changes"])
        .where("id", "=", correction)
        .executeTakeFirstOrThrow();
      if (terms && from) {
        const code = "corrected-terms-from-beginning";
        throw new Refusal(code, problemWords(code, "en"), {
          errors: [{ pointer: "/from", detail: "is not possible for corrected terms" }],
        });
      }
      Object.assign(detail, { correction, ground, changes, ...(terms && { terms }) });
      const made = { act: "correction", party: "", reason, person: by } as const;
      const values = { correction, ...made, on_day: from ?? null, at };
      writes.push(tx.insertInto("correction_acts").values(values));
      return terms ? { terms: JSON.stringify({ ...agreement.terms, ...terms }) } : undefined;
    },
  );
}
