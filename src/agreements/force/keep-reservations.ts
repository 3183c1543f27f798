import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Facts } from "#workflows/facts.ts";
import type { Reservation } from "#workflows/reservation-record.ts";
import { madeOn, reservationState } from "#workflows/reservations.ts";
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
 * otherwise (Vienna Convention of 1978, article 20(1)). Each becomes the successor's own, in the words of that day. What
 * other States said of it holds for the successor too, and their time to object goes on (ILC Guide 5.2.3, 5.2.4).
 */
export async function keepReservations(
  ctx: Context,
  { tx, agreement, facts, at }: Scene,
  { party, person, predecessor, succeededOn, without }: Kept,
): Promise<void> {
  const applied = facts.reservations.filter(
    (one) => one.party === predecessor && appliedOn(facts, one, succeededOn),
  );
  const ids = applied.map(({ id }) => id);
  for (const [index, id] of without.entries()) {
    if (ids.includes(id)) continue;
    throw malformed(`/withdraws/${index}`, "is not a reservation of the predecessor");
  }
  for (const { id } of applied.filter((one) => !without.includes(one.id))) {
    const own = ctx.id();
    await sql`INSERT INTO reservations
        (id, agreement, party, person, kind, language, text, articles, standing, made_on, at)
      SELECT ${own}, r.agreement, ${party}, ${person}, r.kind, coalesce(c.language, r.language),
        coalesce(c.text, r.text), coalesce(c.articles, r.articles), 'contracting', ${succeededOn}, ${at}
      FROM reservations r LEFT JOIN LATERAL (SELECT * FROM reservation_changes x
        WHERE x.reservation = r.id AND x.on_day <= ${succeededOn} ORDER BY x.at DESC LIMIT 1) AS c ON true
      WHERE r.id = ${id} AND r.agreement = ${agreement.id}`.execute(tx);
    await sql`INSERT INTO reservation_acts
        (reservation, party, act, reason, person, on_day, at, excludes, ground)
      SELECT ${own}, x.party, x.act, x.reason, x.person, x.on_day, ${at}, x.excludes, x.ground
      FROM reservation_acts x WHERE x.reservation = ${id} AND x.party NOT IN (${party}, ${predecessor})
        AND x.act NOT IN ('confirmation', 'withdrawal', 'objection-withdrawal')
        AND NOT EXISTS (SELECT FROM reservation_acts w WHERE w.reservation = x.reservation
          AND w.party = x.party AND w.act = 'objection-withdrawal')`.execute(tx);
    await sql`INSERT INTO reservation_notifications
        (reservation, party, circulated_on, notified_on, basis, at)
      SELECT ${own}, n.party, n.circulated_on, n.notified_on, n.basis, n.at
      FROM reservation_notifications n WHERE n.reservation = ${id} AND n.party <> ${party}`.execute(
      tx,
    );
    await sql`INSERT INTO reservation_decisions
        (reservation, accepted, organ, reference, person, on_day, at)
      SELECT ${own}, d.accepted, d.organ, d.reference, d.person, d.on_day, ${at}
      FROM reservation_decisions d WHERE d.reservation = ${id}`.execute(tx);
  }
}

/** Whether it was made by that day and not withdrawn: neither unconfirmed, refused nor waiting as a late one. */
function appliedOn(facts: Facts, made: Reservation, on: CivilDate): boolean {
  if (made.withdrawnOn !== null) return made.withdrawnOn > on;
  if (made.kind === "declaration") return made.madeOn <= on;
  const since = madeOn(facts, made);
  return since !== null && since <= on && reservationState(facts, made) !== "refused";
}
