import { type Kysely, sql } from "kysely";

const isPublished = (agreement: string) =>
  `EXISTS (SELECT FROM public.publications p WHERE p.agreement = ${agreement})`;

const isRun = `NOT EXISTS (SELECT FROM unnest(runs_asked(asked)) AS run
  WHERE position(run IN coalesce(s.folded, '')) = 0)`;

/** In which language's current text the words asked for stand, of agreements already found by them. */
const foundIn = (where: string, how: string, from: string) =>
  `CREATE FUNCTION ${where}.found_in(asked text, of uuid[], preferred text)
    RETURNS TABLE (agreement uuid, language text, digest text) LANGUAGE sql STABLE ${how}
    SET search_path = public, pg_temp AS $$
    SELECT DISTINCT ON (s.agreement) s.agreement, s.language, s.digest
    FROM search_texts s JOIN agreements a ON a.id = s.agreement ${from}
    WHERE s.agreement = ANY (of) AND s.words @@ words_asked(asked) AND ${isRun}
    ORDER BY s.agreement, s.language <> preferred, array_position(a.languages, s.language) $$`;

const views = {
  entry_dates: `SELECT t.agreement, t.party, t.on_day FROM public.entry_dates t
    WHERE ${isPublished("t.agreement")}`,
  version_texts: `SELECT t.agreement, t.number, t.language, t.digest FROM public.version_texts t
    JOIN public.agreements a ON a.id = t.agreement AND a.text_version = t.number
    WHERE ${isPublished("t.agreement")}`,
  text_bodies: `SELECT t.digest, t.markdown FROM public.text_bodies t
    WHERE EXISTS (SELECT FROM public.version_texts v
      JOIN public.agreements a ON a.id = v.agreement AND a.text_version = v.number
      WHERE v.digest = t.digest AND ${isPublished("v.agreement")})`,
  evidence: `SELECT t.agreement, t.seq, t.act, t.hash FROM public.evidence t
    WHERE t.act IN ('report-sealed', 'publish') AND ${isPublished("t.agreement")}`,
  log_leaves: `SELECT t.agreement, t.seq, t.index FROM public.log_leaves t
    JOIN public.evidence e ON e.agreement = t.agreement AND e.seq = t.seq
    WHERE e.act IN ('report-sealed', 'publish') AND ${isPublished("t.agreement")}`,
};

const statements = [
  // Who may read a text is asked by its digest.
  "CREATE INDEX version_texts_by_digest ON version_texts (digest)",
  ...Object.entries(views).flatMap(([name, query]) => [
    `CREATE VIEW register.${name} AS ${query}`,
    `GRANT SELECT ON register.${name} TO depositary_public`,
  ]),
  foundIn("public", "", ""),
  foundIn("register", "SECURITY DEFINER", "JOIN publications x ON x.agreement = s.agreement"),
  `CREATE FUNCTION register.find_words(asked text) RETURNS SETOF uuid LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT s.agreement FROM search_texts s
    JOIN publications x ON x.agreement = s.agreement
    WHERE s.words @@ words_asked(asked) AND ${isRun} $$`,
];

/** What the public register shows and searches: texts, dates and places in the log of what is published. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
