import type { Context } from "#src/context.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { sealingService } from "#src/people/person.ts";
import { checkText } from "#src/text/policy.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { NotifiedBy } from "#workflows/reservation-record.ts";
import { hasAnswered, madeOn, timeToObject } from "#workflows/reservations.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { readFacts } from "../facts.ts";
import { findAgreement } from "../find.ts";
import { nameFile } from "../name-file.ts";
import { settleSoon } from "../settle-soon.ts";
import { communicated } from "./communicated.ts";
import { awaitSilence } from "./settle-reservations.ts";

export type ReservationNotice = {
  /** The State that was notified by other means than our letter. */
  party: string;
  reservation: string;
  on?: CivilDate | undefined;
  file?: string | undefined;
  reason?: string | undefined;
};

/** An officer records that a State was notified of a reservation, for instance by note verbale. */
export function notifyReservation(
  ctx: Context,
  asked: Asked,
  given: ReservationNotice,
): Promise<Done> {
  const { person } = asked;
  const { party, reservation, file } = given;
  const on = given.on ?? "today";
  const reason =
    given.reason && checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    {
      ...asked,
      again: { verb: "notifyReservation", given, day: "on" },
      act: { type: "notify-reservation", by: person.id, party, reservation, on },
      detail: { reservation, on, ...(file && { file }), ...(reason && { reason }) },
    },
    async (scene) => {
      const { tx, writes, at, today } = scene;
      if (file) await nameFile(scene, file);
      const day = on === "today" ? today : on;
      await settleSoon(scene);
      writes.push(
        tx.insertInto("reservation_notifications").values({
          ...{ reservation, party, at },
          circulated_on: day,
          notified_on: day,
          basis: "note",
        }),
      );
      return undefined;
    },
  );
}

/** A letter that communicates reservations, its reader's party, and the current time. */
type Sent = { agreement: string; party: string; circulatedAt: Date; now: Date };

/** How, and if not today on which day, the State received it. */
type Received = { basis: NotifiedBy; on?: CivilDate | undefined };

/**
 * Records that a letter sent now, or received by what the State says, notified it of the others' reservations: those
 * that the letter communicates and that have been made. The first notification counts.
 */
export async function noteNotified(db: Db | Tx, sent: Sent & Received): Promise<void> {
  const { agreement, party, circulatedAt, now, basis, on } = sent;
  const { facts, reservations } = await communicated(db, { agreement, at: circulatedAt });
  const { zone } = facts.terms;
  const made = reservations.filter(
    (one) => one.party !== party && (one.late !== null || madeOn(facts, one) !== null),
  );
  if (made.length === 0) return;
  await db
    .insertInto("reservation_notifications")
    .values(
      made.map(({ id }) => ({
        reservation: id,
        party,
        circulated_on: civilDate(circulatedAt.toISOString(), zone),
        notified_on: on ?? civilDate(now.toISOString(), zone),
        basis,
        at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { text_version: number } = await findAgreement(db, agreement, sealingService);
  await awaitSilence(db, { agreement, number }, await readFacts(db, agreement), now);
}

/**
 * Until when a State may object to the newest reservation in the letter, if it is notified now. Gives the rule, and the
 * last day or the earliest end. The rule is "none" if the State has answered or its time is over.
 */
export async function objectionOf(
  db: Db,
  { agreement, party, circulatedAt, now }: Omit<Sent, "party"> & { party: string | null },
): Promise<{ rule: string; day: CivilDate | null }> {
  const { facts, reservations } = await communicated(db, { agreement, at: circulatedAt });
  const today = civilDate(now.toISOString(), facts.terms.zone);
  const made = reservations.findLast((one) => one.party !== party && one.withdrawnOn === null);
  const none = { rule: "none", day: null };
  if (!made || party === null || hasAnswered(made, party)) return none;
  const notified = { [party]: { circulatedOn: today, notifiedOn: today }, ...made.notified };
  const { rule, until, notBefore } = timeToObject(facts, { ...made, notified }, party);
  if (until !== null) {
    return until < today ? none : { rule: rule === "late" ? rule : "notification", day: until };
  }
  return { rule, day: notBefore };
}
