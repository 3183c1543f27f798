import type { Db } from "#src/db/db.ts";
import { worded } from "#src/people/person.ts";
import { saidBy } from "#src/text/beside.ts";
import { type AgreementLetter, type LetterSource, rowOfLetter } from "#workflows/letters.ts";
import { departedFrom } from "../acting-signatory.ts";
import { communicated } from "../force/communicated.ts";

type Of = { agreement: string; number: number; created_at: Date };

export type LetterReason = {
  reason: string;
  /** Codes of the parties that the letter is about. */
  parties: string[];
  /** The act that waits for a second officer, and the day it names. */
  act?: string;
  on?: string | null;
};

/** The reason a letter gives, and the party that gave it; null for letters without a reason. */
export async function letterReason(
  db: Db,
  letter: AgreementLetter,
  of: Of,
): Promise<LetterReason | null> {
  const { from } = rowOfLetter(letter);
  return from ? sources[from](db, of) : null;
}

/** How what a letter says is read from each source. */
const sources: Record<LetterSource, (db: Db, of: Of) => Promise<LetterReason | null>> = {
  "change-request": (db, of) => given(db, "change_requests", of),
  declination: (db, of) => given(db, "declinations", of),
  withdrawal: withdrawalOf,
  proposal: (db, { agreement }) => waitingProposal(db, agreement),
  reservations: reservationsOf,
  departure: async (db, of) => {
    const departed = await departedFrom(db, of);
    return { reason: "", parties: departed.map(({ code }) => code) };
  },
  // The effect itself says what happened.
  "notified-event": async () => null,
};

async function withdrawalOf(db: Db, of: Of): Promise<LetterReason | null> {
  const row = await db
    .selectFrom("withdrawals")
    .select("reason")
    .where("agreement", "=", of.agreement)
    .where("number", "=", of.number)
    .orderBy("at", "desc")
    .executeTakeFirst();
  return row ? { reason: row.reason, parties: [] } : null;
}

/** The reservations in the letter, each in its own words under the name of its party. */
async function reservationsOf(db: Db, { agreement, created_at }: Of): Promise<LetterReason> {
  const { reservations } = await communicated(db, { agreement, at: created_at });
  const said = reservations.map(({ names, language, text }) =>
    saidBy(worded(names, language), text, language),
  );
  return { reason: said.join("\n\n"), parties: [] };
}

/** The last recorded act that had to wait for a second officer, whatever became of it since. */
async function waitingProposal(db: Db, agreement: string): Promise<LetterReason | null> {
  const row = await db
    .selectFrom("proposals")
    .select(["act", "given"])
    .where("agreement", "=", agreement)
    .orderBy("at", "desc")
    .executeTakeFirst();
  if (!row) return null;
  const { act, given } = row;
  const on = "on" in act ? act.on : null;
  const parties = "party" in act && typeof act.party === "string" ? [act.party] : [];
  return { reason: String(given.reason ?? ""), parties, act: act.type, on };
}

/** The newest reason that a party gave about this version. */
async function given(
  db: Db,
  table: "change_requests" | "declinations",
  { agreement, number }: Of,
): Promise<LetterReason | null> {
  const row = await db
    .selectFrom(table)
    .select(["reason", "party"])
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .orderBy("at", "desc")
    .executeTakeFirst();
  return row ? { reason: row.reason, parties: [row.party] } : null;
}
