import { type Kysely, sql } from "kysely";

const forced = (table: string) => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
  `REVOKE INSERT, UPDATE ON ${table} FROM depositary_api`,
];

/** A trigger's function. It works as the owner, because the writer of a row may not write what follows from it. */
const follow = (name: string, body: string) => `CREATE FUNCTION ${name}() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    ${body}
    RETURN NULL;
  END $$`;

/**
 * A count is a sum that one loop keeps, and the changes that it has not added yet. Acts only add changes, so none waits
 * for another, and sum and changes together are exact at any time.
 */
const tables = [
  // Of each party, and of all agreements under a party of ''.
  `CREATE TABLE stage_counts (party text, stage_name text, n bigint NOT NULL,
    PRIMARY KEY (party, stage_name))`,
  `CREATE TABLE stage_changes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    party text NOT NULL, stage_name text NOT NULL, n integer NOT NULL)`,
  "CREATE INDEX stage_changes_by_party ON stage_changes (party)",
  // Of the register: 'agreements', 'party:KZ', 'area:…', 'goal:…', 'year:2026', and 'pair:AE KZ' of parties.
  "CREATE TABLE register_counts (name text PRIMARY KEY, n bigint NOT NULL)",
  `CREATE TABLE register_changes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL, n integer NOT NULL)`,
  `INSERT INTO stage_counts SELECT party, stage_name, count(*)
    FROM agreements, unnest(ARRAY[''] || party_codes) AS party GROUP BY 1, 2`,
];

const partiesBy = (row: string, n: string) =>
  `SELECT party, ${row}.stage_name, ${n} FROM unnest(ARRAY[''] || ${row}.party_codes) AS party`;
const namesBy = (row: string, n: string) => `SELECT name, ${n} AS n
  FROM unnest(register_names(${row}.facets, ${row}.signed_on)) AS name
  WHERE ${row}.published_at IS NOT NULL`;
const counted = (row: string) =>
  `(${row}.published_at IS NULL, ${row}.facets, extract(year FROM ${row}.signed_on))`;

const triggers = [
  follow(
    "count_new_agreement",
    `INSERT INTO stage_changes (party, stage_name, n) ${partiesBy("NEW", "1")};`,
  ),
  follow(
    "count_changed_agreement",
    `INSERT INTO stage_changes (party, stage_name, n)
      SELECT party, stage_name, sum(n) FROM (
        ${partiesBy("NEW", "1")} UNION ALL ${partiesBy("OLD", "-1")}) AS x (party, stage_name, n)
      GROUP BY 1, 2 HAVING sum(n) <> 0;`,
  ),
  `CREATE TRIGGER new_agreements_are_counted AFTER INSERT ON agreements
    FOR EACH ROW EXECUTE FUNCTION count_new_agreement()`,
  `CREATE TRIGGER changed_agreements_are_counted AFTER UPDATE ON agreements FOR EACH ROW
    WHEN ((OLD.stage_name, OLD.party_codes) IS DISTINCT FROM (NEW.stage_name, NEW.party_codes))
    EXECUTE FUNCTION count_changed_agreement()`,
  // What the register counts of an agreement. Each pair of its parties is one more.
  `CREATE FUNCTION register_names(facets bytea, signed_on date) RETURNS text[] LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH names AS MATERIALIZED (SELECT v.name FROM listed_values v
      WHERE CASE WHEN length(facets) > (v.number >> 3)
        THEN get_bit(facets, v.number) = 1 ELSE false END),
    codes AS MATERIALIZED (SELECT substr(name, 7) AS code FROM names
      WHERE starts_with(name, 'party:'))
    SELECT ARRAY(SELECT 'agreements' UNION ALL SELECT name FROM names
      WHERE NOT starts_with(name, 'language:')
      UNION ALL SELECT 'year:' || extract(year FROM signed_on) WHERE signed_on IS NOT NULL
      UNION ALL SELECT 'pair:' || a.code || ' ' || b.code FROM codes a JOIN codes b ON a.code < b.code) $$`,
  "REVOKE EXECUTE ON FUNCTION register_names(bytea, date) FROM PUBLIC",
  follow(
    "count_published",
    `INSERT INTO register_changes (name, n)
      SELECT name, sum(n) FROM (${namesBy("NEW", "1")} UNION ALL ${namesBy("OLD", "-1")}) AS x
      GROUP BY 1 HAVING sum(n) <> 0;`,
  ),
  `CREATE TRIGGER published_are_counted AFTER UPDATE ON listings FOR EACH ROW
    WHEN ((OLD.published_at IS NOT NULL OR NEW.published_at IS NOT NULL)
      AND ${counted("OLD")} IS DISTINCT FROM ${counted("NEW")})
    EXECUTE FUNCTION count_published()`,
  `INSERT INTO register_counts SELECT name, count(*)
    FROM listings l, unnest(register_names(l.facets, l.signed_on)) AS name
    WHERE l.published_at IS NOT NULL GROUP BY 1`,
];

