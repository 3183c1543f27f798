import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { signedOn } from "./register.ts";

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
      SELECT agreements.id, areas, goals, left(${signedOn}, 4)::integer AS year
      FROM publications JOIN agreements ON agreements.id = publications.agreement),
    taking AS MATERIALIZED (
      SELECT p.agreement, p.party FROM agreement_parties p JOIN published ON id = p.agreement)
    SELECT (SELECT count(*)::integer FROM published) AS agreements,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', x.party, 'names', names, 'count', n)
          ORDER BY n DESC, x.party), '[]')
        FROM (SELECT party, count(*) AS n FROM taking GROUP BY 1) AS x
        JOIN parties ON code = x.party) AS parties,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('area', area, 'count', n)
          ORDER BY n DESC, area), '[]')
        FROM (SELECT unnest(areas) AS area, count(*) AS n FROM published GROUP BY 1) AS x) AS areas,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('goal', goal, 'count', n) ORDER BY goal), '[]')
        FROM (SELECT unnest(goals) AS goal, count(*) AS n FROM published GROUP BY 1) AS x) AS goals,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('year', year, 'count', n) ORDER BY year), '[]')
        FROM (SELECT year, count(*) AS n FROM published WHERE year IS NOT NULL GROUP BY 1) AS x)
        AS years,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('parties', jsonb_build_array(one, other),
          'count', n) ORDER BY n DESC, one, other), '[]')
        FROM (SELECT a.party AS one, b.party AS other, count(*) AS n FROM taking a
          JOIN taking b ON b.agreement = a.agreement AND a.party < b.party
          GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ${maxPairs}) AS x) AS pairs`.execute(db);
  const [found] = rows;
  if (!found) throw new Error("A count gave no row.");
  return found;
}
