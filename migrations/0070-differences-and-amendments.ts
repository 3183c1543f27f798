import { type Kysely, sql } from "kysely";

const archived = "('sign.sealing', 'sign.sealFailed', 'publish')";

/** The differences between terms and words of the current text that fewer than two officers have dismissed. */
const ofDifferences = `SELECT jsonb_build_object(
    'differences', coalesce(jsonb_agg(d.key) FILTER (WHERE jsonb_array_length(d.people) < 2), '[]'),
    'dismissedBy', coalesce(jsonb_object_agg(d.key, d.people) FILTER (WHERE d.people <> '[]'), '{}'))
  FROM (SELECT one ->> 'key' AS key, (SELECT coalesce(jsonb_agg(x.person ORDER BY x.at), '[]')
      FROM difference_dismissals x
      WHERE x.agreement = a.id AND x.difference = one ->> 'key') AS people
    FROM versions v, jsonb_array_elements(v.differences) AS one
    WHERE v.agreement = a.id AND v.number = a.text_version) AS d`;

/** The amendments of a published instrument that are in force, with the terms that they change. */
const ofAmendments = `SELECT jsonb_build_object('amendments', coalesce(jsonb_agg(jsonb_build_object(
      'id', m.id, 'reference', m.reference, 'on', e.instrument, 'since', e.parties,
      'terms', m.terms -> 'amended') ORDER BY e.instrument, m.reference), '[]'))
  FROM agreements m,
    LATERAL (SELECT min(on_day) FILTER (WHERE party = '') AS instrument,
        coalesce(jsonb_object_agg(party, on_day) FILTER (WHERE party <> ''), '{}') AS parties
      FROM entry_dates WHERE agreement = m.id) AS e
  WHERE m.amends = a.id AND m.terms ? 'amended' AND e.instrument IS NOT NULL
    AND m.stage -> 'publish' ->> 'legal' = 'inForce'`;

/** A part of the facts, callable only from \`facts_of\`. */
const part = (name: string, query: string) => [
  `CREATE FUNCTION ${name}(a agreements) RETURNS jsonb LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN (${query}); END $$`,
  `REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`,
];

const statements = [
  // What the comparison of words and terms found when the version was saved.
  "ALTER TABLE versions ADD COLUMN differences jsonb NOT NULL DEFAULT '[]'",
  // A dismissal holds for later versions too, as long as they have the same words and the same term there.
  `CREATE TABLE difference_dismissals (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    difference text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    reason text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, difference, person),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TRIGGER difference_dismissals_are_kept BEFORE UPDATE OR DELETE
    ON difference_dismissals FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  "REVOKE UPDATE ON difference_dismissals FROM depositary_api",
  "ALTER TABLE difference_dismissals ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE difference_dismissals FORCE ROW LEVEL SECURITY",
  "CREATE POLICY of_owner ON difference_dismissals TO CURRENT_USER USING (true)",
  `CREATE POLICY of_askers ON difference_dismissals TO depositary_api
    USING (EXISTS (SELECT FROM agreements x WHERE x.id = agreement))`,
  `CREATE POLICY of_officers ON difference_dismissals AS RESTRICTIVE FOR INSERT
    TO depositary_api WITH CHECK ((SELECT asks_for('legal-officer')))`,
  ...part("facts_of_differences", ofDifferences),
  ...part("facts_of_amendments", ofAmendments),
  // The differences matter until the text is authenticated.
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
        facts := facts_of_text(a);
        IF a.stage ? 'draft' OR a.stage ? 'review' THEN
          facts := facts || facts_of_differences(a);
        END IF;
        IF NOT a.stage ? 'draft' THEN facts := facts || facts_of_signing(a, office); END IF;
        IF a.stage ? 'publish' THEN
          facts := facts || facts_of_force(a) || facts_of_amendments(a);
        END IF;
        RETURN NEXT;
      END LOOP;
    END $$`,
];

/** What terms and words say differently stops the authentication, until it is mended or two officers dismiss it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
