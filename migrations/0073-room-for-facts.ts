import { type Kysely, sql } from "kysely";

const archived = "('sign.sealing', 'sign.sealFailed', 'publish')";

/** The parts that later migrations fill. */
const parts = [
  "facts_of_parties",
  "facts_of_opening",
  "facts_of_standing",
  "facts_of_reservations",
];

const statements = [
  // A State that only is entitled to become a party did not negotiate.
  "ALTER TABLE agreement_parties ADD COLUMN negotiated boolean NOT NULL DEFAULT true",
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
          facts := facts || facts_of_force(a) || facts_of_amendments(a);
        END IF;
        RETURN NEXT;
      END LOOP;
    END $$`,
];

/** More parts of the facts: kinds of parties, signature after the first seal, standing, reservations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
