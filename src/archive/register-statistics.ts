import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";

export type RegisterStatistics = {
  agreements: number;
  parties: { code: string; names: Worded; count: number }[];
  areas: { area: string; count: number }[];
  goals: { goal: number; count: number }[];
  /** By the year of the last signature. */
  years: { year: number; count: number }[];
  /** Pairs that are parties to the same agreements, the most frequent first. */
  pairs: { parties: [string, string]; count: number }[];
};

const maxPairs = 5000;

/** Counts published agreements, in total and by kind. One query. */
export async function countRegister(db: Db): Promise<RegisterStatistics> {
  const { rows } = await sql<RegisterStatistics>`
    WITH published AS MATERIALIZED (
      SELECT areas, goals, party_codes, extract(year FROM signed_on)::integer AS year
      FROM register.listings),
    taking AS MATERIALIZED (SELECT party_codes, count(*) AS n FROM published GROUP BY 1)
    SELECT (SELECT count(*)::integer FROM published) AS agreements,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', x.party, 'names', names, 'count', n)
          ORDER BY n DESC, x.party), '[]')
        FROM (SELECT party, sum(n)::integer AS n FROM taking, unnest(party_codes) AS party
          GROUP BY 1) AS x
        JOIN parties ON code = x.party) AS parties,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('area', area, 'count', n)
          ORDER BY n DESC, area), '[]')
        FROM (SELECT area, sum(n)::integer AS n
          FROM (SELECT areas, count(*) AS n FROM published GROUP BY 1) AS a, unnest(areas) AS area
          GROUP BY 1) AS x) AS areas,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('goal', goal, 'count', n) ORDER BY goal), '[]')
        FROM (SELECT goal, sum(n)::integer AS n
          FROM (SELECT goals, count(*) AS n FROM published GROUP BY 1) AS g, unnest(goals) AS goal
          GROUP BY 1) AS x) AS goals,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('year', year, 'count', n) ORDER BY year), '[]')
        FROM (SELECT year, count(*) AS n FROM published WHERE year IS NOT NULL GROUP BY 1) AS x)
        AS years,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('parties', jsonb_build_array(one, other),
          'count', n) ORDER BY n DESC, one, other), '[]')
        FROM (SELECT one, other, sum(n)::integer AS n FROM taking, unnest(party_codes) AS one,
            unnest(party_codes) AS other WHERE one < other
          GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ${maxPairs}) AS x) AS pairs`.execute(db);
  const [found] = rows;
  if (!found) throw new Error("A count gave no row.");
  return found;
}
