import type { Db, Tx } from "#src/db/db.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { NotifiedBy } from "#workflows/reservation-record.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { readFacts } from "../facts.ts";
import { noteNotified } from "./notify-reservation.ts";

/** How a State is informed about reservations: the effect that ordered the letter, its party, and the current time. */
export type Informed = {
  effect: string;
  agreement: string;
  party: string;
  circulatedAt: Date;
  now: Date;
  /** The day of receipt, if it is another one than today. */
  on?: CivilDate | undefined;
  basis: NotifiedBy;
};

/**
 * Records what a letter sent now, or a State's own statement that it received one, gives it notice of: a reservation,
 * from which its time to object runs (VCLT article 20(5)), or a withdrawal, which operates for it from its receipt
 * (22(3)). The first notice counts, so that no State can put off its own time by what it says later.
 */
export async function noteReceipts(db: Db | Tx, sent: Informed): Promise<void> {
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
  db: Db | Tx,
  { agreement, party, now, on, basis }: Informed,
  act: "withdrawal" | "narrowing" | "objection-withdrawal",
  withdrawn: Withdrawn[],
): Promise<void> {
  const own = act === "objection-withdrawal";
  const concerned = withdrawn.filter(({ reserving }) => (reserving === party) === own);
  if (concerned.length === 0) return;
  const { zone } = (await readFacts(db, agreement)).terms;
  const received_on = on ?? civilDate(now.toISOString(), zone);
  await db
    .insertInto("reservation_receipts")
    .values(
      concerned.map(({ reservation, of }) => ({
        reservation,
        act,
        of,
        party,
        received_on,
        basis,
        at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function actsAt(
  db: Db | Tx,
  { agreement, circulatedAt }: Informed,
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

function changesAt(db: Db | Tx, { agreement, circulatedAt }: Informed): Promise<Withdrawn[]> {
  return db
    .selectFrom("reservation_changes as x")
    .innerJoin("reservations as r", "r.id", "x.reservation")
    .select(["x.reservation", "r.party as reserving", "x.id as of"])
    .where("r.agreement", "=", agreement)
    .where("x.at", "=", circulatedAt)
    .execute();
}
