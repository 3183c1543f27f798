import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";

/** The place of an entry: the log's name, and the entry's index in it. */
export type LogPlace = { origin: string; index: number };

/**
 * The place in the chain of an event at this moment. Entries before it happened before it, even if the clocks of two
 * processes say otherwise.
 */
export function lastSeq(agreement: string, moment: Date) {
  return sql<number>`(SELECT coalesce(max(seq) FILTER (WHERE at = ${moment}),
      max(seq) FILTER (WHERE at <= ${moment}))
    FROM evidence WHERE agreement = ${agreement})`;
}

/** The index of an agreement's last entry up to that moment; null if the log has not taken it yet. */
export async function loggedBefore(
  db: Db,
  { agreement, until }: { agreement: string; until: Date },
): Promise<number | null> {
  const row = await db
    .selectFrom("evidence")
    .leftJoin("log_leaves as leaf", (join) =>
      join
        .onRef("leaf.agreement", "=", "evidence.agreement")
        .onRef("leaf.seq", "=", "evidence.seq"),
    )
    .select("leaf.index")
    .where("evidence.agreement", "=", agreement)
    .where("evidence.seq", "=", lastSeq(agreement, until))
    .executeTakeFirst();
  return row?.index == null ? null : Number(row.index);
}
