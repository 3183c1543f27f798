import { type Kysely, sql } from "kysely";

const archived = "('sign.sealing', 'sign.sealFailed', 'publish')";

const asked = `jsonb_to_record(wanted) AS x (q text, stage text, party text, area text, goal integer,
  language text, "createdFrom" date, "createdTo" date, "publishedFrom" date, "publishedTo" date,
  year integer, sort text, at timestamptz, id uuid, "changedUntil" timestamptz,
  "changedAfter" timestamptz, "maxRows" integer, "all" boolean, archived boolean, "of" text)`;

/** From midnight of a day in the instrument's zone. The zone is computed only for times within a day of it. */
const since = (column: string, day: string) => `(${day} IS NULL OR (
  ${column} >= ${day}::timestamp AT TIME ZONE 'UTC' - interval '1 day' AND (
    ${column} >= ${day}::timestamp AT TIME ZONE 'UTC' + interval '1 day'
    OR ${column} >= ${day}::timestamp AT TIME ZONE l.zone)))`;
const until = (column: string, day: string) => `(${day} IS NULL OR (
  ${column} < (${day} + 1)::timestamp AT TIME ZONE 'UTC' + interval '1 day' AND (
    ${column} < (${day} + 1)::timestamp AT TIME ZONE 'UTC' - interval '1 day'
    OR ${column} < (${day} + 1)::timestamp AT TIME ZONE l.zone)))`;

/** A time as no index has it: see `isFound`. */
const unindexed = (column: string) => `(l.${column} + interval '0')`;

const filterOf = (
  created: string,
  posted: string,
) => `(w.stage IS NULL OR l.stage_name = w.stage OR starts_with(l.stage_name, w.stage || '.'))
  AND (w.party IS NULL OR w.party = ANY (l.party_codes))
  AND (w.area IS NULL OR w.area = ANY (l.areas))
  AND (w.goal IS NULL OR w.goal = ANY (l.goals))
  AND (w.language IS NULL OR w.language = ANY (l.languages))
  AND ${since(created, 'w."createdFrom"')} AND ${until(created, 'w."createdTo"')}
  AND ${since(posted, 'w."publishedFrom"')} AND ${until(posted, 'w."publishedTo"')}
  AND (w.year IS NULL OR l.signed_on BETWEEN make_date(w.year, 1, 1) AND make_date(w.year, 12, 31))
  AND (w."changedUntil" IS NULL OR l.updated_at <= w."changedUntil")
  AND (w."changedAfter" IS NULL OR l.updated_at > w."changedAfter")`;

/** Twice: what the policies let the principal see, and what the application says that the person may. */
const visible = `(office OR (archivist AND l.stage_name IN ${archived})
    OR (l.stage_name <> 'draft.editing' AND party = ANY (l.party_codes)))
  AND (w."all" OR (w.archived AND l.stage_name IN ${archived})
    OR (l.stage_name <> 'draft.editing' AND w."of" = ANY (l.party_codes)))`;
const published = (isSearch: boolean) =>
  isSearch ? `${unindexed("published_at")} IS NOT NULL` : "l.published_at IS NOT NULL";

/**
 * What the words find. No other index may be used, because to read the words of each row would take a hundred times
 * longer. Pairs of letters find too much in scripts without spaces: there the text itself is looked at.
 */
const isFound = `l.words @@ query AND (cardinality(runs) = 0 OR EXISTS (
  SELECT FROM search_texts s WHERE s.agreement = l.agreement AND s.words @@ words_asked(w.q)
    AND NOT EXISTS (SELECT FROM unnest(runs) AS run
      WHERE position(run IN coalesce(s.folded, '')) = 0)))`;
const wantedOf = (isSearch: boolean, isSeen: string) =>
  isSearch
    ? `${isSeen} AND ${isFound} AND ${filterOf(unindexed("created_at"), unindexed("published_at"))}`
    : `${isSeen} AND ${filterOf("l.created_at", "l.published_at")}`;

