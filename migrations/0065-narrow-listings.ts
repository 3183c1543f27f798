import { type Kysely, sql } from "kysely";

/** A trigger's function. It works as the owner, because the writer of a row may not write what follows from it. */
const follow = (name: string, body: string) => `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN ${body} END $$`;

const signedOn = (agreement: string, number: string) => `(
  SELECT max(coalesce(s.signed_on, (s.at AT TIME ZONE 'UTC')::date)) FROM signatures s
  WHERE s.agreement = ${agreement} AND s.number = ${number})`;

const facetsOf = (row: string) =>
  `facets_of(names_of(${row}.party_codes, ${row}.areas, ${row}.goals, ${row}.languages))`;
const zoneOf = (row: string) => `coalesce(${row}.terms ->> 'zone', 'UTC')`;
const named = (row: string) => `(${row}.party_codes, ${row}.areas, ${row}.goals, ${row}.languages)`;
const copied = (row: string) =>
  `(${row}.created_at, ${row}.stage_name, ${row}.party_codes, ${row}.areas, ${row}.goals,
    ${row}.languages, ${zoneOf(row)}, ${row}.text_version)`;

const words = (row: string) =>
  `names_of(${row}.party_codes, ${row}.areas, ${row}.goals, ${row}.languages)`;

/** What agreements are filtered by, as numbers: `party:KZ` is one, `stage:publish` another. */
const numbers = [
  `CREATE TABLE listed_values (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE
  )`,
  // A new value waits for a transaction that has just added the same one, and for nothing else.
  `CREATE FUNCTION listed_number(of text) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    DECLARE found_number integer;
    BEGIN
      LOOP
        SELECT number INTO found_number FROM listed_values WHERE name = of;
        IF found_number IS NOT NULL THEN RETURN found_number; END IF;
        INSERT INTO listed_values (name) VALUES (of) ON CONFLICT DO NOTHING;
      END LOOP;
    END $$`,
  `CREATE FUNCTION names_of(parties text[], areas text[], goals integer[], languages text[])
    RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT ARRAY(SELECT 'area:' || x FROM unnest(areas) AS x
      UNION SELECT 'goal:' || x FROM unnest(goals) AS x
      UNION SELECT 'language:' || x FROM unnest(languages) AS x
      UNION SELECT 'party:' || x FROM unnest(parties) AS x ORDER BY 1) $$`,
  // One bit for each name. It is as long as its highest number needs.
  `CREATE FUNCTION facets_of(names text[]) RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    DECLARE numbers integer[] := ARRAY(SELECT listed_number(x) FROM unnest(names) AS x);
      bits bytea := ''; bit integer;
    BEGIN
      IF cardinality(numbers) = 0 THEN RETURN bits; END IF;
      bits := decode(repeat('00', (SELECT max(x) FROM unnest(numbers) AS x) / 8 + 1), 'hex');
      FOREACH bit IN ARRAY numbers LOOP bits := set_bit(bits, bit, 1); END LOOP;
      RETURN bits;
    END $$`,
  "REVOKE EXECUTE ON FUNCTION listed_number(text), facets_of(text[]) FROM PUBLIC",
  // The few that every agreement has come first, so that the bits of their names are few.
  `INSERT INTO listed_values (name)
    SELECT name FROM (
      SELECT DISTINCT 1 AS place, 'stage:' || stage_name AS name FROM agreements
      UNION SELECT 2, 'zone:' || ${zoneOf("a")} FROM agreements a
      UNION SELECT 3, 'area:' || x FROM agreements, unnest(areas) AS x
      UNION SELECT 3, 'goal:' || x FROM generate_series(1, 17) AS x
      UNION SELECT 3, 'language:' || x FROM agreements, unnest(languages) AS x
      UNION SELECT 4, 'party:' || x FROM agreements, unnest(party_codes) AS x) AS v
    ORDER BY place, name`,
  "INSERT INTO listed_values (name) SELECT 'party:' || code FROM parties ORDER BY code ON CONFLICT DO NOTHING",
];

