import { type Kysely, sql } from "kysely";

const ofParties = `SELECT jsonb_build_object(
    'kinds', coalesce(jsonb_object_agg(ap.party, k.kind), '{}'),
    'behind', coalesce(jsonb_object_agg(ap.party, k.state) FILTER (WHERE k.state IS NOT NULL), '{}'),
    'governments', coalesce(jsonb_agg(ap.party) FILTER (WHERE ap.as_government), '[]'))
    || CASE WHEN a.stage ? 'draft' THEN '{}' ELSE jsonb_build_object('generalPowers',
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'id', g.id, 'party', g.party, 'kind', 'full-powers', 'person', g.person, 'acts', g.acts,
          'from', g.valid_from, 'until', g.valid_until, 'presentedBy', g.lodged_by,
          'verifiedBy', (SELECT coalesce(jsonb_agg(x.person), '[]') FROM general_power_acts x
            WHERE x.power = g.id AND x.act = 'verified'),
          'void', EXISTS (SELECT FROM general_power_acts x
            WHERE x.power = g.id AND x.act <> 'verified')) ORDER BY g.at), '[]')
        FROM general_powers g JOIN agreement_parties t ON t.party = g.party
        WHERE t.agreement = a.id)) END
  FROM agreement_parties ap JOIN parties k ON k.code = ap.party WHERE ap.agreement = a.id`;

const lodges = "(SELECT asks_for('secretariat', 'service'))";

const statements = [
  `CREATE TABLE general_powers (
    id uuid PRIMARY KEY,
    party text NOT NULL REFERENCES parties,
    person uuid NOT NULL REFERENCES people,
    acts text[] NOT NULL,
    issued_by text NOT NULL,
    signed_by text NOT NULL,
    place text NOT NULL,
    issued_on date NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    restrictions text,
    form text NOT NULL CHECK (form IN ('original', 'copy')),
    lodged_by uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL
  )`,
  "CREATE INDEX general_powers_by_party ON general_powers (party, at)",
  `CREATE TABLE general_power_acts (
    power uuid NOT NULL REFERENCES general_powers,
    act text NOT NULL CHECK (act IN ('verified', 'rejected', 'revoked')),
    person uuid NOT NULL REFERENCES people,
    reason text,
    at timestamptz NOT NULL,
    PRIMARY KEY (power, act, person)
  )`,
  "CREATE UNIQUE INDEX general_powers_end_once ON general_power_acts (power) WHERE act <> 'verified'",
  ...["general_powers", "general_power_acts"].flatMap((table) => [
    `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `REVOKE UPDATE ON ${table} FROM depositary_api`,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
    `CREATE POLICY of_lodgers ON ${table} FOR INSERT TO depositary_api WITH CHECK (${lodges})`,
  ]),
  // A restriction counts only if the other parties know it (VCLT article 47): those with an agreement in common see it.
  // A function, because the planner would else read all agreements to answer for a few rows.
  `CREATE FUNCTION shares_an_agreement_with(asked text) RETURNS boolean LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN asks_for('archivist') OR EXISTS (SELECT FROM agreement_parties mine
        JOIN agreement_parties other ON other.agreement = mine.agreement AND other.party = asked
        WHERE mine.party = asking_party() AND (SELECT a.stage_name <> 'draft.editing'
          FROM agreements a WHERE a.id = mine.agreement));
    END $$`,
  "REVOKE EXECUTE ON FUNCTION shares_an_agreement_with FROM PUBLIC",
  "GRANT EXECUTE ON FUNCTION shares_an_agreement_with TO depositary_api",
  `CREATE POLICY of_readers ON general_powers FOR SELECT TO depositary_api USING (
    (SELECT asks_for('secretariat', 'legal-officer', 'service'))
    OR party = (SELECT asking_party()) OR shares_an_agreement_with(party))`,
  `CREATE POLICY of_readers ON general_power_acts FOR SELECT TO depositary_api
    USING (EXISTS (SELECT FROM general_powers g WHERE g.id = power))`,
  `CREATE OR REPLACE FUNCTION facts_of_parties(a agreements) RETURNS jsonb LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN (${ofParties}); END $$`,
];

/** General full powers, lodged once with the depositary for all instruments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
