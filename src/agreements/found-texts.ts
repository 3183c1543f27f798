import { sql } from "kysely";
import type { Db } from "#src/db.ts";
import type { Person } from "#src/people/person.ts";
import { type Excerpt, excerptOf } from "#src/text/excerpt.ts";
import type { AgreementRow } from "./find.ts";

export type FoundText = { language: string } & Excerpt;

/**
 * Where words stand in the current texts of agreements that were found by them: the person's own language
 * where it has them, else the first of the agreement's that has. Two queries.
 */
export async function foundTexts(
  db: Db,
  agreements: AgreementRow[],
  { asked, person }: { asked: string; person: Pick<Person, "language"> },
): Promise<Map<string, FoundText>> {
  const { rows } = await sql<{ agreement: string; language: string; digest: string }>`
    SELECT DISTINCT ON (s.agreement) s.agreement, s.language, s.digest
    FROM search_texts s JOIN agreements a ON a.id = s.agreement
    WHERE s.agreement = ANY (${agreements.map(({ id }) => id)}::uuid[])
      AND s.words @@ words_asked(${asked})
      AND NOT EXISTS (SELECT FROM unnest(runs_asked(${asked})) AS run
        WHERE position(run IN coalesce(s.folded, '')) = 0)
    ORDER BY s.agreement, s.language <> ${person.language},
      array_position(a.languages, s.language)`.execute(db);
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
      const { title = {}, reference = "" } = known.get(agreement) ?? {};
      const lines = (texts.get(digest) ?? "").split("\n").filter((line) => line.trim() !== "");
      const all = [...lines, (title as Record<string, string>)[language] ?? "", reference];
      return [agreement, { language, ...excerptOf(all, asked) }];
    }),
  );
}
