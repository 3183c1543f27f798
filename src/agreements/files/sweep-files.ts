import { sql } from "kysely";
import type { ObjectStore } from "#src/archive/objects.ts";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { lockDigest } from "./note-file.ts";

const day = 86_400_000;
/** Longer than a proposal that names a file can wait. */
const unnamedDays = 30;
/** A write takes seconds; a draft that is a day old belongs to a killed process. */
const draftDays = 1;
const batch = 100;

/** When an attached file is deleted, if no act names it. */
export function dayToGo(attached: Date): Date {
  return new Date(attached.getTime() + unnamedDays * day);
}

/**
 * Deletes attached files that no act has named in 30 days, and drafts of killed writes. Returns how many files it
 * handled. It first marks a file so that no act can name it, then deletes the bytes, then the row. If it is killed, the
 * next sweep finishes the work. A file that cannot be deleted does not hold up the others.
 */
export async function sweepFiles({ db, objects, now }: Context): Promise<number> {
  const before = new Date(now().getTime() - unnamedDays * day);
  const { rows } = await sql<Named>`UPDATE files f SET stored = false
    FROM (SELECT agreement, digest, party FROM files
      WHERE named_at IS NULL AND bytes IS NOT NULL AND at < ${before}
      ORDER BY at LIMIT ${batch} FOR UPDATE SKIP LOCKED) AS old
    WHERE f.agreement = old.agreement AND f.digest = old.digest
      AND f.party IS NOT DISTINCT FROM old.party
    RETURNING f.agreement, f.digest, f.party`.execute(db);
  const faults: unknown[] = [];
  for (const row of rows) {
    const removing = db.transaction().execute((tx) => remove(tx, objects, { ...row, before }));
    await removing.catch((error) => faults.push(error));
  }
  await objects.sweepDrafts(new Date(now().getTime() - draftDays * day));
  if (faults.length > 0)
    throw new AggregateError(faults, "Not every attached file could be swept.");
  return rows.length;
}

type Named = { agreement: string; digest: string; party: string | null };

/** Deletes the file unless it was attached again meanwhile. Keeps the bytes while another row refers to them. */
async function remove(
  tx: Tx,
  { attached }: ObjectStore,
  { agreement, digest, party, before }: Named & { before: Date },
): Promise<void> {
  await lockDigest(tx, digest);
  const gone = await tx
    .deleteFrom("files")
    .where("agreement", "=", agreement)
    .where("digest", "=", digest)
    .where("party", party === null ? "is" : "=", party)
    .where("at", "<", before)
    .returning("digest")
    .executeTakeFirst();
  if (!gone) return;
  const other = await tx
    .selectFrom("files")
    .select("digest")
    .where("digest", "=", digest)
    .where("bytes", "is not", null)
    .executeTakeFirst();
  if (!other) await attached.remove(digest);
}
