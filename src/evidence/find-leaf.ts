import type { Db } from "#src/db/db.ts";

/** An entry's index in the log and its chain digest; the index is null while the log has not taken it. */
export async function findLeaf(
  db: Db,
  agreement: string,
  seq: number,
): Promise<{ index: number | null; hash: string } | null> {
  const row = await db
    .selectFrom("evidence as e")
    .leftJoin("log_leaves as l", (join) =>
      join.onRef("l.agreement", "=", "e.agreement").onRef("l.seq", "=", "e.seq"),
    )
    .select(["l.index", "e.hash"])
    .where("e.agreement", "=", agreement)
    .where("e.seq", "=", seq)
    .executeTakeFirst();
  return row ? { hash: row.hash, index: row.index === null ? null : Number(row.index) } : null;
}
