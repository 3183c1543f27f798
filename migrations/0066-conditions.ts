/** What the functions of 0066 ask of listings. It is not a migration, and frozen as they are. `w` is what is wanted. */
export const asked = `jsonb_to_record(wanted) AS x (q text, stage text, party text, area text, goal integer,
  language text, "createdFrom" date, "createdTo" date, "publishedFrom" date, "publishedTo" date,
  "onlyPublished" boolean, year integer, sort text, at timestamptz, id uuid, "changedUntil" timestamptz,
  "changedAfter" timestamptz, "maxRows" integer, "all" boolean, archived boolean, "of" text)`;

const zone = "(SELECT substr(v.name, 6) FROM listed_values v WHERE v.number = l.zone)";

/** From midnight of a day in the instrument's zone. The zone is looked up only for times within a day of it. */
const since = (column: string, day: string) => `(${day} IS NULL OR (
  ${column} >= ${day}::timestamp AT TIME ZONE 'UTC' - interval '1 day' AND (
    ${column} >= ${day}::timestamp AT TIME ZONE 'UTC' + interval '1 day'
    OR ${column} >= ${day}::timestamp AT TIME ZONE ${zone})))`;
const until = (column: string, day: string) => `(${day} IS NULL OR (
  ${column} < (${day} + 1)::timestamp AT TIME ZONE 'UTC' + interval '1 day' AND (
    ${column} < (${day} + 1)::timestamp AT TIME ZONE 'UTC' - interval '1 day'
    OR ${column} < (${day} + 1)::timestamp AT TIME ZONE ${zone})))`;

/** Whether a bit is set. A row's bits end with its highest. */
const has = (bit: string) =>
  `CASE WHEN length(l.facets) > (${bit} >> 3) THEN get_bit(l.facets, ${bit}) = 1 ELSE false END`;

export const filter = `(w.stage IS NULL OR l.stage = ANY (stages))
  AND (w.party IS NULL OR ${has("party_bit")}) AND (w.area IS NULL OR ${has("area_bit")})
  AND (w.goal IS NULL OR ${has("goal_bit")}) AND (w.language IS NULL OR ${has("language_bit")})
  AND ${since("l.created_at", 'w."createdFrom"')} AND ${until("l.created_at", 'w."createdTo"')}
  AND ${since("l.published_at", 'w."publishedFrom"')}
  AND ${until("l.published_at", 'w."publishedTo"')}
  AND (w.year IS NULL OR l.signed_on BETWEEN make_date(w.year, 1, 1) AND make_date(w.year, 12, 31))`;

/** What the policies let the principal see, and what the application says that the person may; mostly the same. */
export const visible = `(office OR (archivist AND l.stage = ANY (archive)) OR (l.stage <> draft AND ${has("own_bit")}))
  AND (is_same OR w."all" OR (w.archived AND l.stage = ANY (archive))
    OR (l.stage <> draft AND ${has("scope_bit")}))`;

export const bits = `stages bigint[] := ARRAY(SELECT number FROM listed_values
    WHERE name = 'stage:' || (wanted ->> 'stage')
      OR starts_with(name, 'stage:' || (wanted ->> 'stage') || '.'));
  party_bit bigint := listed_bit('party:' || (wanted ->> 'party'));
  area_bit bigint := listed_bit('area:' || (wanted ->> 'area'));
  goal_bit bigint := listed_bit('goal:' || (wanted ->> 'goal'));
  language_bit bigint := listed_bit('language:' || (wanted ->> 'language'));`;

export const principal = `office boolean := current_setting('role', true) = 'none'
    OR asks_for('legal-officer', 'secretariat', 'service');
  archivist boolean := asks_for('archivist');
  own_bit bigint := listed_bit('party:' || asking_party());
  scope_bit bigint := listed_bit('party:' || (wanted ->> 'of'));
  is_same boolean := (office, archivist, own_bit) IS NOT DISTINCT FROM
    ((wanted ->> 'all')::boolean, (wanted ->> 'archived')::boolean, scope_bit);
  archive bigint[] := ARRAY(SELECT number FROM listed_values
    WHERE name IN ('stage:sign.sealing', 'stage:sign.sealFailed', 'stage:publish'));
  draft bigint := coalesce(listed_bit('stage:draft.editing'), -1);`;