const narrow = [
  "DROP POLICY of_askers ON listings",
  "DROP VIEW register.listings",
  "DROP TRIGGER agreements_are_listed ON agreements",
  "DROP TRIGGER changes_are_listed ON agreements",
  // The old rows stay for their words, which are many, and let go of the rest.
  "ALTER TABLE listings RENAME TO listing_words",
  "ALTER INDEX listings_pkey RENAME TO listing_words_pkey",
  "ALTER TABLE listing_words RENAME CONSTRAINT listings_agreement_fkey TO listing_words_agreement_fkey",
  // Fixed columns first, and all of them numbers: a hundred thousand are read in a third of the time.
  `CREATE TABLE listings (
    created_at timestamptz NOT NULL,
    published_at timestamptz,
    agreement uuid NOT NULL,
    signed_on date,
    stage integer NOT NULL REFERENCES listed_values,
    zone integer NOT NULL REFERENCES listed_values,
    facets bytea NOT NULL
  ) WITH (fillfactor = 80)`,
  "ALTER TABLE listings ALTER facets SET STORAGE MAIN",
  `INSERT INTO listings SELECT a.created_at, l.published_at, a.id, l.signed_on,
      (SELECT number FROM listed_values WHERE name = 'stage:' || a.stage_name),
      (SELECT number FROM listed_values WHERE name = 'zone:' || ${zoneOf("a")}), ${facetsOf("a")}
    FROM agreements a JOIN listing_words l ON l.agreement = a.id ORDER BY a.created_at`,
  "ALTER TABLE listings ADD PRIMARY KEY (agreement), ADD FOREIGN KEY (agreement) REFERENCES agreements",
  `DROP INDEX listings_by_age, listings_published`,
  "CREATE INDEX listings_by_age ON listings (created_at DESC, agreement DESC)",
  `CREATE INDEX listings_published ON listings (published_at DESC, agreement DESC)
    WHERE published_at IS NOT NULL`,
  // Lists in the order of the last act, of each stage.
  "CREATE INDEX agreements_by_last_act ON agreements (stage_name, updated_at DESC, id DESC)",
  // Nothing reads them since lists are found in listings, and an act would write each of them now.
  "DROP INDEX agreements_by_age, agreements_by_stage",
];

/**
 * Words stand in the index under the number of a block of 1,024 agreements, `7/en:quartz`, so that a search reads the
 * newest blocks first and stops when its page is full; beside them what agreements are filtered by, `7/party:KZ`.
 */
const blocks = [
  "DROP INDEX listings_by_word",
  "CREATE SEQUENCE listing_numbers",
  // Without a default, which would write all words again.
  "ALTER TABLE listing_words ADD names text[], ADD block integer",
  `UPDATE listing_words l SET block = n / 1024, names = ${words("a")}
    FROM (SELECT agreement, row_number() OVER (ORDER BY created_at, agreement) AS n
      FROM listing_words) AS x, agreements a
    WHERE x.agreement = l.agreement AND a.id = l.agreement`,
  "SELECT setval('listing_numbers', 1 + (SELECT count(*) FROM listing_words))",
  `ALTER TABLE listing_words ALTER names SET NOT NULL, ALTER block SET NOT NULL,
    ALTER block SET DEFAULT nextval('listing_numbers') / 1024`,
  `ALTER TABLE listing_words DROP updated_at, DROP stage_name, DROP party_codes, DROP areas,
    DROP goals, DROP languages, DROP zone, DROP published_at, DROP signed_on`,
  // A tsvector holds a megabyte. Words beyond it are not found, as in words_listed.
  `CREATE FUNCTION words_in_block(block integer, names text[], words tsvector) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
    DECLARE prefix text := block || '/'; all_words text[] := names || tsvector_to_array(words);
    BEGIN
      -- A row as it was before it had a block, which an index also covers while someone may see it.
      IF block IS NULL THEN RETURN ''; END IF;
      IF cardinality(all_words) < 3000 THEN
        RETURN array_to_tsvector(ARRAY(SELECT prefix || w FROM unnest(all_words) AS w));
      END IF;
      RETURN (SELECT array_to_tsvector(array_agg(prefix || w)) FROM (
        SELECT w, sum(octet_length(prefix || w)) OVER (ORDER BY n) AS size
        FROM unnest(all_words) WITH ORDINALITY AS u (w, n)) AS sized
      WHERE size < 1000000);
    END $$`,
  `CREATE INDEX listings_by_word ON listing_words USING gin (words_in_block(block, names, words))`,
  "CREATE INDEX listing_blocks ON listing_words (block, created_at)",
  // No plan depends on which words are common, and to find out would take an analysis minutes.
  "ALTER TABLE listing_words ALTER words SET STATISTICS 0",
  "ALTER INDEX listings_by_word ALTER COLUMN 1 SET STATISTICS 0",
  `CREATE OR REPLACE FUNCTION list_words(of uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    INSERT INTO searched_languages SELECT DISTINCT language FROM search_texts
      WHERE agreement = ANY (of) ON CONFLICT DO NOTHING;
    UPDATE listing_words l SET words = n.words
      FROM (SELECT id, words_listed(id) AS words FROM unnest(of) AS id OFFSET 0) AS n
      WHERE l.agreement = n.id AND l.words <> n.words $$`,
];

