import type { Db } from "#src/db/db.ts";
import { newestOf } from "./newest.ts";

/** A file that was sealed after the instrument, such as the page of a later signature, in its newest form. */
export type Paper = { serial: number; kind: string; subject: string; digest: string };

/** The agreement's paper of this number; null if there is none. */
export async function findPaper(db: Db, agreement: string, serial: number): Promise<Paper | null> {
  const paper = await db
    .selectFrom("papers")
    .select(["serial", "kind", "subject", "digest"])
    .where("agreement", "=", agreement)
    .where("serial", "=", serial)
    .executeTakeFirst();
  return paper ? { ...paper, digest: await newestOf(db, paper.digest) } : null;
}
