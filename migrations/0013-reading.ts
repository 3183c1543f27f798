import { type Kysely, sql } from "kysely";

/** Marks that make no other word: accents, Arabic vowels and tatweel, hidden joiners and hyphens. */
const marks = "[\\u0300-\\u036f\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed\\u00ad\\u200b-\\u200f]";
/** What stands between words. */
const between =
  "[\\s!-/:-@\\[-`{-~\\u00a0-\\u00bf\\u060c\\u061b\\u061f\\u066a-\\u066d\\u06d4\\u2000-\\u206f\\u20a0-\\u20bf\\u3000-\\u303f]+";
/** Thai, Lao, Burmese, Khmer, Japanese and Chinese: scripts that put no spaces between words. */
const unspaced =
  "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff]";

const seen = "EXISTS (SELECT FROM agreements a WHERE a.id = agreement)";
/** As the policy on agreements says it; at the edge, where no role is taken on, the application's scope holds. */
const mayBeSeen = `(SELECT current_setting('role', true) = 'none'
    OR asks_for('legal-officer', 'secretariat', 'service'))
  OR ((SELECT asks_for('archivist'))
    AND a.stage_name IN ('sign.sealing', 'sign.sealFailed', 'publish'))
  OR ((SELECT asking_party()) IS NOT NULL AND a.stage_name <> 'draft.editing'
    AND EXISTS (SELECT FROM agreement_parties p
      WHERE p.agreement = a.id AND p.party = (SELECT asking_party())))`;

const forced = (table: string) => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
];

/** Words as they are compared: small letters without marks, and the forms of a letter as one. */
const words = [
  `CREATE FUNCTION fold(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT btrim(regexp_replace(translate(
      regexp_replace(lower(normalize(given, NFKD)), '${marks}', '', 'g'),
      E'\\u0671\\u0649\\u06cc\\u06a9\\u0629\\u03c2', E'\\u0627\\u064a\\u064a\\u0643\\u0647\\u03c3'),
      '${between}', ' ', 'g')) $$`,
  // Where words have no spaces between them each letter stands with its next; a last one stands alone.
  `CREATE FUNCTION in_pairs(folded text, asked boolean) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE WHEN folded !~ '${unspaced}' THEN folded ELSE (
      SELECT string_agg(CASE
          WHEN c !~ '${unspaced}' THEN c
          WHEN next ~ '${unspaced}' THEN ' ' || c || next || ' '
          WHEN asked AND last ~ '${unspaced}' THEN ' '
          ELSE ' ' || c || ' ' END, '' ORDER BY n)
      FROM (SELECT c, n, lead(c) OVER (ORDER BY n) AS next, lag(c) OVER (ORDER BY n) AS last
        FROM unnest(string_to_array(folded, NULL)) WITH ORDINALITY AS u (c, n)) AS letters) END $$`,
  // A tsvector holds less than a megabyte of words.
  `CREATE FUNCTION words_of(folded text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT array_to_tsvector(coalesce(array_agg(word), '{}')) FROM (
      SELECT word, sum(octet_length(word)) OVER (ORDER BY first) AS size FROM (
        SELECT left(word, 60) AS word, min(n) AS first
        FROM string_to_table(in_pairs(folded, false), ' ') WITH ORDINALITY AS u (word, n)
        WHERE word <> '' GROUP BY 1) AS each) AS sized WHERE size < 900000 $$`,
  // All words, the last one as the beginning of one; so too a letter alone of a script without spaces.
  `CREATE FUNCTION words_asked(asked text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT string_agg('''' || replace(replace(left(word, 60), '\\', '\\\\'), '''', '''''') || ''''
      || CASE WHEN n = count OR word ~ '^${unspaced}$' THEN ':*' ELSE '' END, ' & ')::tsquery
    FROM (SELECT word, n, max(n) OVER () AS count
      FROM string_to_table(in_pairs(fold(asked), true), ' ') WITH ORDINALITY AS u (word, n)
      WHERE word <> '') AS each $$`,
  `CREATE FUNCTION runs_asked(asked text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(m[1]), '{}') FROM regexp_matches(fold(asked), '(${unspaced}{3,})', 'g') AS m $$`,
];

