import type { Db } from "#src/db.ts";

/** Where the log has an entry: the log's name, and the entry's index in it. */
export type LogPlace = { origin: string; index: number };

/** The index of an agreement's last entry up to that moment; null while the log has not taken it. */
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
    .where("at", "<=", until)
    .orderBy("evidence.seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.index == null ? null : Number(row.index);
}
