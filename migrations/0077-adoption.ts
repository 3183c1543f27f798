import { type Kysely, sql } from "kysely";
import { ofOpening } from "./0076-open-instruments.ts";

const seen = "EXISTS (SELECT FROM agreements a WHERE a.id = agreement)";

/** How the current text was adopted, and who asked to open it again once it was authentic. */
const ofAdoption = `SELECT jsonb_build_object(
    'adoption', (SELECT jsonb_build_object('on', on_day, 'rule', rule) FROM adoptions
      WHERE agreement = a.id AND number = a.text_version),
    'reopenAskedBy', CASE WHEN a.stage ? 'sign' THEN
      (SELECT coalesce(jsonb_agg(DISTINCT party), '[]') FROM change_requests
        WHERE agreement = a.id AND number = a.text_version) ELSE '[]' END)`;

const statements = [
  // By all, on the day of the last approval, or by a vote.
  `CREATE TABLE adoptions (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    digest text NOT NULL,
    on_day date NOT NULL,
    rule text NOT NULL CHECK (rule IN ('all', 'consensus', 'two-thirds', 'three-quarters', 'majority')),
    present integer,
    votes_for integer,
    votes_against integer,
    abstaining integer,
    file text,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TRIGGER adoptions_are_kept BEFORE UPDATE OR DELETE ON adoptions
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  "REVOKE UPDATE ON adoptions FROM depositary_api",
  "ALTER TABLE adoptions ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE adoptions FORCE ROW LEVEL SECURITY",
  "CREATE POLICY of_owner ON adoptions TO CURRENT_USER USING (true)",
  `CREATE POLICY of_askers ON adoptions TO depositary_api USING (${seen})`,
  `CREATE VIEW register.adoptions AS SELECT t.agreement, t.number, t.on_day, t.rule, t.present,
      t.votes_for, t.votes_against, t.abstaining FROM public.adoptions t
    WHERE EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)`,
  "GRANT SELECT ON register.adoptions TO depositary_public",
  `CREATE OR REPLACE FUNCTION facts_of_opening(a agreements) RETURNS jsonb LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN (${ofOpening}) || (${ofAdoption}); END $$`,
];

/** Adoption is a dated act of its own, by all or by a conference's vote (VCLT article 9). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
