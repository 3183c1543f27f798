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

/** Counts published agreements, in total and by kind, from counts that are kept. One query. */
export async function countRegister(db: Db): Promise<RegisterStatistics> {
  const { rows } = await sql<RegisterStatistics>`
    WITH counted AS MATERIALIZED (
      SELECT split_part(name, ':', 1) AS kind, split_part(name, ':', 2) AS value, n
      FROM register.counts)
    SELECT coalesce((SELECT n FROM counted WHERE kind = 'agreements'), 0) AS agreements,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', value, 'names', names, 'count', n)
          ORDER BY n DESC, value), '[]')
        FROM counted JOIN parties ON code = value WHERE counted.kind = 'party') AS parties,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('area', value, 'count', n)
          ORDER BY n DESC, value), '[]') FROM counted WHERE kind = 'area') AS areas,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('goal', value::integer, 'count', n)
          ORDER BY value::integer), '[]') FROM counted WHERE kind = 'goal') AS goals,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('year', value::integer, 'count', n)
          ORDER BY value::integer), '[]') FROM counted WHERE kind = 'year') AS years,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('parties', string_to_array(value, ' '),
          'count', n) ORDER BY n DESC, value), '[]')
        FROM (SELECT value, n FROM counted WHERE kind = 'pair'
          ORDER BY n DESC, value LIMIT ${maxPairs}) AS x) AS pairs`.execute(db);
  const [found] = rows;
  if (!found) throw new Error("A count gave no row.");
  return found;
}