const triggers = [
  follow(
    "list_agreement",
    `IF TG_OP = 'INSERT' THEN
      INSERT INTO listings (agreement, created_at, stage, zone, facets)
        VALUES (NEW.id, NEW.created_at, listed_number('stage:' || NEW.stage_name),
          listed_number('zone:' || ${zoneOf("NEW")}), ${facetsOf("NEW")});
      INSERT INTO listing_words (agreement, created_at, names)
        VALUES (NEW.id, NEW.created_at, ${words("NEW")});
      RETURN NULL;
    END IF;
    UPDATE listings SET created_at = NEW.created_at,
      stage = CASE WHEN OLD.stage_name = NEW.stage_name THEN stage
        ELSE listed_number('stage:' || NEW.stage_name) END,
      zone = CASE WHEN ${zoneOf("OLD")} = ${zoneOf("NEW")} THEN zone
        ELSE listed_number('zone:' || ${zoneOf("NEW")}) END,
      facets = CASE WHEN ${named("OLD")} = ${named("NEW")} THEN facets ELSE ${facetsOf("NEW")} END,
      signed_on = CASE WHEN OLD.text_version = NEW.text_version THEN signed_on
        ELSE ${signedOn("NEW.id", "NEW.text_version")} END
    WHERE agreement = NEW.id;
    IF (OLD.created_at, ${named("OLD")}) IS DISTINCT FROM (NEW.created_at, ${named("NEW")}) THEN
      UPDATE listing_words SET created_at = NEW.created_at, names = ${words("NEW")}
        WHERE agreement = NEW.id;
    END IF;
    RETURN NULL;`,
  ),
  `CREATE TRIGGER agreements_are_listed AFTER INSERT ON agreements
    FOR EACH ROW EXECUTE FUNCTION list_agreement()`,
  `CREATE TRIGGER changes_are_listed AFTER UPDATE ON agreements FOR EACH ROW
    WHEN (${copied("OLD")} IS DISTINCT FROM ${copied("NEW")})
    EXECUTE FUNCTION list_agreement()`,
];

const isSeen = "EXISTS (SELECT FROM agreements a WHERE a.id = agreement)";
const isolation = [
  ...["listings", "listed_values"].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
    `REVOKE INSERT, UPDATE ON ${table} FROM depositary_api`,
  ]),
  ...["listings", "listing_words"].map(
    (table) => `CREATE POLICY of_askers ON ${table} FOR SELECT TO depositary_api USING (${isSeen})`,
  ),
  // As the previous release counts the register, while its processes are replaced.
  `CREATE VIEW register.listings AS
    SELECT l.agreement, l.published_at, l.signed_on, a.party_codes, a.areas, a.goals
    FROM public.listings l JOIN public.agreements a ON a.id = l.agreement
    WHERE l.published_at IS NOT NULL`,
  "GRANT SELECT ON register.listings TO depositary_public",
];

/**
 * Rows of numbers for lists and counts, which acts that change nothing listed do not write, and an index of words that
 * is read a block at a time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...numbers, ...narrow, ...blocks, ...triggers, ...isolation])
    await sql.raw(statement).execute(db);
}
