import type { Context } from "#src/context.ts";
import type { Asked, Done } from "../act.ts";
import { partyOf } from "../party-of.ts";
import { recordPartyAct } from "../record-party-act.ts";
import { checkReservations, insertReservations, type NewReservation } from "./reservations.ts";

/** A signed party declares how it reads the instrument. An interpretive declaration is not a reservation. */
export function declare(
  ctx: Context,
  asked: Asked,
  given: Omit<NewReservation, "kind">,
): Promise<Done> {
  const { person } = asked;
  const party = partyOf(person);
  const lodged = checkReservations(ctx, [{ ...given, kind: "declaration" }]);
  return recordPartyAct(
    ctx,
    asked,
    { type: "declare", by: person.id, party },
    { declaration: lodged[0] },
    async (scene) => {
      const on = scene.today;
      const by = { party, person: person.id, on };
      await insertReservations(scene, by, lodged, () => "/articles");
      return undefined;
    },
  );
}
