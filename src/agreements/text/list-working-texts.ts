import type { Db } from "#src/db/db.ts";
import type { AgreementRow } from "../find.ts";
import { readTexts } from "./read-source.ts";

export type WorkingText = {
  language: string;
  markdown: string;
  /** Goes up with every change, and never back. */
  revision: number;
  /** The text version that it was begun from. */
  basedOn: number;
  /** Who wrote last, and when; null where the words are the version's. */
  by: string | null;
  at: string | null;
};

/** What is being written in each of the agreement's languages; where nothing is, the newest version's text. */
export async function listWorkingTexts(
  db: Db,
  { id, text_version }: AgreementRow,
): Promise<WorkingText[]> {
  const written = await db
    .selectFrom("working_texts")
    .select(["language", "markdown", "revision", "based_on", "person", "at"])
    .where("agreement", "=", id)
    .execute();
  const texts = await readTexts(db, id, text_version);
  return texts.map(({ language, markdown }) => {
    const row = written.find((one) => one.language === language);
    const revision = row?.revision ?? 0;
    if (!row || row.markdown === null) {
      return { language, markdown, revision, basedOn: text_version, by: null, at: null };
    }
    const { person: by, based_on: basedOn } = row;
    return { language, markdown: row.markdown, revision, basedOn, by, at: row.at.toISOString() };
  });
}
