import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { namesInAgreement } from "#src/db/names-of-party.ts";
import { worded } from "#src/people/person.ts";
import { saidBy } from "#src/text/beside.ts";
import { type ReservationEvent, reservationEventWords } from "#src/text/reservation-events.ts";

type Of = { agreement: string; created_at: Date };

/** What was said or decided about a reservation, in the words of its author. */
type Said = {
  event: ReservationEvent;
  day: string;
  /** Who acts, and whose reservation or declaration it is. */
  party: Worded;
  other: Worded;
  text: string;
  organ: string;
  reference: string;
};

/**
 * What a letter says about reservations: State, day, effect, and the words. One paragraph for each act of that moment;
 * empty if the moment had none, as for an objection to a correction.
 */
export async function reservationEvents(db: Db, of: Of, language: string): Promise<string> {
  const found = await saidAt(db, of);
  return found
    .map(({ event, text, party, other, ...rest }) => {
      const [name, others] = [worded(party, language), worded(other, language)];
      const sentence = reservationEventWords(
        event,
        { ...rest, party: name, other: others },
        language,
      );
      return text === "" ? sentence : `${sentence}\n\n${saidBy(name, text, language)}`;
    })
    .join("\n\n");
}

async function saidAt(db: Db, { agreement, created_at: at }: Of): Promise<Said[]> {
  const names = (party: string) => namesInAgreement(sql`${agreement}::uuid`, sql.ref(party));
  const { rows } = await sql<Said>`
    SELECT CASE WHEN x.excludes THEN 'objection-excluding' ELSE x.act END AS event,
        x.on_day::text AS day, ${names("x.party")} AS party, ${names("r.party")} AS other,
        x.reason AS text, '' AS organ, '' AS reference
      FROM reservation_acts x JOIN reservations r ON r.id = x.reservation
      WHERE r.agreement = ${agreement} AND x.at = ${at} AND x.act <> 'confirmation'
    UNION ALL SELECT 'narrowing', n.on_day::text, ${names("n.party")}, '{}'::jsonb, n.text, '', ''
      FROM reservation_changes n JOIN reservations r ON r.id = n.reservation
      WHERE r.agreement = ${agreement} AND n.at = ${at}
    UNION ALL SELECT CASE WHEN d.accepted THEN 'organ-accepted' ELSE 'organ-refused' END,
        d.on_day::text, ${names("r.party")}, '{}'::jsonb, '', d.organ, d.reference
      FROM reservation_decisions d JOIN reservations r ON r.id = d.reservation
      WHERE r.agreement = ${agreement} AND d.at = ${at}
    UNION ALL SELECT s.verdict, s.on_day::text, ${names("r.party")}, '{}'::jsonb, '', '', ''
      FROM reservation_settlements s JOIN reservations r ON r.id = s.reservation
      WHERE r.agreement = ${agreement} AND s.at = ${at}`.execute(db);
  return rows;
}
