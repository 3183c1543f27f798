import { sql } from "kysely";
import type { Tx } from "#src/db/db.ts";

export type NewFile = {
  agreement: string;
  digest: string;
  type: string;
  bytes: number;
  person: string;
  party: string | null;
  at: Date;
};

/** The number of files that no act has named, and their total size in bytes. */
export type Unnamed = { files: number; bytes: number };

/** Blocks others from storing or deleting this object until the transaction ends. */
export async function lockDigest(tx: Tx, digest: string): Promise<void> {
  await lock(tx, `attached ${digest}`);
}

/**
 * Counts the unnamed files of the party, or of the office, at the agreement, without this one. Blocks others from
 * adding meanwhile.
 */
export async function unnamedBeside(
  tx: Tx,
  { agreement, party, digest }: NewFile,
): Promise<Unnamed> {
  await lock(tx, `files of ${agreement} ${party ?? ""}`);
  const { rows } = await sql<Record<keyof Unnamed, string>>`
    SELECT count(*) AS files, coalesce(sum(bytes), 0) AS bytes FROM files
    WHERE agreement = ${agreement} AND party IS NOT DISTINCT FROM ${party} AND digest <> ${digest}
      AND named_at IS NULL AND bytes IS NOT NULL`.execute(tx);
  return { files: Number(rows[0]?.files), bytes: Number(rows[0]?.bytes) };
}

/** Writes the row of a file that is about to be stored. If there is one already, renews its time. */
export async function noteFile(tx: Tx, file: NewFile) {
  const { agreement, digest, type, bytes, person, party, at } = file;
  const { rows } = await sql<{ bytes: number | null; named_at: Date | null }>`INSERT INTO files
      (agreement, digest, type, bytes, person, party, at, stored)
    VALUES (${agreement}, ${digest}, ${type}, ${bytes}, ${person}, ${party}, ${at}, false)
    ON CONFLICT (agreement, digest, (coalesce(party, ''))) DO UPDATE
      SET at = CASE WHEN files.named_at IS NULL THEN excluded.at ELSE files.at END
    RETURNING bytes, named_at`.execute(tx);
  return rows[0] ?? { bytes, named_at: null };
}

async function lock(tx: Tx, place: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${place}, 0))`.execute(tx);
}
