import type { Db } from "#src/db.ts";

export const fileKinds = ["original", "sealed", "evidence"] as const;
export type FileKind = (typeof fileKinds)[number];

/** The digest of an agreement's kept file, for its current text version; null where there is none yet. */
export async function findFile(
  db: Db,
  agreement: { id: string; text_version: number },
  kind: FileKind,
): Promise<string | null> {
  const table = { original: "originals", sealed: "seals", evidence: "annexes" } as const;
  const row = await db
    .selectFrom(table[kind])
    .select("digest")
    .where("agreement", "=", agreement.id)
    .where("number", "=", agreement.text_version)
    .executeTakeFirst();
  return row?.digest ?? null;
}
