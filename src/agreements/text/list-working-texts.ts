import type { Db } from "#src/db/db.ts";
import type { AgreementRow } from "../find.ts";
import { readTexts } from "./read-source.ts";

export type WorkingText = {
  language: string;
  markdown: string;
  /** Increases with every change. */
  revision: number;
  /** The text version that it started from. */
  basedOn: number;
  /** Who wrote last, and when; null if the text is the version's own. */
  by: string | null;
  at: string | null;
};

/** The working text in each of the agreement's languages, or the newest version's text if there is none. */
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
