import { type Kysely, sql } from "kysely";

/** A trigger's function. It works as the owner, because the writer of a row may not write what follows from it. */
const follow = (name: string, body: string) => `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN ${body} END $$`;

const signedOn = (agreement: string, number: string) => `(
  SELECT max(coalesce(s.signed_on, (s.at AT TIME ZONE 'UTC')::date)) FROM signatures s
  WHERE s.agreement = ${agreement} AND s.number = ${number})`;

const copied = [
  "created_at",
  "updated_at",
  "stage_name",
  "party_codes",
  "areas",
  "goals",
  "languages",
];
const from = (row: string) => copied.map((column) => `${row}.${column}`).join(", ");

const listings = [
  // What lists and counts look at. The words lie outside of the row, so that many rows fit on a page.
  `CREATE TABLE listings (
    agreement uuid PRIMARY KEY REFERENCES agreements,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    stage_name text NOT NULL,
    party_codes text[] NOT NULL,
    areas text[] NOT NULL,
    goals integer[] NOT NULL,
    languages text[] NOT NULL,
    zone text NOT NULL,
    published_at timestamptz,
    signed_on date,
    words tsvector NOT NULL DEFAULT ''
  ) WITH (fillfactor = 70, toast_tuple_target = 512)`,
  `ALTER TABLE listings ALTER party_codes SET STORAGE MAIN, ALTER areas SET STORAGE MAIN,
    ALTER goals SET STORAGE MAIN, ALTER languages SET STORAGE MAIN`,
  `INSERT INTO listings SELECT a.id, ${from("a")}, coalesce(a.terms ->> 'zone', 'UTC'),
      (SELECT p.at FROM publications p WHERE p.agreement = a.id),
      ${signedOn("a.id", "a.text_version")}, words_listed(a.id) FROM agreements a`,
  "CREATE INDEX listings_by_age ON listings (created_at DESC, agreement DESC)",
  `CREATE INDEX listings_published ON listings (published_at DESC, agreement DESC)
    WHERE published_at IS NOT NULL`,
  "CREATE INDEX listings_by_word ON listings USING gin (words)",
  follow(
    "list_agreement",
    `IF TG_OP = 'INSERT' THEN
      INSERT INTO listings SELECT NEW.id, ${from("NEW")}, coalesce(NEW.terms ->> 'zone', 'UTC');
    ELSE
      UPDATE listings SET (${copied.join(", ")}, zone) =
        ROW (${from("NEW")}, coalesce(NEW.terms ->> 'zone', 'UTC')), signed_on = CASE
          WHEN OLD.text_version = NEW.text_version THEN signed_on
          ELSE ${signedOn("NEW.id", "NEW.text_version")} END
      WHERE agreement = NEW.id;
    END IF;
    RETURN NULL;`,
  ),
  `CREATE TRIGGER agreements_are_listed AFTER INSERT ON agreements
    FOR EACH ROW EXECUTE FUNCTION list_agreement()`,
  `CREATE TRIGGER changes_are_listed AFTER UPDATE ON agreements FOR EACH ROW
    WHEN ((${from("OLD")}, OLD.terms, OLD.text_version)
      IS DISTINCT FROM (${from("NEW")}, NEW.terms, NEW.text_version))
    EXECUTE FUNCTION list_agreement()`,
  follow(
    "list_publication",
    "UPDATE listings SET published_at = NEW.at WHERE agreement = NEW.agreement; RETURN NULL;",
  ),
  `CREATE TRIGGER publications_are_listed AFTER INSERT ON publications
    FOR EACH ROW EXECUTE FUNCTION list_publication()`,
  follow(
    "list_signature",
    `UPDATE listings l SET signed_on =
        greatest(l.signed_on, coalesce(NEW.signed_on, (NEW.at AT TIME ZONE 'UTC')::date))
      FROM agreements a
      WHERE a.id = NEW.agreement AND a.text_version = NEW.number AND l.agreement = a.id;
    RETURN NULL;`,
  ),
  `CREATE TRIGGER signatures_are_listed AFTER INSERT ON signatures
    FOR EACH ROW EXECUTE FUNCTION list_signature()`,
  ...["listings", "searched_languages"].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
    `REVOKE INSERT, UPDATE ON ${table} FROM depositary_api`,
  ]),
  // As on agreements (0063-codes-of-parties).
  `CREATE POLICY of_askers ON listings FOR SELECT TO depositary_api USING (
    (SELECT asks_for('legal-officer', 'secretariat', 'service'))
    OR ((SELECT asks_for('archivist'))
      AND stage_name IN ('sign.sealing', 'sign.sealFailed', 'publish'))
    OR (stage_name <> 'draft.editing' AND (SELECT asking_party()) = ANY (party_codes)))`,
  `CREATE VIEW register.listings AS
    SELECT l.agreement, l.published_at, l.signed_on, l.party_codes, l.areas, l.goals
    FROM public.listings l WHERE l.published_at IS NOT NULL`,
  "GRANT SELECT ON register.listings TO depositary_public",
];

