import { sql } from "kysely";
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
    .select("reason")
    .select(sql<string>`on_day::text`.as("on"))
    .select(sql<string | null>`derived_on::text`.as("derived"))
    .where("agreement", "=", agreement)
    .where("party", "=", "")
    .executeTakeFirst();
  if (!found?.reason) return "";
  const { on, reason, derived } = found;
  const follows: Sentence = derived
    ? { key: "record-gives", values: { on: derived } }
    : { key: "record-gives-none", values: {} };
  const told = { key: "determined-otherwise", values: { on, reason } };
  return derivationWords([told, follows], language).join(" ");
}
