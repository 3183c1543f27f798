import { type Kysely, sql } from "kysely";

const archived = "('sign.sealing', 'sign.sealFailed', 'publish')";
const kinds = ["signature-page", "notification", "proces-verbal", "certified-copy", "statement"];

/** The parts of the facts that later migrations fill. */
const parts = ["facts_of_corrections", "facts_of_ending"];

const statements = [
  // What a paper is about, within its kind: the party of a signature page, the number of a notification.
  "ALTER TABLE papers ADD COLUMN subject text",
  "ALTER TABLE papers DISABLE TRIGGER papers_are_kept",
  "UPDATE papers SET subject = party",
  "ALTER TABLE papers ENABLE TRIGGER papers_are_kept",
  `ALTER TABLE papers ALTER COLUMN subject SET NOT NULL, ALTER COLUMN party DROP NOT NULL,
    DROP CONSTRAINT papers_kind_check, DROP CONSTRAINT papers_agreement_number_kind_party_key,
    ADD CONSTRAINT papers_kind_check CHECK (kind IN (${kinds.map((kind) => `'${kind}'`).join(", ")})),
    ADD CONSTRAINT papers_of_kind UNIQUE (agreement, number, kind, subject)`,
  // The public sees what the depositary tells all, not the copies and statements that it makes for one addressee.
  `CREATE OR REPLACE VIEW register.papers AS SELECT t.* FROM public.papers t
    WHERE t.kind NOT IN ('certified-copy', 'statement')
      AND EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)`,
  ...parts.flatMap((name) => [
    `CREATE FUNCTION ${name}(a agreements) RETURNS jsonb LANGUAGE plpgsql STABLE
      SET search_path = public, pg_temp AS $$ BEGIN RETURN '{}'::jsonb; END $$`,
    `REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`,
  ]),
  `CREATE OR REPLACE FUNCTION facts_of(asked uuid[]) RETURNS TABLE (agreement uuid, facts jsonb)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE
      office boolean := current_setting('role', true) = 'none'
        OR asks_for('legal-officer', 'secretariat', 'service');
      archivist boolean := asks_for('archivist');
      party text := asking_party();
      a agreements;
    BEGIN
      FOR a IN SELECT * FROM agreements WHERE id = ANY (asked)
        AND (office OR (archivist AND stage_name IN ${archived})
          OR (stage_name <> 'draft.editing' AND party = ANY (party_codes)))
      LOOP
        agreement := a.id;
        facts := facts_of_text(a) || facts_of_parties(a);
        IF a.stage ? 'draft' OR a.stage ? 'review' THEN
          facts := facts || facts_of_differences(a);
        END IF;
        IF NOT a.stage ? 'draft' THEN
          facts := facts || facts_of_signing(a, office) || facts_of_opening(a);
        END IF;
        IF a.stage ? 'sign' OR a.stage ? 'publish' THEN
          facts := facts || facts_of_standing(a) || facts_of_reservations(a);
        END IF;
        IF a.stage ? 'publish' THEN
          facts := facts || facts_of_force(a) || facts_of_amendments(a)
            || facts_of_corrections(a) || facts_of_ending(a);
        END IF;
        RETURN NEXT;
      END LOOP;
    END $$`,
];

/** Sealed papers of any kind, and two more parts of the facts: corrections, and the ways in which a text ends. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
