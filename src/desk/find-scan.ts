import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";

/** Finds a scan of an entry that the asker sees. Throws the Refusal `not-found`. */
export async function findScan(
  db: Db,
  { id, digest }: { id: string; digest: string },
): Promise<{ type: string }> {
  const scan = await db
    .selectFrom("desk_scans")
    .select("type")
    .where("entry", "=", id)
    .where("digest", "=", digest)
    .executeTakeFirst();
  if (!scan) throw new Refusal("not-found", "There is no such scan.");
  return scan;
}
