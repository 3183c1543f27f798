import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { addMonths } from "#workflows/civil-date.ts";
import { nextEnd } from "#workflows/conditions/later.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import type { Scene } from "../scene.ts";
import { addDeadline } from "./add-deadline.ts";

/** Two officers record the decision to continue the instrument for one more period. */
export function renew(
  ctx: Context,
  asked: Asked,
  given: { until: CivilDate; reason: string },
): Promise<Done> {
  const { person } = asked;
  const { until } = given;
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "renew", given },
      act: { type: "renew", by: person.id, until },
      detail: { until, reason },
    },
    async (scene) => {
      await beginPeriod(scene, nextEnd(scene.facts) ?? until);
      return undefined;
    },
  );
}

/** Starts the first period at entry into force, if the duration is fixed. */
export async function beginFirstPeriod(scene: Scene): Promise<void> {
  const { terms, entry, expiresOn } = scene.facts;
  if (terms.duration === "unlimited" || entry.instrument === null || expiresOn !== null) return;
  await beginPeriod(scene, addMonths(entry.instrument, terms.duration.years * 12));
}

export async function beginPeriod(scene: Scene, endsOn: CivilDate): Promise<void> {
  const { tx, writes, agreement, at } = scene;
  writes.push(tx.insertInto("periods").values({ agreement: agreement.id, ends_on: endsOn, at }));
  await addDeadline(scene, `end-of-period/${endsOn}`, endsOn);
}
