import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";

/** The agreements whose party codes or listing are not what their rows say. */
export async function strayListings(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT a.id FROM agreements a
    LEFT JOIN listings l ON l.agreement = a.id
    LEFT JOIN listing_words k ON k.agreement = a.id
    LEFT JOIN LATERAL (
      SELECT names_of(a.party_codes, a.areas, a.goals, a.languages) AS names) AS n ON true
    WHERE a.party_codes IS DISTINCT FROM coalesce((SELECT array_agg(p.party ORDER BY p.position)
        FROM agreement_parties p WHERE p.agreement = a.id), '{}')
      OR (l.created_at, k.created_at, k.names) IS DISTINCT FROM (a.created_at, a.created_at, n.names)
      OR 'stage:' || a.stage_name IS DISTINCT FROM (
        SELECT name FROM listed_values WHERE number = l.stage)
      OR 'zone:' || (a.terms ->> 'zone') IS DISTINCT FROM (
        SELECT name FROM listed_values WHERE number = l.zone)
      OR n.names IS DISTINCT FROM ARRAY(
        SELECT v.name FROM generate_series(0, length(l.facets) * 8 - 1) AS bit
        JOIN listed_values v ON v.number = bit WHERE get_bit(l.facets, bit) = 1 ORDER BY v.name)
      OR l.published_at IS DISTINCT FROM (SELECT x.at FROM publications x WHERE x.agreement = a.id)
      OR l.signed_on IS DISTINCT FROM (
        SELECT max(coalesce(s.signed_on, (s.at AT TIME ZONE 'UTC')::date)) FROM signatures s
        WHERE s.agreement = a.id AND s.number = a.text_version)
      OR k.words IS DISTINCT FROM words_listed(a.id)
      OR NOT EXISTS (SELECT FROM search_texts s WHERE s.agreement = a.id)`.execute(db);
  return rows.map(({ id }) => id);
}

/** The kept counts that are not what counting all agreements gives: of stages by party, and of the register. */
export async function strayCounts(db: Db): Promise<unknown[]> {
  const { rows } = await sql<{ stray: unknown }>`
    WITH kept AS (SELECT party, stage_name, sum(n) AS n FROM (
        SELECT party, stage_name, n FROM stage_counts
        UNION ALL SELECT party, stage_name, n FROM stage_changes) AS x GROUP BY 1, 2 HAVING sum(n) <> 0),
    counted AS (SELECT party, stage_name, count(*) AS n
      FROM agreements, unnest(ARRAY[''] || party_codes) AS party GROUP BY 1, 2),
    published AS (SELECT name, count(*) AS n FROM (
        SELECT unnest(ARRAY['agreements'] || names_of(a.party_codes, a.areas, a.goals, '{}')
          || CASE WHEN l.signed_on IS NOT NULL THEN ARRAY['year:' || extract(year FROM l.signed_on)] END
          || ARRAY(SELECT 'pair:' || x || ' ' || y FROM unnest(a.party_codes) AS x,
              unnest(a.party_codes) AS y WHERE x < y)) AS name
        FROM agreements a JOIN listings l ON l.agreement = a.id
        JOIN publications p ON p.agreement = a.id) AS x GROUP BY 1)
    SELECT to_jsonb(x) AS stray FROM (TABLE kept EXCEPT TABLE counted) AS x
    UNION ALL SELECT to_jsonb(x) FROM (TABLE counted EXCEPT TABLE kept) AS x
    UNION ALL SELECT to_jsonb(x) FROM (SELECT * FROM register.counts EXCEPT TABLE published) AS x
    UNION ALL SELECT to_jsonb(x) FROM (TABLE published EXCEPT SELECT * FROM register.counts) AS x`.execute(
    db,
  );
  return rows.map(({ stray }) => stray);
}