const search = [
  // What is searched of an agreement in one language: its title, its reference and its current text.
  `CREATE TABLE search_texts (
    agreement uuid NOT NULL REFERENCES agreements,
    language text NOT NULL,
    digest text NOT NULL,
    words tsvector NOT NULL,
    folded text,
    PRIMARY KEY (agreement, language)
  )`,
  "CREATE INDEX search_texts_by_word ON search_texts USING gin (words)",
  // Pairs of letters find too much: where words have no spaces the text itself is looked at again.
  `CREATE FUNCTION index_text(of uuid, in_language text, of_digest text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO search_texts AS s (agreement, language, digest, words, folded)
    SELECT of, in_language, of_digest, words_of(text),
      CASE WHEN text ~ '${unspaced}' THEN text END
    FROM (SELECT fold(concat_ws(' ', a.title ->> in_language, a.reference, b.markdown)) AS text
      FROM agreements a LEFT JOIN text_bodies b ON b.digest = of_digest WHERE a.id = of OFFSET 0) AS t
    ON CONFLICT (agreement, language) DO UPDATE
      SET digest = excluded.digest, words = excluded.words, folded = excluded.folded $$`,
  `CREATE FUNCTION index_version_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$ BEGIN
      IF NOT EXISTS (SELECT FROM search_texts WHERE agreement = NEW.agreement
          AND language = NEW.language AND digest = NEW.digest) THEN
        PERFORM index_text(NEW.agreement, NEW.language, NEW.digest);
      END IF;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER version_texts_are_searched AFTER INSERT ON version_texts
    FOR EACH ROW EXECUTE FUNCTION index_version_text()`,
  `CREATE FUNCTION index_title() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$ BEGIN
      PERFORM index_text(NEW.id, language, digest) FROM search_texts WHERE agreement = NEW.id;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER titles_are_searched AFTER UPDATE OF title ON agreements
    FOR EACH ROW WHEN (OLD.title IS DISTINCT FROM NEW.title) EXECUTE FUNCTION index_title()`,
  ...forced("search_texts"),
  `CREATE POLICY of_askers ON search_texts TO depositary_api USING (${seen})`,
  "REVOKE INSERT, UPDATE ON search_texts FROM depositary_api",
  "REVOKE EXECUTE ON FUNCTION index_text(uuid, text, text) FROM PUBLIC",
  // As its owner, for whom the index can be used: a policy's condition is asked before any that could tell
  // of a row, and whether words match could. It gives what the asker may see, and nothing else.
  `CREATE FUNCTION find_words(asked text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    SELECT DISTINCT s.agreement FROM search_texts s JOIN agreements a ON a.id = s.agreement
    WHERE s.words @@ words_asked(asked)
      AND NOT EXISTS (SELECT FROM unnest(runs_asked(asked)) AS run
        WHERE position(run IN coalesce(s.folded, '')) = 0)
      AND (${mayBeSeen}) $$`,
  "REVOKE EXECUTE ON FUNCTION find_words(text) FROM PUBLIC",
  "GRANT EXECUTE ON FUNCTION find_words(text) TO depositary_api",
  `SELECT index_text(v.agreement, v.language, v.digest)
    FROM version_texts v JOIN agreements a ON a.id = v.agreement AND a.text_version = v.number`,
];

/**
 * Facts beside the record: which text a person has last looked at, who has it open, filters that are kept.
 * Where no party is named it is the office.
 */
const beside = [
  `CREATE TABLE readings (
    agreement uuid NOT NULL REFERENCES agreements,
    person uuid NOT NULL REFERENCES people,
    party text NOT NULL,
    number integer NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, person, party),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  // Not logged: after a crash everybody says again within seconds what they have open.
  `CREATE UNLOGGED TABLE presences (
    agreement uuid NOT NULL REFERENCES agreements,
    person uuid NOT NULL REFERENCES people,
    party text NOT NULL,
    language text,
    article integer,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (agreement, person, party)
  )`,
  "CREATE INDEX presences_by_time ON presences (seen_at)",
  `CREATE TABLE saved_filters (
    person uuid NOT NULL REFERENCES people,
    name text NOT NULL,
    query jsonb NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (person, name)
  )`,
  ...["readings", "presences"].flatMap(forced),
  // Colleagues of one's own party; the office has none.
  `CREATE POLICY of_askers ON readings TO depositary_api
    USING (${seen} AND party = coalesce((SELECT asking_party()), ''))`,
  // A party sees the office and its own people, and writes as itself.
  `CREATE POLICY of_askers ON presences TO depositary_api
    USING (${seen} AND ((SELECT asking_party()) IS NULL
      OR party IN ('', (SELECT asking_party()))))`,
  `CREATE POLICY of_own_party ON presences AS RESTRICTIVE FOR INSERT TO depositary_api
    WITH CHECK (party = coalesce((SELECT asking_party()), ''))`,
  "GRANT DELETE ON presences, saved_filters TO depositary_api",
];

/** What an application needs for reading: search in every language, and what each person has seen and kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...words, ...search, ...beside]) await sql.raw(statement).execute(db);
}
