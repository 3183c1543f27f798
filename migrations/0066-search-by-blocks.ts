import { type Kysely, sql } from "kysely";
import { asked, bits, filter, principal, visible } from "./0066-conditions.ts";

const isSeen = `(CASE WHEN w."onlyPublished" THEN l.published_at IS NOT NULL ELSE ${visible} END)`;

/** Pairs of letters find too much in scripts without spaces: there the text itself is looked at. */
const inText = `(cardinality(runs) = 0 OR EXISTS (
  SELECT FROM search_texts s WHERE s.agreement = l.agreement AND s.words @@ words_asked(w.q)
    AND NOT EXISTS (SELECT FROM unnest(runs) AS run
      WHERE position(run IN coalesce(s.folded, '')) = 0)))`;
const words = `query tsquery := words_asked_in_any(wanted ->> 'q');
  runs text[] := coalesce(runs_asked(wanted ->> 'q'), '{}');`;

/** How many blocks are searched, and about how many agreements looked at, by one statement. */
const maxBlocks = 32;
const maxLooked = 2000;
/** A count ends when it has looked at this many, and this part of `enough` has been found. */
const lookedEnough = 2;
const foundEnough = 5;

/**
 * What the words find of what the principal may see and the filter selects, from the newest block to the oldest. It
 * ends, with a row of nulls, when it has `enough` that are newer than all blocks which it has not read; if `enough` is
 * null it returns all. To `count` it also ends when it has looked at twice `enough` and found a fifth of it. The fewer a
 * block has, the more blocks are read at once, each with a query of its own.
 */
const inBlocks = `CREATE FUNCTION search_blocks(wanted jsonb, enough integer, is_count boolean DEFAULT false)
  RETURNS TABLE (agreement uuid, created_at timestamptz, stage integer)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1000 SET search_path = public, pg_temp
  SET max_parallel_workers_per_gather = 0
    SET plan_cache_mode = force_custom_plan SET enable_seqscan = off
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_memoize = off AS $$
  #variable_conflict use_column
  DECLARE w record; ${bits} ${principal} ${words}
    asked text; blocks integer[]; nexts timestamptz[]; first integer := 1; last integer;
    size integer := 1; within tsquery[]; met uuid[]; looked integer := 0; ids uuid[]; times timestamptz[]; in_stages integer[];
    found integer := 0; taken integer := 0;
  BEGIN
    SELECT * INTO w FROM ${asked};
    IF query IS NULL THEN RETURN; END IF;
    asked := array_to_string('(' || query::text || ')' || ARRAY(
      SELECT quote_literal(name) FROM unnest(ARRAY['party:' || w.party, 'area:' || w.area,
        'goal:' || w.goal, 'language:' || w.language,
        CASE WHEN NOT office AND NOT archivist AND w."onlyPublished" IS NOT TRUE
          THEN 'party:' || asking_party() END]) AS name
      WHERE name IS NOT NULL), ' & ');
    WITH RECURSIVE numbers AS (
      (SELECT k.block FROM listing_words k ORDER BY k.block DESC LIMIT 1)
      UNION ALL SELECT (SELECT k.block FROM listing_words k WHERE k.block < n.block
          ORDER BY k.block DESC LIMIT 1) FROM numbers n WHERE n.block IS NOT NULL),
    spans AS (SELECT n.block,
        (SELECT k.created_at FROM listing_words k WHERE k.block = n.block
          ORDER BY k.created_at DESC LIMIT 1) AS newest,
        (SELECT k.created_at FROM listing_words k WHERE k.block = n.block
          ORDER BY k.created_at LIMIT 1) AS oldest
      FROM numbers n WHERE n.block IS NOT NULL),
    ordered AS (SELECT block, newest, lead(newest) OVER (ORDER BY newest DESC, block DESC) AS next
      FROM spans
      WHERE (w.at IS NULL OR oldest <= w.at)
        AND (w."createdFrom" IS NULL
          OR newest >= w."createdFrom"::timestamp AT TIME ZONE 'UTC' - interval '1 day')
        AND (w."createdTo" IS NULL
          OR oldest < w."createdTo"::timestamp AT TIME ZONE 'UTC' + interval '2 days'))
    SELECT array_agg(block ORDER BY newest DESC, block DESC),
        array_agg(next ORDER BY newest DESC, block DESC)
      INTO blocks, nexts FROM ordered;
    WHILE first <= cardinality(blocks) LOOP
      last := least(first + size - 1, cardinality(blocks));
      within := ARRAY(SELECT
          regexp_replace(asked, '''([^'']+)''', '''' || block || '/\\1''', 'g')::tsquery
        FROM unnest(blocks[first:last]) AS block);
      met := ARRAY(SELECT k.agreement FROM listing_words k
        WHERE words_in_block(k.block, k.names, k.words) @@ ANY (within));
      SELECT array_agg(l.agreement), array_agg(l.created_at), array_agg(l.stage)
        INTO ids, times, in_stages
        FROM unnest(met) AS k (agreement) JOIN listings l ON l.agreement = k.agreement
        WHERE ${isSeen} AND ${inText} AND ${filter}
          AND (w.at IS NULL OR (l.created_at, l.agreement) < (w.at, w.id));
      RETURN QUERY SELECT * FROM unnest(ids, times, in_stages);
      taken := taken + (SELECT count(*) FROM unnest(times) AS t (at)
        WHERE nexts[last] IS NULL OR t.at > nexts[last]);
      found := found + coalesce(cardinality(ids), 0);
      looked := looked + cardinality(met);
      IF last < cardinality(blocks) AND (taken >= enough OR (is_count
          AND looked >= enough::bigint * ${lookedEnough} AND found >= enough / ${foundEnough})) THEN
        RETURN QUERY SELECT NULL::uuid, NULL::timestamptz, NULL::integer;
        RETURN;
      END IF;
      size := CASE WHEN looked = 0 THEN size * 2
        ELSE least(${maxLooked} * last / looked, (enough - taken)::bigint * last / nullif(found, 0)) + 1 END;
      size := least(greatest(size, 1), ${maxBlocks});
      first := last + 1;
    END LOOP;
  END $$`;

