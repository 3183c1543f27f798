import { sql } from "kysely";
import type { Filter } from "#src/agreements/read/listed.ts";
import type { Person } from "#src/people/person.ts";
import { copyAgreement } from "#tests/bench/reading/fill.ts";
import type { Office } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";

/** More than lists look at along an index, and several blocks of words. */
const count = 3300;
export const stages = ["draft.editing", "review.circulated", "sign.open", "lapsed", "publish"];

/** An agreement as its rows say, to be judged one by one. */
export type Row = {
  id: string;
  stage: string;
  parties: string[];
  areas: string[];
  goals: number[];
  languages: string[];
  created: number;
  updated: number;
  published: number | null;
  /** The words that only some texts have. */
  words: string[];
};

/** Fills the office with agreements that are unlike each other, and returns them to be judged. */
export async function scatteredAgreements(office: Office): Promise<Row[]> {
  await copyAgreement(office.db, await draft(office), {
    count,
    textLength: 200,
    stages,
    parties: [
      ...[
        ["KR", "KZ"],
        ["KR", "AE"],
        ["KR", "US"],
        ["KR", "KZ", "HUB"],
        ["KR", "AE"],
      ],
      ...[
        ["KR", "KZ", "US"],
        ["KR", "AE", "KZ"],
      ],
    ],
  });
  await scatter(office);
  return readRows(office);
}

/** Makes the rows as unlike each other as an office's: other orders by each time, and words of every frequency. */
async function scatter({ db }: Office): Promise<void> {
  for (const statement of [
    sql`CREATE TEMPORARY TABLE scattered AS SELECT id,
        row_number() OVER (ORDER BY md5(id::text)) AS n, row_number() OVER (ORDER BY created_at) AS age
      FROM agreements`,
    // Many at the very same time, some of every block the newest, the lapsed ones long ago, and texts of the oldest with a
    // word of their own.
    sql`UPDATE agreements a SET created_at = CASE WHEN n % 100 = 0 THEN '2025-01-01'::timestamptz
          WHEN n % 50 = 0 THEN now() + n * interval '1 minute' ELSE a.created_at END,
        updated_at = CASE WHEN stage_name = 'lapsed' THEN '2024-01-01'::timestamptz + n * interval '1 minute'
          ELSE '2026-02-01'::timestamptz + n / 100 * interval '1 minute' END,
        areas = CASE WHEN n % 3 = 0 THEN '{peer-learning}'::text[] ELSE '{}' END,
        goals = CASE WHEN n % 25 = 0 THEN '{16,17}'::integer[] ELSE '{16}' END,
        languages = CASE WHEN n % 7 = 0 THEN '{en}'::text[] ELSE '{en,ru,ar}' END
      FROM scattered s WHERE s.id = a.id`,
    sql`UPDATE search_texts t SET words = words || array_to_tsvector(array_remove(ARRAY['often' || n % 2,
        'some' || n % 12, 'few' || n % 400, CASE WHEN age < 900 THEN 'olden' END], NULL))
      FROM scattered s WHERE s.id = t.agreement AND t.language = 'en'`,
    sql`SELECT list_words(array_agg(id)) FROM scattered`,
    sql`DROP TABLE scattered`,
    sql`VACUUM ANALYZE`,
  ]) {
    await statement.execute(db);
  }
}

async function readRows({ db }: Office): Promise<Row[]> {
  const { rows } = await sql<Row>`SELECT a.id, a.stage_name AS stage, a.party_codes AS parties,
      a.areas, a.goals, a.languages, extract(epoch FROM a.created_at)::float8 * 1000 AS created,
      extract(epoch FROM a.updated_at)::float8 * 1000 AS updated,
      extract(epoch FROM p.at)::float8 * 1000 AS published,
      ARRAY(SELECT w FROM search_texts s, unnest(tsvector_to_array(s.words)) AS w
        WHERE s.agreement = a.id AND w ~ '^(agreement|often|some|few|olden)') AS words
    FROM agreements a LEFT JOIN publications p ON p.agreement = a.id`.execute(db);
  return rows;
}

const day = (text: string, days = 0) => Date.parse(`${text}T00:00:00Z`) + days * 86_400_000;

/** Whether the filter selects a row. Days are those of the zone, which is UTC here. */
export const selects = (filter: Filter) => (row: Row) =>
  (filter.stage === undefined ||
    row.stage === filter.stage ||
    row.stage.startsWith(`${filter.stage}.`)) &&
  (filter.party === undefined || row.parties.includes(filter.party)) &&
  (filter.area === undefined || row.areas.includes(filter.area)) &&
  (filter.goal === undefined || row.goals.includes(filter.goal)) &&
  (filter.language === undefined || row.languages.includes(filter.language)) &&
  (filter.createdFrom === undefined || row.created >= day(filter.createdFrom)) &&
  (filter.createdTo === undefined || row.created < day(filter.createdTo, 1)) &&
  (filter.publishedFrom === undefined ||
    (row.published !== null && row.published >= day(filter.publishedFrom))) &&
  (filter.q === undefined || row.words.some((word) => word.startsWith(filter.q as string)));

export const sees = ({ roles, party }: Person) => {
  return (row: Row) =>
    roles.includes("legal-officer") ||
    (roles.includes("archivist") && row.stage === "publish") ||
    (party !== null && row.stage !== "draft.editing" && row.parties.includes(party));
};

/** The ids by a time, the latest first, and by id where times are the same. */
export const ordered = (found: Row[], place: (row: Row) => number) =>
  found.toSorted((a, b) => place(b) - place(a) || (a.id < b.id ? 1 : -1)).map(({ id }) => id);
