import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { CivilDate } from "#workflows/terms.ts";
import type { Scene } from "../scene.ts";
import { malformed } from "./instrument-form.ts";

type Kept = {
  party: string;
  person: string;
  predecessor: string;
  succeededOn: CivilDate;
  /** The ids of those that the State does not maintain. */
  without: string[];
};

/**
 * A successor State maintains its predecessor's reservations that applied at the date of succession, unless it says
 * otherwise (Vienna Convention of 1978, article 20(1)). Each becomes the successor's own, in the same words.
 */
export async function keepReservations(
  ctx: Context,
  { tx, agreement, facts, at }: Scene,
  { party, person, predecessor, succeededOn, without }: Kept,
): Promise<void> {
  const applied = facts.reservations.filter(
    (one) =>
      one.party === predecessor &&
      one.madeOn <= succeededOn &&
      (one.withdrawnOn === null || one.withdrawnOn > succeededOn),
  );
  const ids = applied.map(({ id }) => id);
  for (const [index, id] of without.entries()) {
    if (ids.includes(id)) continue;
    throw malformed(`/withdraws/${index}`, "is not a reservation of the predecessor");
  }
  for (const { id } of applied.filter((one) => !without.includes(one.id))) {
    await sql`INSERT INTO reservations
        (id, agreement, party, person, kind, language, text, articles, standing, made_on, at)
      SELECT ${ctx.id()}, agreement, ${party}, ${person}, kind, language, text, articles,
        'contracting', ${succeededOn}, ${at} FROM reservations
      WHERE id = ${id} AND agreement = ${agreement.id}`.execute(tx);
  }
}