const pageOf = (
  column: string,
  from: string,
  isWanted: string,
  place = `l.${column}`,
) => `RETURN QUERY
  SELECT l.agreement, l.${column} FROM ${from}
  WHERE ${isWanted} AND (w.at IS NULL OR (${place}, l.agreement) < (w.at, w.id))
  ORDER BY ${place} DESC, l.agreement DESC LIMIT w."maxRows";`;

/**
 * A page of places. With a filter all listings are read and then put in order: in the order of an index, a filter that
 * selects little takes six times longer.
 */
const page = (column: string, isWanted: string, isSearch: boolean) => {
  if (isSearch) return pageOf(column, "listings l", isWanted, unindexed(column));
  const all = `(SELECT * FROM listings l WHERE ${isWanted} OFFSET 0) AS l`;
  return `IF wanted - ARRAY['sort', 'at', 'id', 'asOf', 'maxRows', 'all', 'archived', 'of'] <> '{}'
    THEN ${pageOf(column, all, "true")} ELSE ${pageOf(column, "listings l", isWanted)} END IF;`;
};

const pages = (isSearch: boolean) => `IF w.sort = 'updated'
  THEN ${page("updated_at", wantedOf(isSearch, visible), isSearch)}
  ELSE ${page("created_at", wantedOf(isSearch, visible), isSearch)} END IF;`;
const publishedPage = (isSearch: boolean) =>
  page("published_at", wantedOf(isSearch, published(isSearch)), isSearch);
const counts = (isSearch: boolean) => `RETURN QUERY
  SELECT l.stage_name, count(*)::integer FROM listings l
  WHERE ${wantedOf(isSearch, visible)} GROUP BY 1;`;

const principal = `office boolean := current_setting('role', true) = 'none'
    OR asks_for('legal-officer', 'secretariat', 'service');
  archivist boolean := asks_for('archivist');
  party text := asking_party();`;
const words = `query tsquery := words_asked_in_any(wanted ->> 'q');
  runs text[] := coalesce(runs_asked(wanted ->> 'q'), '{}');`;

/**
 * A function that reads listings as their owner, for whom words use their index, and returns only what the principal
 * may see. It is planned with the values, because most filters are absent.
 */
function reads(
  name: string,
  returns: string,
  body: (isSearch: boolean) => string,
  isSearch: boolean,
) {
  const role = name.startsWith("register.") ? "depositary_public" : "depositary_api";
  return [
    `CREATE FUNCTION ${name}(wanted jsonb) RETURNS TABLE (${returns})
      LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public, pg_temp
      SET plan_cache_mode = force_custom_plan
      ${isSearch ? "SET enable_seqscan = off SET enable_indexscan = off" : ""} AS $$
      #variable_conflict use_column
      DECLARE w record; ${role === "depositary_api" ? principal : ""} ${isSearch ? words : ""}
      BEGIN SELECT * INTO w FROM ${asked}; ${body(isSearch)} END $$`,
    `REVOKE EXECUTE ON FUNCTION ${name}(jsonb) FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION ${name}(jsonb) TO ${role}`,
  ];
}

const place = "agreement uuid, place timestamptz";
const count = "stage_name text, count integer";

const statements = [
  ...reads("find_listed", place, pages, false),
  ...reads("search_listed", place, pages, true),
  ...reads("count_listed", count, counts, false),
  ...reads("count_searched", count, counts, true),
  ...reads("register.find_listed", place, publishedPage, false),
  ...reads("register.search_listed", place, publishedPage, true),
  // As the previous release calls them, while its processes are replaced.
  `CREATE OR REPLACE FUNCTION find_words(asked text) RETURNS SETOF uuid LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT agreement FROM search_listed(jsonb_build_object('q', asked, 'all', true)) $$`,
  `CREATE OR REPLACE FUNCTION register.find_words(asked text) RETURNS SETOF uuid LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT agreement FROM register.search_listed(jsonb_build_object('q', asked)) $$`,
];

/** Lists, counts and searches listings within the database. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
