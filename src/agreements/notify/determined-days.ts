import { sql } from "kysely";
import type { Db, Tx } from "#src/db/db.ts";
import type { NotificationSentence } from "#workflows/notifications.ts";

/**
 * Why the depositary determined other days of entry into force than those that follow from the record, and which days
 * follow from it; empty if it confirmed them. A State may contest the day (VCLT article 77(2)).
 */
export async function determinedDays(
  db: Db | Tx,
  agreement: string,
): Promise<NotificationSentence[]> {
  const rows = await db
    .selectFrom("entry_dates")
    .select(["party", "reason"])
    .select(sql<string>`on_day::text`.as("on"))
    .select(sql<string | null>`derived_on::text`.as("derived"))
    .where("agreement", "=", agreement)
    .where("reason", "is not", null)
    .orderBy("party")
    .execute();
  const [of = null] = rows.filter(({ party }) => party === "");
  const own = rows.filter(({ party, on }) => party !== "" && on !== of?.on);
  return [
    ...(of ? [why(of), follows(of)] : []),
    ...own.flatMap((one) => [
      { key: "determined-for", values: { party: one.party, on: one.on } },
      ...(one.reason === of?.reason ? [] : [why(one)]),
      follows(one),
    ]),
  ];
}

type Determined = { on: string; reason: string | null; derived: string | null };

function why({ on, reason }: Determined): NotificationSentence {
  return { key: "derivation/determined-otherwise", values: { on, reference: reason ?? "" } };
}

function follows({ derived }: Determined): NotificationSentence {
  if (derived === null) return { key: "derivation/record-gives-none", values: {} };
  return { key: "derivation/record-gives", values: { on: derived } };
}
