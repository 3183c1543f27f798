import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { findProfiles } from "#src/templates/profiles.ts";
import { checkText } from "#src/text/policy.ts";
import { type Asked, act, type Done } from "../act.ts";
import { readSource } from "./read-source.ts";
import type { Verdict } from "./warnings.ts";

/**
 * A legal officer records that a warning of the drafting checks is a false alarm, or that it stands after all, and why.
 * It holds for later versions as long as the same words stand there. Warnings block nothing, so one officer is enough.
 * The parties see the verdict with its reason.
 */
export function judgeWarning(
  ctx: Context,
  asked: Asked,
  given: { warning: string; verdict: Verdict["verdict"]; reason: string },
): Promise<Done> {
  const { person } = asked;
  const { warning, verdict } = given;
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    {
      ...asked,
      act: { type: "judge-warning", by: person.id, warning, verdict },
      detail: { warning, verdict, reason },
    },
    async ({ tx, writes, agreement, at, detail }) => {
      const { id, text_version: number, terms } = agreement;
      const { warningsOf } = await import("./warnings.ts");
      const all = await warningsOf(
        await readSource(tx, agreement, number),
        terms,
        await findProfiles(tx, agreement),
      );
      const told = all.find(({ key }) => key === warning);
      if (!told || "difference" in told.detail) {
        throw new Refusal("no-such-warning", "The current text has no such warning.");
      }
      const { rule, language, article, paragraph, found } = told;
      detail.about = { rule, language, article, paragraph, found };
      writes.push(
        tx
          .insertInto("warning_verdicts")
          .values({ agreement: id, number, warning, person: person.id, verdict, reason, at }),
      );
      return undefined;
    },
  );
}
