import type { Db } from "#src/db/db.ts";
import { derivationWords } from "#src/text/derivation.ts";
import type { Sentence } from "#workflows/entry-into-force.ts";

/**
 * For the letter on entry into force: why the depositary determined another day for the instrument, and the day that
 * follows from the record. Empty if it confirmed that day. A State may contest the day (VCLT article 77(2)).
 */
export async function determinedEntry(db: Db, agreement: string, language: string) {
  const found = await db
    .selectFrom("entry_dates")
    .select(["on_day", "reason", "derived_on"])
    .where("agreement", "=", agreement)
    .where("party", "=", "")
    .executeTakeFirst();
  if (!found?.reason) return "";
  const { on_day: on, reason, derived_on: derived } = found;
  const follows: Sentence = derived
    ? { key: "record-gives", values: { on: derived } }
    : { key: "record-gives-none", values: {} };
  const told = { key: "determined-otherwise", values: { on, reason } };
  return derivationWords([told, follows], language).join(" ");
}
