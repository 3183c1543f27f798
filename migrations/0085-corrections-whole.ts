import { type Kysely, sql } from "kysely";

const statements = [
  // An error in a text, or a lack of concordance between the authentic texts (VCLT article 79(1) and (3)).
  `ALTER TABLE corrections
    ADD COLUMN ground text NOT NULL DEFAULT 'error' CHECK (ground IN ('error', 'concordance')),
    ADD COLUMN right_texts jsonb NOT NULL DEFAULT '[]'`,
  // `on_day`: from when a correction has effect if not from the beginning, or when the United Nations were told.
  `ALTER TABLE correction_acts
    ADD COLUMN on_day date,
    ADD COLUMN reference text,
    DROP CONSTRAINT correction_acts_act_check,
    ADD CONSTRAINT correction_acts_act_check
      CHECK (act IN ('objection', 'agreement', 'withdrawal', 'correction', 'un-notice'))`,
  `CREATE OR REPLACE FUNCTION facts_of_corrections(a agreements) RETURNS jsonb LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN (SELECT jsonb_build_object(
      'correction', (SELECT jsonb_build_object('id', c.id, 'until', c.until,
          'open', NOT EXISTS (SELECT FROM correction_acts x WHERE x.correction = c.id
            AND x.act IN ('objection', 'withdrawal', 'correction')),
          'agreed', (SELECT coalesce(jsonb_agg(x.party), '[]') FROM correction_acts x
            WHERE x.correction = c.id AND x.act = 'agreement'))
        FROM corrections c WHERE c.agreement = a.id ORDER BY c.at DESC LIMIT 1),
      'correctionsToNotify', (SELECT coalesce(jsonb_agg(c.id ORDER BY x.at), '[]')
        FROM corrections c JOIN correction_acts x ON x.correction = c.id AND x.act = 'correction'
        WHERE c.agreement = a.id AND a.stage -> 'publish' ->> 'dissemination' = 'registered'
          AND x.at > (SELECT max(e.at) FROM evidence e
            WHERE e.agreement = a.id AND e.act = 'submit-to-un')
          AND NOT EXISTS (SELECT FROM correction_acts u
            WHERE u.correction = c.id AND u.act = 'un-notice')),
      'copies', (SELECT count(*) FROM certified_copies x WHERE x.agreement = a.id))); END $$`,
  "REVOKE EXECUTE ON FUNCTION facts_of_corrections FROM PUBLIC",
  // Only a certified copy is wrong (VCLT article 79(6)).
  `CREATE TABLE copy_corrections (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreements,
    serial integer NOT NULL,
    reason text NOT NULL,
    changes jsonb NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    FOREIGN KEY (agreement, serial) REFERENCES certified_copies (agreement, serial)
  )`,
  "CREATE INDEX copy_corrections_by_copy ON copy_corrections (agreement, serial)",
  `CREATE TRIGGER copy_corrections_are_kept BEFORE UPDATE OR DELETE ON copy_corrections
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  "ALTER TABLE copy_corrections ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE copy_corrections FORCE ROW LEVEL SECURITY",
  "CREATE POLICY of_owner ON copy_corrections TO CURRENT_USER USING (true)",
  `CREATE POLICY of_askers ON copy_corrections TO depositary_api
    USING (EXISTS (SELECT FROM agreements a WHERE a.id = agreement))`,
  // What the public may know of corrections: those that were made, never who recorded them.
  `CREATE VIEW register.corrections AS SELECT c.id, c.agreement, c.ground, c.reason, c.changes,
      c.right_texts, c.terms, m.on_day, m.reason AS why, m.at
    FROM public.corrections c
    JOIN public.correction_acts m ON m.correction = c.id AND m.act = 'correction'
    WHERE EXISTS (SELECT FROM public.publications p WHERE p.agreement = c.agreement)`,
  "GRANT SELECT ON register.corrections TO depositary_public, depositary_api",
];

/** Corrections as article 79 has them: grounds, answers, effect, and the notice to the United Nations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
