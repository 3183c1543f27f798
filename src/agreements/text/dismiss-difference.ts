import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { type Asked, act, type Done } from "../act.ts";
import { readDifferences } from "./differences.ts";

/**
 * A legal officer records why a difference between the terms and a text's words is none. The second officer's record
 * closes it, for as long as those words and that term stay. The parties see both, with the reasons.
 */
export function dismissDifference(
  ctx: Context,
  asked: Asked,
  given: { difference: string; reason: string },
): Promise<Done> {
  const { person } = asked;
  const { difference } = given;
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    {
      ...asked,
      act: { type: "dismiss-difference", by: person.id, difference },
      detail: { difference, reason },
    },
    async ({ tx, writes, agreement, at, detail }) => {
      const { id, text_version: number } = agreement;
      const all = await readDifferences(tx, id, number);
      detail.found = all.find(({ key }) => key === difference);
      writes.push(
        tx
          .insertInto("difference_dismissals")
          .values({ agreement: id, number, difference, person: person.id, reason, at }),
      );
      return undefined;
    },
  );
}
