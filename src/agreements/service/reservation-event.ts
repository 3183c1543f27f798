import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";
import { saidBy } from "#src/text/beside.ts";
import { namedIn } from "#src/text/party-name.ts";
import { type ReservationEvent, reservationEventWords } from "#src/text/reservation-events.ts";
import { partiesNamed } from "../notify/find-notification.ts";

type Of = { agreement: string; created_at: Date };

/** What was said or decided about a reservation, in the words of its author. */
type Said = {
  event: ReservationEvent;
  day: string;
  /** Who acts, and whose reservation or declaration it is. */
  party: string;
  other: string;
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
  if (found.length === 0) return "";
  const nameOf = await partiesNamed(db, of.agreement);
  return found
    .map(({ event, text, party, other, ...rest }) => {
      const author = namedIn(nameOf(party), language);
      const sentence = reservationEventWords(
        event,
        { ...rest, party: author, other: namedIn(nameOf(other), language) },
        language,
      );
      return text === "" ? sentence : `${sentence}\n\n${saidBy(author.name, text, language)}`;
    })
    .join("\n\n");
}

async function saidAt(db: Db, { agreement, created_at: at }: Of): Promise<Said[]> {
  const { rows } = await sql<Said>`
    SELECT CASE WHEN x.excludes THEN 'objection-excluding' ELSE x.act END AS event,
        x.on_day::text AS day, x.party AS party, r.party AS other,
        x.reason AS text, '' AS organ, '' AS reference
      FROM reservation_acts x JOIN reservations r ON r.id = x.reservation
      WHERE r.agreement = ${agreement} AND x.at = ${at} AND x.act <> 'confirmation'
    UNION ALL SELECT 'narrowing', n.on_day::text, n.party, '', n.text, '', ''
      FROM reservation_changes n JOIN reservations r ON r.id = n.reservation
      WHERE r.agreement = ${agreement} AND n.at = ${at}
    UNION ALL SELECT CASE WHEN d.accepted THEN 'organ-accepted' ELSE 'organ-refused' END,
        d.on_day::text, r.party, '', '', d.organ, d.reference
      FROM reservation_decisions d JOIN reservations r ON r.id = d.reservation
      WHERE r.agreement = ${agreement} AND d.at = ${at}
    UNION ALL SELECT s.verdict, s.on_day::text, r.party, '', '', '', ''
      FROM reservation_settlements s JOIN reservations r ON r.id = s.reservation
      WHERE r.agreement = ${agreement} AND s.at = ${at}`.execute(db);
  return rows;
}