/** Words are kept under their language, `en:quartz`, so that one index finds each agreement once. */
const words = [
  "CREATE TABLE searched_languages (language text PRIMARY KEY)",
  "INSERT INTO searched_languages SELECT DISTINCT language FROM search_texts",
  // A tsvector holds less than a megabyte; the languages share it evenly. A word has at most 240 bytes.
  `CREATE FUNCTION words_listed(of uuid) RETURNS tsvector LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
    DECLARE languages integer; most bigint;
    BEGIN
      SELECT count(*), sum(length(words)) INTO languages, most
        FROM search_texts WHERE agreement = of;
      RETURN (SELECT coalesce(array_to_tsvector(array_agg(s.language || ':' || w)), '')
        FROM search_texts s, LATERAL (
          SELECT w FROM unnest(tsvector_to_array(s.words)) AS w WHERE most < 3000
          UNION ALL SELECT w FROM (
            SELECT w, sum(octet_length(w) + 10) OVER (ORDER BY w) AS size
            FROM unnest(tsvector_to_array(s.words)) AS w WHERE most >= 3000) AS each
          WHERE size * languages < 900000) AS few
        WHERE s.agreement = of);
    END $$`,
  // A folded word holds no quote, backslash or colon.
  `CREATE FUNCTION words_asked_in_any(asked text) RETURNS tsquery LANGUAGE sql STABLE
    SET search_path = public, pg_temp AS $$
    SELECT string_agg('(' || regexp_replace(words_asked(asked)::text, '''([^'']+)''',
      '''' || language || ':\\1''', 'g') || ')', ' | ')::tsquery FROM searched_languages $$`,
];

/** Texts are indexed once per statement, so that a version in six languages is not indexed six times. */
const indexing = [
  "DROP TRIGGER version_texts_are_searched ON version_texts",
  "DROP FUNCTION index_version_text()",
  `CREATE FUNCTION list_words(of uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    INSERT INTO searched_languages SELECT DISTINCT language FROM search_texts
      WHERE agreement = ANY (of) ON CONFLICT DO NOTHING;
    UPDATE listings l SET words = n.words
      FROM (SELECT id, words_listed(id) AS words FROM unnest(of) AS id OFFSET 0) AS n
      WHERE l.agreement = n.id AND l.words <> n.words $$`,
  "REVOKE EXECUTE ON FUNCTION list_words(uuid[]) FROM PUBLIC",
  follow(
    "index_version_texts",
    `PERFORM index_text(n.agreement, n.language, n.digest) FROM (
        SELECT DISTINCT ON (agreement, language) agreement, language, digest FROM added
        ORDER BY agreement, language, number DESC) AS n
      WHERE NOT EXISTS (SELECT FROM search_texts s WHERE s.agreement = n.agreement
        AND s.language = n.language AND s.digest = n.digest);
    PERFORM list_words(ARRAY(SELECT DISTINCT agreement FROM added));
    RETURN NULL;`,
  ),
  `CREATE TRIGGER version_texts_are_searched AFTER INSERT ON version_texts
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION index_version_texts()`,
  follow(
    "index_title",
    `PERFORM index_text(NEW.id, language, digest) FROM search_texts WHERE agreement = NEW.id;
    PERFORM list_words(ARRAY[NEW.id]);
    RETURN NULL;`,
  ),
  "DROP INDEX search_texts_by_word",
];

/** One narrow row for each agreement, which lists, counts, search and the register read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...words, ...listings, ...indexing])
    await sql.raw(statement).execute(db);
}
