import { sql } from "kysely";
import type { Tx } from "#src/db/db.ts";

type TakenOver = {
  agreement: string;
  texts: Record<string, string>;
  revisions?: Record<string, number> | undefined;
  by: string;
  at: Date;
};

/**
 * Ends the working texts that a new version includes. In each language it ends the named revision. If none is named, it
 * ends the person's own text or one with the same words. Later text by other people stays.
 */
export async function consumeDrafts(
  tx: Tx,
  { agreement, texts, revisions = {}, by, at }: TakenOver,
): Promise<void> {
  const taken = Object.entries(texts).map(([language, markdown]) => ({
    language,
    markdown,
    revision: revisions[language] ?? null,
  }));
  await sql`UPDATE working_texts w
    SET markdown = NULL, revision = w.revision + 1, person = ${by}::uuid, at = ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(taken)}::jsonb)
      AS t (language text, markdown text, revision integer)
    WHERE w.agreement = ${agreement}::uuid AND w.language = t.language AND w.markdown IS NOT NULL
      AND CASE WHEN t.revision IS NULL
        THEN w.person = ${by}::uuid OR w.markdown = t.markdown
        ELSE w.revision = t.revision END`.execute(tx);
}
