import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";

/** What a sealed agreement is before anything is done with it. */
const publishStage = JSON.stringify({
  publish: {
    legal: "notInForce",
    dissemination: "withheld",
    custody: "sealed",
    correction: "none",
  },
});
const templates = join(import.meta.dirname, "../../../templates/cooperation-agreement");

/**
 * Copies an agreement many times over, with all that is on its record, each under words of its own: its
 * parties in turn from `parties`, its stage from `stages`. The rows go in as the owner, triggers and all.
 */
export async function copyAgreement(
  db: Db,
  of: string,
  {
    count,
    stages,
    parties,
    textLength = 3000,
  }: { count: number; stages: string[]; parties: string[][]; textLength?: number },
): Promise<void> {
  const languages = readdirSync(templates).filter((name) => name.endsWith(".md"));
  const texts = Object.fromEntries(
    languages.map((name) => [
      name.slice(0, 2),
      readFileSync(join(templates, name), "utf8").slice(0, textLength),
    ]),
  );
  await sql`CREATE TEMPORARY TABLE copies AS
    SELECT gen_random_uuid() AS id, n, now() - n * interval '1 hour' AS at,
      (${stages}::text[])[1 + n % ${stages.length}] AS stage_name,
      (${JSON.stringify(parties)}::jsonb) -> (n % ${parties.length}) AS parties
    FROM generate_series(1, ${count}::integer) AS n`.execute(db);
  await sql`INSERT INTO agreements SELECT (jsonb_populate_record(a, jsonb_build_object('id', c.id,
      'reference', 'BEN/2026/' || c.n, 'stage_name', 'draft.editing',
      'languages', ARRAY['en', 'ru', 'ar'], 'circulated_version', a.text_version,
      'title', jsonb_build_object('en', 'Agreement ' || c.n, 'ru', 'Соглашение ' || c.n,
        'ar', 'اتفاق ' || c.n),
      'created_at', c.at, 'updated_at', c.at))).*
    FROM agreements a, copies c WHERE a.id = ${of}`.execute(db);
  // The plans that the triggers keep were made for nearly empty tables, and read each table whole for each row.
  await sql`DISCARD PLANS`.execute(db);
  await sql`INSERT INTO agreement_parties (agreement, party, position, signatory)
    SELECT c.id, p.party, p.position,
      (SELECT id FROM people WHERE people.party = p.party ORDER BY email LIMIT 1)
    FROM copies c, jsonb_array_elements_text(c.parties) WITH ORDINALITY AS p (party, position)`.execute(
    db,
  );
  await sql`INSERT INTO versions (agreement, number, digest, terms, terms_digest,
      created_by, created_at)
    SELECT c.id, v.number, v.digest, v.terms, v.terms_digest, v.created_by, v.created_at
    FROM versions v, copies c WHERE v.agreement = ${of}`.execute(db);
  await sql`INSERT INTO text_bodies SELECT 'bench-' || c.n || t.key,
      t.value || E'\n\n## More\n\nword' || c.n || ' слово' || c.n || ' كلمة' || c.n
    FROM copies c, jsonb_each_text(${JSON.stringify(texts)}::jsonb) AS t
    WHERE t.key IN ('en', 'ru', 'ar')`.execute(db);
  await sql`ANALYZE`.execute(db);
  await insertTexts(db, of, texts);
  // An authenticated text takes no new version, so the stage comes last.
  await sql`UPDATE agreements a SET stage_name = c.stage_name, stage = CASE
      WHEN c.stage_name = 'publish' THEN ${publishStage}::jsonb
      WHEN c.stage_name LIKE '%.%' THEN jsonb_build_object(
        split_part(c.stage_name, '.', 1), split_part(c.stage_name, '.', 2))
      ELSE to_jsonb(c.stage_name) END
    FROM copies c WHERE c.id = a.id`.execute(db);
  await sql`INSERT INTO evidence (agreement, seq, at, act, person, party, stage, detail, previous, hash)
    SELECT id, 1, at, 'create', (SELECT created_by FROM agreements WHERE id = ${of}), NULL,
      stage_name, '{}', repeat('0', 64), repeat('0', 64) FROM copies`.execute(db);
  await publishes(db);
  await sql`DROP TABLE copies`.execute(db);
  await sql`VACUUM ANALYZE`.execute(db);
}

/**
 * The texts and their search words. A text's words are those of its template and its own few, which are put together
 * here: to fold each text as the trigger does takes an hour of 100,000 agreements.
 */
async function insertTexts(db: Db, of: string, texts: Record<string, string>): Promise<void> {
  await sql`ALTER TABLE version_texts DISABLE TRIGGER version_texts_are_searched`.execute(db);
  await sql`INSERT INTO version_texts SELECT c.id, v.number, l, 'bench-' || c.n || l, v.created_by
    FROM copies c, versions v, unnest(ARRAY['en', 'ru', 'ar']) AS l
    WHERE v.agreement = ${of}`.execute(db);
  await sql`ALTER TABLE version_texts ENABLE TRIGGER version_texts_are_searched`.execute(db);
  await sql`WITH templates AS MATERIALIZED (
      SELECT key AS language, words_of(fold(value)) AS words
      FROM jsonb_each_text(${JSON.stringify(texts)}::jsonb) WHERE key IN ('en', 'ru', 'ar'))
    INSERT INTO search_texts (agreement, language, digest, words)
    SELECT c.id, t.language, 'bench-' || c.n || t.language, t.words || array_to_tsvector(
      string_to_array('ben 2026 ' || c.n || ' word' || c.n || ' слово' || c.n || ' كلمه' || c.n, ' '))
    FROM copies c, templates t`.execute(db);
  await sql`SELECT list_words(array_agg(id)) FROM copies`.execute(db);
}

/** What is sealed is signed by all and published. */
async function publishes(db: Db): Promise<void> {
  await sql`INSERT INTO signatures (agreement, number, party, person, method, original, at)
    SELECT a.id, a.text_version, p.party, a.created_by, 'account', 'x', c.at
    FROM copies c JOIN agreements a ON a.id = c.id JOIN agreement_parties p ON p.agreement = a.id
    WHERE c.stage_name = 'publish'`.execute(db);
  await sql`INSERT INTO seals (agreement, number, original, original_digest, digest, level, trusted, at)
    SELECT a.id, a.text_version, 'common', 'x', 'bench-' || c.n, 'B-B', false, c.at
    FROM copies c JOIN agreements a ON a.id = c.id WHERE c.stage_name = 'publish'`.execute(db);
  await sql`INSERT INTO publications SELECT a.id, a.created_by, c.at
    FROM copies c JOIN agreements a ON a.id = c.id WHERE c.stage_name = 'publish'`.execute(db);
}
