import type { Context } from "#src/context.ts";
import type { Db } from "#src/db.ts";
import { checkText } from "#src/text/policy.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { madeOn, timeToObject } from "#workflows/reservations.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "./act.ts";
import { checkFile } from "./check-file.ts";
import { readFacts } from "./facts.ts";

export type ReservationNotice = {
  /** The State that was notified, otherwise than by our letter. */
  party: string;
  reservation: string;
  on?: CivilDate | undefined;
  file?: string | undefined;
  reason?: string | undefined;
};

/** An officer records that a State was notified of a reservation, by note verbale for instance. */
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
    async ({ tx, agreement, at, today }) => {
      if (file) await checkFile(tx, agreement.id, file);
      const day = on === "today" ? today : on;
      await tx
        .insertInto("reservation_notifications")
        .values({ reservation, party, circulated_on: day, notified_on: day, at })
        .execute();
      return undefined;
    },
  );
}

type Sent = { agreement: string; party: string; circulatedAt: Date; now: Date };

/**
 * Keeps that a State was notified, by a letter sent now, of the reservations of others that have been made;
 * the first notification counts.
 */
export async function noteNotified(db: Db, sent: Sent): Promise<void> {
  const facts = await readFacts(db, sent.agreement);
  const { zone } = facts.terms;
  const circulated = civilDate(sent.circulatedAt.toISOString(), zone);
  const made = facts.reservations.filter(
    (one) => one.kind === "reservation" && one.party !== sent.party && madeOn(facts, one) !== null,
  );
  if (made.length === 0) return;
  await db
    .insertInto("reservation_notifications")
    .values(
      made.map(({ id }) => ({
        reservation: id,
        party: sent.party,
        circulated_on: circulated,
        notified_on: civilDate(sent.now.toISOString(), zone),
        at: sent.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Until when a State may object to the newest reservation of another, if it is notified now: the rule, and the
 * last day or the day before which the time does not end.
 */
export async function objectionOf(
  db: Db,
  reader: { agreement: string; party: string | null; now: Date },
): Promise<{ rule: string; day: CivilDate | null }> {
  const { party } = reader;
  const facts = await readFacts(db, reader.agreement);
  const today = civilDate(reader.now.toISOString(), facts.terms.zone);
  const made = facts.reservations.findLast(
    (one) => one.kind === "reservation" && one.party !== party && !one.withdrawn,
  );
  if (!made || party === null) return { rule: "none", day: null };
  const notified = { [party]: { circulatedOn: today, notifiedOn: today }, ...made.notified };
  const { rule, until, notBefore } = timeToObject(facts, { ...made, notified }, party);
  if (until !== null) return { rule: "notification", day: until };
  return { rule, day: notBefore };
}
