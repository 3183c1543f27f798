import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";

/**
 * Records that the Secretariat of the United Nations was told of the correction of a registered text (VCLT article
 * 79(5)): on which day, and under which reference.
 */
export function notifyUnOfCorrection(
  ctx: Context,
  asked: Asked,
  given: { correction: string; on: CivilDate | "today"; reference: string },
): Promise<Done> {
  const { person } = asked;
  const { correction } = given;
  const reference = checkText(given.reference, { kind: "body", language: person.language });
  return act(
    ctx,
    {
      ...asked,
      act: { type: "notify-un-of-correction", by: person.id, correction, on: given.on },
      detail: { correction, reference },
    },
    async ({ tx, writes, facts, today, at, detail }) => {
      const on = given.on === "today" ? today : given.on;
      const made = await tx
        .selectFrom("correction_acts")
        .select("at")
        .where("correction", "=", correction)
        .where("act", "=", "correction")
        .executeTakeFirstOrThrow();
      const first = civilDate(made.at.toISOString(), facts.terms.zone);
      if (on < first) {
        throw new Refusal("act-impossible-then", problemWords("act-impossible-then", "en"), {
          errors: [{ pointer: "/on", detail: `${on} lies before ${first}` }],
        });
      }
      detail.on = on;
      const told = { act: "un-notice", party: "", reason: "", person: person.id } as const;
      const values = { correction, ...told, on_day: on, reference, at };
      writes.push(tx.insertInto("correction_acts").values(values));
      return undefined;
    },
  );
}
