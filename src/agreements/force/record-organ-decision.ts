import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { settleSoon } from "../settle-soon.ts";

export type OrganDecision = {
  reservation: string;
  accepted: boolean;
  organ: string;
  /** Where the decision is found: a resolution, a meeting. */
  reference: string;
  on?: CivilDate | undefined;
  file?: string | undefined;
  reason?: string | undefined;
};

/**
 * An officer records that the competent organ accepted or refused a reservation to its constituent instrument (VCLT
 * article 20(3)). Until it accepts, the consent of the State that reserves has no effect.
 */
export function recordOrganDecision(
  ctx: Context,
  asked: Asked,
  given: OrganDecision,
): Promise<Done> {
  const { person } = asked;
  const { reservation, accepted, file } = given;
  const on = given.on ?? "today";
  const line = (text: string) => checkText(text, { kind: "title", language: person.language });
  const decision = { accepted, organ: line(given.organ), reference: line(given.reference) };
  const reason =
    given.reason && checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "recordOrganDecision", given, day: "on" },
      act: { type: "record-organ-decision", by: person.id, reservation, on },
      detail: {
        reservation,
        ...decision,
        on,
        ...(file && { file }),
        ...(reason && { reason }),
      },
    },
    async (scene) => {
      const { tx, writes, at, today } = scene;
      if (file) await nameFile(scene, file);
      const on_day = on === "today" ? today : on;
      writes.push(
        tx
          .insertInto("reservation_decisions")
          .values({ reservation, ...decision, person: person.id, on_day, at }),
      );
      await settleSoon(scene);
      return undefined;
    },
  );
}
