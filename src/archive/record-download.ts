import type { Db } from "#src/db/db.ts";

type Download = {
  agreement: string;
  kind: string;
  digest: string;
  person: string | null;
  at: Date;
};

/** Records who downloaded which file; `person` is null for the public. */
export async function recordDownload(db: Db, download: Download): Promise<void> {
  await db.insertInto("downloads").values(download).execute();
}
