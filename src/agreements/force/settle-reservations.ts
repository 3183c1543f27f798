import type { Db, Tx } from "#src/db/db.ts";
import { daysOfSilence } from "#workflows/acceptance-of-all.ts";
import { civilDate, startOfDay } from "#workflows/civil-date.ts";
import type { Facts } from "#workflows/facts.ts";
import { settlementsOn } from "#workflows/settle-reservations.ts";
import type { Scene } from "../scene.ts";

/** Records which reservations were deposited, prevented or accepted, now that the time to object is over. */
export async function settleReservations(scene: Scene): Promise<void> {
  const { tx, at, facts, today, detail } = scene;
  const settled = settlementsOn(facts, today);
  detail.settled = settled;
  if (settled.length === 0) return;
  await tx
    .insertInto("reservation_settlements")
    .values(
      settled.map(({ reservation, verdict, on }) => ({ reservation, verdict, on_day: on, at })),
    )
    .execute();
}

type Looked = { agreement: string; number: number };

/** Adds the days on which silence can complete the acceptance of all (VCLT article 20(2) and (5)). Idempotent. */
export async function awaitSilence(
  db: Db | Tx,
  { agreement, number }: Looked,
  facts: Facts,
  now: Date,
): Promise<void> {
  const { zone } = facts.terms;
  const today = civilDate(now.toISOString(), zone);
  const days = daysOfSilence(facts).filter((day) => day > today);
  if (days.length === 0) return;
  await db
    .insertInto("deadlines")
    .values(
      days.map((day) => ({
        agreement,
        number,
        kind: `settle-reservations/silence/${day}`,
        due_at: startOfDay(day, zone),
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
