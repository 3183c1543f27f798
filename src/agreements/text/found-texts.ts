import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { type Excerpt, excerptOf } from "#src/text/excerpt.ts";
import { lineReader } from "#src/text/read-line.ts";

export type FoundText = { language: string } & Excerpt;

/**
 * Where words stand in the current texts of agreements that were found by them: the reader's own language
 * where it has them, else the first of the agreement's that has. Two queries.
 */
export async function foundTexts(
  db: Db,
  agreements: { id: string; reference: string; title: Worded }[],
  { asked, language }: { asked: string; language: string },
): Promise<Map<string, FoundText>> {
  const ids = agreements.map(({ id }) => id);
  const { rows } = await sql<{ agreement: string; language: string; digest: string }>`
    SELECT * FROM found_in(${asked}, ${ids}::uuid[], ${language})`.execute(db);
  if (rows.length === 0) return new Map();
  const bodies = await db
    .selectFrom("text_bodies")
    .selectAll()
    .where("digest", "in", [...new Set(rows.map(({ digest }) => digest))])
    .execute();
  const texts = new Map(bodies.map(({ digest, markdown }) => [digest, markdown]));
  const known = new Map(agreements.map((one) => [one.id, one]));
  return new Map(
    rows.map(({ agreement, language, digest }) => {
      const { title = {} as Worded, reference = "" } = known.get(agreement) ?? {};
      const markdown = texts.get(digest) ?? "";
      const lines = markdown.split("\n").filter((line) => line.trim() !== "");
      const all = [...lines, title[language] ?? "", reference];
      const read = lineReader(markdown, language);
      const shown = (line: string, at: number) => (at < lines.length ? read(line) : line);
      return [agreement, { language, ...excerptOf(all, asked, shown) }];
    }),
  );
}