const reading = [
  `CREATE VIEW register.counts AS SELECT name, sum(n)::integer AS n FROM (
      SELECT name, n FROM public.register_counts
      UNION ALL SELECT name, n FROM public.register_changes) AS x
    GROUP BY 1 HAVING sum(n) <> 0`,
  "GRANT SELECT ON register.counts TO depositary_public",
  // Adds changes to the sums, of which it removes them; none while another process does it, or while there are few.
  `CREATE FUNCTION add_changes(at_least integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    DECLARE added integer := 0; more integer;
    BEGIN
      IF NOT pg_try_advisory_xact_lock(69629167) THEN RETURN 0; END IF;
      IF (SELECT count(*) FROM (SELECT FROM stage_changes LIMIT at_least) AS x) >= at_least THEN
        WITH gone AS (DELETE FROM stage_changes RETURNING party, stage_name, n),
        sums AS (INSERT INTO stage_counts AS c
          SELECT party, stage_name, sum(n) FROM gone GROUP BY 1, 2
          ON CONFLICT (party, stage_name) DO UPDATE SET n = c.n + excluded.n)
        SELECT count(*) INTO added FROM gone;
      END IF;
      IF (SELECT count(*) FROM (SELECT FROM register_changes LIMIT at_least) AS x) >= at_least THEN
        WITH gone AS (DELETE FROM register_changes RETURNING name, n),
        sums AS (INSERT INTO register_counts AS c SELECT name, sum(n) FROM gone GROUP BY 1
          ON CONFLICT (name) DO UPDATE SET n = c.n + excluded.n)
        SELECT count(*) INTO more FROM gone;
        added := added + more;
      END IF;
      RETURN added;
    END $$`,
  "REVOKE EXECUTE ON FUNCTION add_changes(integer) FROM PUBLIC",
  "GRANT EXECUTE ON FUNCTION add_changes(integer) TO depositary_api",
  // Counts without a filter, or of a party: from the sums. Others look at all listings.
  "ALTER FUNCTION count_listed(jsonb) RENAME TO count_listings",
  "REVOKE EXECUTE ON FUNCTION count_listings(jsonb) FROM depositary_api",
  `CREATE FUNCTION count_listed(wanted jsonb) RETURNS TABLE (stage_name text, count integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20 SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE
      office boolean := current_setting('role', true) = 'none'
        OR asks_for('legal-officer', 'secretariat', 'service');
      sees_all boolean := (wanted ->> 'all')::boolean;
      sees_archive boolean := (wanted ->> 'archived')::boolean;
      own text := wanted ->> 'of';
      in_stage text := wanted ->> 'stage';
      asked_party text := wanted ->> 'party';
      is_own boolean := (sees_all, sees_archive, own)
        IS NOT DISTINCT FROM (false, asks_for('archivist'), asking_party());
    BEGIN
      IF wanted - ARRAY['stage', 'party', 'all', 'archived', 'of'] <> '{}' OR NOT (office OR is_own)
        OR (asked_party IS NOT NULL AND own IS NOT NULL AND NOT sees_all) THEN
        RETURN QUERY SELECT * FROM count_listings(wanted);
        RETURN;
      END IF;
      RETURN QUERY SELECT c.stage_name, sum(c.n)::integer FROM (
          SELECT party, stage_name, n FROM stage_counts
          UNION ALL SELECT party, stage_name, n FROM stage_changes) AS c
        WHERE c.party IN (coalesce(asked_party, ''), own) AND CASE
          WHEN sees_all OR (sees_archive
            AND c.stage_name IN ('sign.sealing', 'sign.sealFailed', 'publish'))
          THEN c.party = coalesce(asked_party, '')
          ELSE c.party = own AND c.stage_name <> 'draft.editing' END
          AND (in_stage IS NULL OR c.stage_name = in_stage OR starts_with(c.stage_name, in_stage || '.'))
        GROUP BY 1 HAVING sum(c.n) <> 0;
    END $$`,
  "REVOKE EXECUTE ON FUNCTION count_listed(jsonb) FROM PUBLIC",
  "GRANT EXECUTE ON FUNCTION count_listed(jsonb) TO depositary_api",
];

/** Keeps the counts that everyone asks for: by stage, of each party; and those of the register. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const kept = ["stage_counts", "stage_changes", "register_counts", "register_changes"];
  for (const statement of [...tables, ...triggers, ...kept.flatMap(forced), ...reading])
    await sql.raw(statement).execute(db);
}
