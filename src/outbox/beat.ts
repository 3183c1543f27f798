import type { Db } from "#src/db/db.ts";

/** Stores a heartbeat of a part of the service, and its fault in one sentence for operators. */
export async function beat(
  db: Db,
  { part, at, fault }: { part: string; at: Date; fault: string | null },
): Promise<void> {
  await db
    .insertInto("heartbeats")
    .values({ part, seen_at: at, fault })
    .onConflict((conflict) => conflict.column("part").doUpdateSet({ seen_at: at, fault }))
    .execute();
}
