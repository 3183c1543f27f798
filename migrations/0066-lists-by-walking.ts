import { type Kysely, sql } from "kysely";
import { asked, bits, filter, principal, visible } from "./0066-conditions.ts";

const published = "l.published_at IS NOT NULL";

/** How many listings are looked at in the order of the list before all of them are. */
const depth = 2000;

/**
 * A page in the order of an index of listings. A filter that selects much fills it from the first few. Else all
 * listings are read and put in order: in the order of the index that would take six times longer.
 */
const page = (column: string, isSeen: string) => {
  const order = `ORDER BY l.${column} DESC, l.agreement DESC`;
  const after = (at: string, id: string) =>
    `(${at} IS NULL OR (l.${column}, l.agreement) < (${at}, ${id}))`;
  const known = `l.${column} IS NOT NULL`;
  return `SELECT l.${column} AS at, l.agreement AS id INTO deepest FROM listings l
      WHERE ${known} AND ${after("w.at", "w.id")} ${order} OFFSET ${depth - 1} LIMIT 1;
    RETURN QUERY SELECT l.agreement, l.${column} FROM (
        SELECT * FROM listings l WHERE ${known} AND ${after("w.at", "w.id")} ${order} LIMIT ${depth}
      ) AS l WHERE ${isSeen} AND ${filter} ${order} LIMIT w."maxRows";
    GET DIAGNOSTICS taken = ROW_COUNT;
    IF deepest.id IS NULL OR taken >= w."maxRows" THEN RETURN; END IF;
    RETURN QUERY SELECT l.agreement, l.${column} FROM (
        SELECT * FROM listings l WHERE ${known} AND ${isSeen} AND ${filter}
          AND ${after("deepest.at", "deepest.id")} OFFSET 0
      ) AS l ${order} LIMIT w."maxRows" - taken;`;
};

/**
 * The newest by last act, from each stage that can be in the list, and how far that goes: what is later than \`reached\`
 * is complete. Times alone are compared, so what is as old as it comes with the rest.
 */
const walked = `WITH walked AS MATERIALIZED (
    SELECT a.id, a.updated_at FROM unnest(names) AS s (name) CROSS JOIN LATERAL (
      SELECT x.id, x.updated_at FROM agreements x WHERE x.stage_name = s.name
        AND (w.at IS NULL OR (x.updated_at, x.id) < (w.at, w.id))
        AND (w."changedUntil" IS NULL OR x.updated_at <= w."changedUntil")
        AND (w."changedAfter" IS NULL OR x.updated_at > w."changedAfter")
      ORDER BY x.updated_at DESC, x.id DESC LIMIT deep) AS a
    ORDER BY a.updated_at DESC, a.id DESC LIMIT deep),
  cut AS MATERIALIZED (SELECT CASE WHEN count(*) = deep THEN min(updated_at) END AS at FROM walked),
  seen AS MATERIALIZED (
    SELECT a.id, a.updated_at FROM walked a JOIN listings l ON l.agreement = a.id
    WHERE ${visible} AND ${filter} ORDER BY a.updated_at DESC, a.id DESC)`;

const updated = `FOREACH deep IN ARRAY CASE WHEN w."maxRows" IS NULL THEN ARRAY[NULL::integer]
    WHEN is_plain THEN ARRAY[w."maxRows" + 1] ELSE ARRAY[w."maxRows" * 4, ${depth}] END
  LOOP
  ${walked}
    SELECT (SELECT at FROM cut), array_agg(p.id), array_agg(p.updated_at) INTO reached, ids, places
    FROM (SELECT * FROM seen WHERE coalesce(updated_at > (SELECT at FROM cut), true)
      ORDER BY updated_at DESC, id DESC LIMIT w."maxRows") AS p;
    taken := coalesce(cardinality(ids), 0);
    EXIT WHEN reached IS NULL OR taken >= w."maxRows";
  END LOOP;
  RETURN QUERY SELECT * FROM unnest(ids, places);
  IF reached IS NULL OR taken >= w."maxRows" THEN RETURN; END IF;
  ids := ARRAY(SELECT l.agreement FROM listings l WHERE ${visible} AND ${filter});
  RETURN QUERY SELECT a.id, a.updated_at FROM unnest(ids) AS i (id) JOIN agreements a ON a.id = i.id
    WHERE (w.at IS NULL OR (a.updated_at, a.id) < (w.at, w.id)) AND a.updated_at <= reached
      AND (w."changedUntil" IS NULL OR a.updated_at <= w."changedUntil")
    ORDER BY a.updated_at DESC, a.id DESC LIMIT w."maxRows" - taken;`;

const ordered = `IF w.sort = 'updated' OR w."changedAfter" IS NOT NULL THEN ${updated} ELSE ${page("created_at", visible)} END IF;`;

const counts = `RETURN QUERY SELECT substr(v.name, 7), c.n FROM (
    SELECT l.stage, count(*)::integer AS n FROM listings l WHERE ${visible} AND ${filter} GROUP BY 1
  ) AS c JOIN listed_values v ON v.number = c.stage;`;

const paging = "taken integer := 0; deepest record;";
const ofUpdated = `ids uuid[]; places timestamptz[]; reached timestamptz; deep integer;
  names text[] := ARRAY(SELECT substr(v.name, 7) FROM listed_values v
    WHERE starts_with(v.name, 'stage:') AND (wanted ->> 'stage' IS NULL OR v.number = ANY (stages))
      AND (office OR (archivist AND v.number = ANY (archive))
        OR (own_bit IS NOT NULL AND v.number <> draft)));
  is_plain boolean := office AND is_same
    AND wanted - ARRAY['sort', 'stage', 'at', 'id', 'asOf', 'changedUntil', 'maxRows', 'all', 'archived', 'of'] = '{}';`;

/**
 * A function that reads listings as their owner, because only leakproof operators may use an index ahead of a policy. It
 * returns what the principal may see. It is planned with the values, because most filters are absent.
 */
const reads = (name: string, returns: string, declared: string, body: string) =>
  `CREATE OR REPLACE FUNCTION ${name}(wanted jsonb) RETURNS TABLE (${returns})
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public, pg_temp
    SET max_parallel_workers_per_gather = 0
    SET plan_cache_mode = force_custom_plan AS $$
    #variable_conflict use_column
    DECLARE w record; ${bits} ${declared}
    BEGIN SELECT * INTO w FROM ${asked}; ${body} END $$`;

const place = "agreement uuid, place timestamptz";

const statements = [
  // The number of a name; one that no row has if the name is new.
  `CREATE FUNCTION listed_bit(of text) RETURNS bigint LANGUAGE sql STABLE
    SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN of IS NOT NULL
      THEN coalesce((SELECT number FROM listed_values WHERE name = of), 2000000000) END $$`,
  "REVOKE EXECUTE ON FUNCTION listed_bit(text) FROM PUBLIC",
  reads("find_listed", place, `${principal} ${paging} ${ofUpdated}`, ordered),
  reads("count_listed", "stage_name text, count integer", principal, counts),
  reads("register.find_listed", place, paging, page("published_at", published)),
];

/** Lists in the order of an index as far as a page needs it, and reads all listings only for filters that select little. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
