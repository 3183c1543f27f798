import { sql } from "kysely";
import type { Tx } from "#src/db/db.ts";
import type { Copy } from "./copy.ts";
import type { Row } from "./read-record.ts";
import { searchWords } from "./search-words.ts";

type Insert = (table: string, rows: Row[]) => Promise<number>;

/**
 * Writes the texts, one version of all agreements after the other. The words of a text are written just before it, so
 * that the trigger which would make them, in milliseconds for each text, finds them there.
 */
export async function writeTexts(tx: Tx, copies: Copy[], insert: Insert): Promise<number> {
  const bodies = new Map(
    copies.flatMap(({ texts }) => texts.map(({ digest, markdown }) => [digest, markdown] as const)),
  );
  const stored = [...bodies].map(([digest, markdown]) => ({ digest, markdown }));
  await sql`INSERT INTO text_bodies (digest, markdown)
    SELECT digest, markdown FROM json_to_recordset(${JSON.stringify(stored)}::json)
      AS b (digest text, markdown text) ON CONFLICT DO NOTHING`.execute(tx);
  const last = Math.max(...copies.flatMap(({ texts }) => texts.map(({ number }) => number)));
  let rows = stored.length;
  for (let number = 1; number <= last; number++) {
    const ofVersion = (table: string) =>
      copies.flatMap((copy) => (copy.rows.get(table) ?? []).filter((row) => row.number === number));
    rows += await insert("versions", ofVersion("versions"));
    rows += await writeWords(tx, copies, number);
    await insert("version_texts", ofVersion("version_texts"));
  }
  return rows;
}

/** A text's words; none yet for a version that another one follows. */
async function writeWords(tx: Tx, copies: Copy[], number: number): Promise<number> {
  const found = copies.flatMap(({ plan, texts }) => {
    const newest = Math.max(...texts.map((text) => text.number));
    return texts
      .filter((text) => text.number === number)
      .map(({ language, digest, markdown }) => {
        const lines = [plan.title[language] ?? "", plan.reference, ...markdown.split("\n")];
        const words = number === newest ? searchWords(lines) : [];
        return { agreement: plan.id, language, digest, words };
      });
  });
  await sql`INSERT INTO search_texts AS s (agreement, language, digest, words)
    SELECT agreement, language, digest, array_to_tsvector(words)
    FROM json_to_recordset(${JSON.stringify(found)}::json)
      AS f (agreement uuid, language text, digest text, words text[])
    ON CONFLICT (agreement, language) DO UPDATE
      SET digest = excluded.digest, words = excluded.words`.execute(tx);
  return number === 1 ? found.length * 2 : found.length;
}
