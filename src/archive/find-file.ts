import type { Db } from "#src/db/db.ts";

export const fileKinds = ["original", "sealed", "evidence"] as const;
export type FileKind = (typeof fileKinds)[number];

const tables = { original: "originals", sealed: "seals" } as const;

/**
 * The digest of an agreement's stored file for its current text version; null if there is none yet. If the alternat
 * applies, it is the party's own file, or the first in order if no party is named.
 */
export async function findFile(
  db: Db,
  agreement: { id: string; text_version: number },
  kind: FileKind,
  party: string | null = null,
): Promise<string | null> {
  if (kind === "evidence") return findAnnex(db, agreement);
  const rows = await db
    .selectFrom(tables[kind])
    .select(["original", "digest"])
    .where("agreement", "=", agreement.id)
    .where("number", "=", agreement.text_version)
    .orderBy("original")
    .execute();
  const own = rows.find(({ original }) => original === party) ?? rows[0];
  return own?.digest ?? null;
}

async function findAnnex(db: Db, agreement: { id: string; text_version: number }) {
  const row = await db
    .selectFrom("annexes")
    .select("digest")
    .where("agreement", "=", agreement.id)
    .where("number", "=", agreement.text_version)
    .executeTakeFirst();
  return row?.digest ?? null;
}