const newest = `RETURN QUERY SELECT f.agreement, f.created_at FROM search_blocks(inside, w."maxRows") AS f
    WHERE f.agreement IS NOT NULL
    ORDER BY f.created_at DESC, f.agreement DESC LIMIT w."maxRows";`;

/** A word is common if this many of a block have it; then at most `tries` texts are looked at in the order of the list. */
const common = 30;
const tries = 600;
/** How many rows are looked at in the order of the list. */
const depth = 2000;

type Order = {
  /** A table `walked` of what comes first in the order: `id` and `at`, at most `deep` rows. */
  walked: string;
  /** The table of the order's column, and the column. */
  table: string;
  key: string;
  column: string;
};

/**
 * A page in another order than that of the blocks. A common word is looked for along the order. A rare one is found,
 * and then sorted. What is later than `reached` is complete; times alone are compared, so what is as old comes with the
 * rest.
 */
const sorted = ({ walked, table, key, column }: Order) => `reached := 'infinity';
  -- All of it if it has no row of nulls.
  IF w."maxRows" IS NOT NULL THEN
    found := ARRAY(SELECT f.agreement FROM search_blocks(inside - 'at' - 'id', 1) AS f);
    is_all := array_position(found, NULL) IS NULL;
  END IF;
  IF w."maxRows" IS NULL OR (NOT is_all AND cardinality(found) > ${common}) THEN
    IF w."maxRows" IS NOT NULL THEN tries := ${tries}; END IF;
    FOREACH deep IN ARRAY CASE WHEN w."maxRows" IS NULL THEN ARRAY[NULL::integer]
      ELSE ARRAY[w."maxRows" * 4, ${depth}] END
    LOOP
    WITH walked AS MATERIALIZED (${walked}),
    seen AS MATERIALIZED (
      SELECT a.id, a.at FROM walked a JOIN listings l ON l.agreement = a.id
      WHERE ${isSeen} AND ${filter} ORDER BY a.at DESC, a.id DESC LIMIT tries),
    cut AS MATERIALIZED (SELECT greatest((SELECT CASE WHEN count(*) = deep THEN min(at) END FROM walked),
      (SELECT CASE WHEN count(*) = tries THEN min(at) END FROM seen)) AS at)
    SELECT (SELECT at FROM cut), array_agg(p.agreement), array_agg(p.at) INTO reached, ids, places
    FROM (SELECT l.agreement, l.at FROM (
        SELECT id AS agreement, at FROM seen WHERE coalesce(at > (SELECT at FROM cut), true)
        ORDER BY at DESC, id DESC OFFSET 0) AS l
      WHERE (SELECT k.words @@ query FROM listing_words k WHERE k.agreement = l.agreement)
        AND ${inText}
      LIMIT w."maxRows") AS p;
      taken := coalesce(cardinality(ids), 0);
      EXIT WHEN reached IS NULL OR taken >= w."maxRows";
    END LOOP;
    RETURN QUERY SELECT * FROM unnest(ids, places);
    IF reached IS NULL OR taken >= w."maxRows" THEN RETURN; END IF;
  END IF;
  IF is_all IS NOT TRUE THEN
    found := ARRAY(SELECT f.agreement FROM search_blocks(inside - 'at' - 'id', NULL) AS f);
  END IF;
  RETURN QUERY SELECT t.${key}, t.${column} FROM unnest(found) AS i (id) JOIN ${table} t ON t.${key} = i.id
    WHERE (w.at IS NULL OR (t.${column}, t.${key}) < (w.at, w.id)) AND t.${column} <= reached
      AND (w."changedUntil" IS NULL OR t.${column} <= w."changedUntil")
    ORDER BY t.${column} DESC, t.${key} DESC LIMIT w."maxRows" - taken;`;

