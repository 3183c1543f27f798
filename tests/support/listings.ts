import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";

/** The agreements whose party codes or listing are not what their rows say. */
export async function strayListings(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT a.id FROM agreements a
    LEFT JOIN listings l ON l.agreement = a.id
    WHERE a.party_codes IS DISTINCT FROM coalesce((SELECT array_agg(p.party ORDER BY p.position)
        FROM agreement_parties p WHERE p.agreement = a.id), '{}')
      OR (l.created_at, l.updated_at, l.stage_name, l.party_codes, l.areas, l.goals, l.languages, l.zone)
        IS DISTINCT FROM (a.created_at, a.updated_at, a.stage_name, a.party_codes, a.areas, a.goals,
          a.languages, a.terms ->> 'zone')
      OR l.published_at IS DISTINCT FROM (SELECT x.at FROM publications x WHERE x.agreement = a.id)
      OR l.signed_on IS DISTINCT FROM (
        SELECT max(coalesce(s.signed_on, (s.at AT TIME ZONE 'UTC')::date)) FROM signatures s
        WHERE s.agreement = a.id AND s.number = a.text_version)
      OR l.words IS DISTINCT FROM words_listed(a.id)
      OR NOT EXISTS (SELECT FROM search_texts s WHERE s.agreement = a.id)`.execute(db);
  return rows.map(({ id }) => id);
}
