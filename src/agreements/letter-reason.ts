import type { Db, Worded } from "#src/db.ts";
import type { LetterName } from "./recipients.ts";

type Of = { agreement: string; number: number };

/** The reason a letter gives, and the party that gave it; null for letters without a reason. */
export async function letterReason(
  db: Db,
  letter: LetterName,
  of: Of,
): Promise<{ reason: string; party: Worded } | null> {
  if (letter === "changes-requested") return given(db, "change_requests", of);
  if (letter === "declined") return given(db, "declinations", of);
  if (letter !== "withdrawn") return null;
  const row = await db
    .selectFrom("withdrawals")
    .select("reason")
    .where("agreement", "=", of.agreement)
    .where("number", "=", of.number)
    .orderBy("at", "desc")
    .executeTakeFirst();
  return row ? { reason: row.reason, party: {} } : null;
}

/** The newest reason a party has given about this version. */
async function given(
  db: Db,
  table: "change_requests" | "declinations",
  { agreement, number }: Of,
): Promise<{ reason: string; party: Worded } | null> {
  const row = await db
    .selectFrom(table)
    .innerJoin("parties", "parties.code", `${table}.party`)
    .select(["reason", "parties.names as party"])
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .orderBy("at", "desc")
    .executeTakeFirst();
  return row ?? null;
}
