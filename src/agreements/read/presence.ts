import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Worded } from "#src/db/columns.ts";
import type { Person } from "#src/people/person.ts";
import { findAgreement } from "../find.ts";

/** A reader's place in a text: a language, and one of its articles. */
export type Place = { language: string; article: number | null };

export type Present = {
  person: string;
  names: Worded;
  party: string | null;
  place: Place | null;
  seenAt: string;
};

export type Presence = { people: Present[]; version: number; textVersion: number };

/** People not seen for this long (milliseconds) are dropped from the list. */
export const forgottenAfter = 45_000;

/**
 * Records that a person has an agreement open, and returns who else has. The office sees everyone; a party sees the
 * office and its own people. Removes the rows of people who have left. Two statements.
 */
export async function bePresent(
  { db, now }: Context,
  { agreement, person }: { agreement: string; person: Person },
  place: Place | null,
): Promise<Presence> {
  const at = now();
  const gone = new Date(at.getTime() - forgottenAfter);
  const { id, version, text_version: textVersion } = await findAgreement(db, agreement, person);
  const { rows } = await sql<Omit<Present, "seenAt"> & { seen_at: Date }>`
    WITH here AS (
      INSERT INTO presences (agreement, person, party, language, article, seen_at)
      VALUES (${id}, ${person.id}, ${person.party ?? ""}, ${place?.language ?? null},
        ${place?.article ?? null}, ${at})
      ON CONFLICT (agreement, person, party) DO UPDATE SET language = excluded.language,
        article = excluded.article, seen_at = excluded.seen_at),
    forgotten AS (DELETE FROM presences WHERE seen_at < ${gone})
    SELECT p.person, o.names, nullif(p.party, '') AS party, p.seen_at,
      CASE WHEN p.language IS NOT NULL
        THEN jsonb_build_object('language', p.language, 'article', p.article) END AS place
    FROM presences p JOIN people o ON o.id = p.person
    WHERE p.agreement = ${id} AND p.person <> ${person.id} AND p.seen_at >= ${gone}
      AND (${person.party}::text IS NULL OR p.party IN ('', ${person.party}))
    ORDER BY p.seen_at DESC, p.person LIMIT 100`.execute(db);
  const people = rows.map(({ seen_at, ...row }) => ({ ...row, seenAt: seen_at.toISOString() }));
  return { people, version, textVersion };
}
