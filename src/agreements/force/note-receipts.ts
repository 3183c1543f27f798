import type { Db } from "#src/db/db.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { readFacts } from "../facts.ts";
import { noteNotified } from "./notify-reservation.ts";

/** A letter about reservations: the effect that ordered it, its reader's party, and the current time. */
export type SentLetter = {
  effect: string;
  agreement: string;
  party: string;
  circulatedAt: Date;
  now: Date;
};

/**
 * Records what a letter sent now gives a State notice of: a reservation, from which its time to object runs (VCLT
 * article 20(5)), or a withdrawal, which operates for it from its receipt (22(3)). The first notice counts.
 */
export async function noteReceipts(db: Db, sent: SentLetter): Promise<void> {
  switch (sent.effect) {
    case "announce-reservation":
    case "announce-late-reservation":
      return noteNotified(db, sent);
    case "announce-reservation-withdrawal":
      return received(db, sent, "withdrawal", await actsAt(db, sent, "withdrawal"));
    case "announce-objection-withdrawal":
      return received(
        db,
        sent,
        "objection-withdrawal",
        await actsAt(db, sent, "objection-withdrawal"),
      );
    case "announce-reservation-change":
      return received(db, sent, "narrowing", await changesAt(db, sent));
    default:
  }
}

/** What was withdrawn: its reservation, whose reservation it is, and the key of the receipt. */
type Withdrawn = { reservation: string; reserving: string; of: string };

/** A State hears of others' withdrawals; only the reserving State receives the withdrawal of an objection. */
async function received(
  db: Db,
  { agreement, party, now }: SentLetter,
  act: "withdrawal" | "narrowing" | "objection-withdrawal",
  withdrawn: Withdrawn[],
): Promise<void> {
  const own = act === "objection-withdrawal";
  const concerned = withdrawn.filter(({ reserving }) => (reserving === party) === own);
  if (concerned.length === 0) return;
  const { zone } = (await readFacts(db, agreement)).terms;
  const received_on = civilDate(now.toISOString(), zone);
  await db
    .insertInto("reservation_receipts")
    .values(
      concerned.map(({ reservation, of }) => ({
        reservation,
        act,
        of,
        party,
        received_on,
        at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function actsAt(
  db: Db,
  { agreement, circulatedAt }: SentLetter,
  act: "withdrawal" | "objection-withdrawal",
): Promise<Withdrawn[]> {
  const rows = await db
    .selectFrom("reservation_acts as x")
    .innerJoin("reservations as r", "r.id", "x.reservation")
    .select(["x.reservation", "r.party as reserving", "x.party as by"])
    .where("r.agreement", "=", agreement)
    .where("x.act", "=", act)
    .where("x.at", "=", circulatedAt)
    .execute();
  return rows.map(({ by, ...row }) => ({ ...row, of: act === "withdrawal" ? "" : by }));
}

function changesAt(db: Db, { agreement, circulatedAt }: SentLetter): Promise<Withdrawn[]> {
  return db
    .selectFrom("reservation_changes as x")
    .innerJoin("reservations as r", "r.id", "x.reservation")
    .select(["x.reservation", "r.party as reserving", "x.id as of"])
    .where("r.agreement", "=", agreement)
    .where("x.at", "=", circulatedAt)
    .execute();
}