const byLastAct = sorted({
  walked: `SELECT a.id, a.at FROM unnest(in_stages) AS s (name) CROSS JOIN LATERAL (
      SELECT x.id, x.updated_at AS at FROM agreements x WHERE x.stage_name = s.name
        AND (w.at IS NULL OR (x.updated_at, x.id) < (w.at, w.id))
        AND (w."changedUntil" IS NULL OR x.updated_at <= w."changedUntil")
        AND (w."changedAfter" IS NULL OR x.updated_at > w."changedAfter")
      ORDER BY x.updated_at DESC, x.id DESC LIMIT deep) AS a
    ORDER BY a.at DESC, a.id DESC LIMIT deep`,
  table: "agreements",
  key: "id",
  column: "updated_at",
});
const byPublication = sorted({
  walked: `SELECT l.agreement AS id, l.published_at AS at FROM listings l
      WHERE l.published_at IS NOT NULL
        AND (w.at IS NULL OR (l.published_at, l.agreement) < (w.at, w.id))
      ORDER BY l.published_at DESC, l.agreement DESC LIMIT deep`,
  table: "listings",
  key: "agreement",
  column: "published_at",
});

const pages = `IF w.sort = 'updated' OR w."changedAfter" IS NOT NULL THEN
    ${byLastAct}
  ELSE ${newest} END IF;`;

/** How many are counted of what the words find; then the count ends with the block. */
const counted = 5000;

const counts = `RETURN QUERY WITH f AS MATERIALIZED (
      SELECT stage, count(*)::integer AS n FROM search_blocks(inside, w."maxRows", true) GROUP BY 1)
    SELECT substr(v.name, 7), f.n, NOT EXISTS (SELECT FROM f WHERE stage IS NULL)
    FROM f JOIN listed_values v ON v.number = f.stage;`;

const sorting = `ids uuid[]; found uuid[]; is_all boolean; places timestamptz[]; reached timestamptz; deep integer; tries integer;
  taken integer := 0;`;
const inStages = `in_stages text[] := ARRAY(SELECT substr(v.name, 7) FROM listed_values v
    WHERE starts_with(v.name, 'stage:') AND (wanted ->> 'stage' IS NULL OR v.number = ANY (stages))
      AND (office OR (archivist AND v.number = ANY (archive))
        OR (own_bit IS NOT NULL AND v.number <> draft)));`;
const inside = (isPublic: boolean) => `inside jsonb := wanted || '{"onlyPublished": ${isPublic}}';`;

/** As in 0066-lists-by-walking. */
const reads = (name: string, returns: string, declared: string, body: string) =>
  `CREATE OR REPLACE FUNCTION ${name}(wanted jsonb) RETURNS TABLE (${returns})
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public, pg_temp
    SET max_parallel_workers_per_gather = 0
    SET plan_cache_mode = force_custom_plan AS $$
    #variable_conflict use_column
    DECLARE w record; ${declared}
    BEGIN
      wanted := inside;
      SELECT * INTO w FROM ${asked};
      ${body}
    END $$`;

const place = "agreement uuid, place timestamptz";
const all = `${bits} ${principal} ${words} ${sorting}`;

const statements = [
  inBlocks,
  "REVOKE EXECUTE ON FUNCTION search_blocks(jsonb, integer, boolean) FROM PUBLIC",
  reads("search_listed", place, `${inside(false)} ${all} ${inStages}`, pages),
  reads("register.search_listed", place, `${inside(true)} ${all}`, byPublication),
  reads(
    "count_found",
    "stage_name text, count integer, is_complete boolean",
    inside(false),
    `w."maxRows" := coalesce(w."maxRows", ${counted}); ${counts}`,
  ),
  "REVOKE EXECUTE ON FUNCTION count_found(jsonb) FROM PUBLIC",
  "GRANT EXECUTE ON FUNCTION count_found(jsonb) TO depositary_api",
  // As the previous release counts, while its processes are replaced.
  `CREATE OR REPLACE FUNCTION count_searched(wanted jsonb)
    RETURNS TABLE (stage_name text, count integer) LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    SELECT stage_name, count FROM count_found(wanted || '{"maxRows": 2000000000}') $$`,
];

/** Searches words a block of agreements at a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
