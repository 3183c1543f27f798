import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { namesInAgreement } from "#src/db/names-of-party.ts";
import type { Facts } from "#workflows/facts.ts";
import type { Reservation } from "#workflows/reservation-record.ts";
import { reservationState } from "#workflows/reservations.ts";
import { readFacts } from "../facts.ts";

export type Communicated = Reservation & { text: string; language: string; names: Worded };

/**
 * The reservations that a letter communicates: those that its act, at the moment `at`, made or confirmed. If the act
 * did neither (a State has joined), all that are made or to be confirmed.
 */
export async function communicated(
  db: Db | Tx,
  { agreement, at }: { agreement: string; at: Date },
): Promise<{ facts: Facts; reservations: Communicated[] }> {
  const facts = await readFacts(db, agreement);
  const rows = await db
    .selectFrom("reservations")
    .select(["reservations.id", "text", "language", "reservations.at"])
    .select(namesInAgreement(sql`${agreement}::uuid`, sql.ref("reservations.party")).as("names"))
    .select((eb) =>
      eb
        .selectFrom("reservation_acts")
        .select((one) => one.fn.min("reservation_acts.at").as("at"))
        .whereRef("reservation", "=", "reservations.id")
        .where("act", "=", "confirmation")
        .as("confirmed"),
    )
    .where("agreement", "=", agreement)
    .where("reservations.kind", "=", "reservation")
    .orderBy("reservations.at")
    .execute();
  const known = rows.flatMap((row) =>
    facts.reservations.filter(({ id }) => id === row.id).map((one) => ({ ...row, ...one })),
  );
  const ofAct = known.filter((one) =>
    [one.at.getTime(), one.confirmed?.getTime()].includes(at.getTime()),
  );
  const standing = known.filter((one) =>
    ["made", "to-be-confirmed"].includes(reservationState(facts, one)),
  );
  return { facts, reservations: ofAct.length > 0 ? ofAct : standing };
}
