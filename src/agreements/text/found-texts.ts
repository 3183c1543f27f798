import { type SqlBool, sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { type Excerpt, excerptOf } from "#src/text/excerpt.ts";
import { fold } from "#src/text/fold.ts";
import type { Around } from "#src/text/forms.ts";
import { lineReader } from "#src/text/read-line.ts";

export type FoundText = { language: string } & Excerpt;

type Searched = { id: string; reference: string; title: Worded; around?: Around | undefined };

/**
 * Finds the search words in the current texts of the agreements found. Prefers the reader's own language, else the
 * agreement's first language that has them. Two queries.
 */
export async function foundTexts(
  db: Db,
  agreements: Searched[],
  { asked, language }: { asked: string; language: string },
): Promise<Map<string, FoundText>> {
  const ids = agreements.map(({ id }) => id);
  const { rows } = await sql<{ agreement: string; language: string; digest: string }>`
    SELECT * FROM found_in(${asked}, ${ids}::uuid[], ${language})`.execute(db);
  if (rows.length === 0) return new Map();
  const bodies = await db
    .selectFrom("text_bodies")
    .selectAll()
    .where(sql<SqlBool>`digest = ANY (${[...new Set(rows.map(({ digest }) => digest))]}::text[])`)
    .execute();
  const texts = new Map(bodies.map(({ digest, markdown }) => [digest, markdown]));
  const known = new Map(agreements.map((one) => [one.id, one]));
  const folded = keepFolded();
  return new Map(
    rows.map(({ agreement, language, digest }) => {
      const { title = {} as Worded, reference = "", around } = known.get(agreement) ?? {};
      const markdown = texts.get(digest) ?? "";
      const lines = markdown.split("\n").filter((line) => line.trim() !== "");
      const all = [...lines, title[language] ?? "", reference];
      const read = lineReader(markdown, language, around);
      const shown = (line: string, at: number) => (at < lines.length ? read(line) : line);
      return [agreement, { language, ...excerptOf(all, asked, shown, folded) }];
    }),
  );
}

/** Folds a line once for all texts of a page, because texts made from one template share most of their lines. */
function keepFolded(): (line: string) => string {
  const kept = new Map<string, string>();
  return (line) => {
    const there = kept.get(line);
    if (there !== undefined) return there;
    const made = fold(line);
    kept.set(line, made);
    return made;
  };
}
