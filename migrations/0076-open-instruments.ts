import { type Kysely, sql } from "kysely";

const seen = "EXISTS (SELECT FROM agreements a WHERE a.id = agreement)";

/** Whether a row of a party that did not negotiate has done more than being invited. */
const acted = "ap.standing !~ '^(invited|credentials|initialled|declined)'";

/** The parties by what they have done, and what is open to those that did not negotiate. */
export const ofOpening = `SELECT jsonb_build_object(
    'parties', coalesce(jsonb_agg(ap.party ORDER BY ap.position)
      FILTER (WHERE ap.negotiated OR ${acted}), '[]'),
    'joined', coalesce(jsonb_agg(ap.party ORDER BY ap.position)
      FILTER (WHERE NOT ap.negotiated AND ${acted}), '[]'),
    'entitled', coalesce(jsonb_agg(ap.party ORDER BY ap.position)
      FILTER (WHERE NOT ap.negotiated AND NOT ${acted}), '[]'),
    'waysIn', coalesce(jsonb_object_agg(ap.party, ap.ways_in)
      FILTER (WHERE NOT ap.negotiated AND ap.ways_in <> '{}'), '{}'))
  FROM agreement_parties ap WHERE ap.agreement = a.id`;

const statements = [
  // Whether a State belongs to the circles that participation clauses name.
  // Null as long as the office has not said: a State does, an organisation does not.
  "ALTER TABLE parties ADD COLUMN member boolean, ADD COLUMN un_system boolean",
  // What the text opens to a party that did not negotiate: to sign, to accede.
  "ALTER TABLE agreement_parties ADD COLUMN ways_in text[] NOT NULL DEFAULT '{}'",
  `UPDATE agreement_parties p SET negotiated = false WHERE EXISTS (SELECT FROM party_acts x
      WHERE x.agreement = p.agreement AND x.party = p.party AND x.act = 'accede')
    AND NOT EXISTS (SELECT FROM evidence e WHERE e.agreement = p.agreement AND e.seq = 1
      AND e.detail -> 'parties' ? p.party)`,
  "CREATE OR REPLACE VIEW register.agreement_parties AS SELECT t.* FROM public.agreement_parties t WHERE EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)",
  // Files that are sealed after the instrument: each has its own number, and none is ever replaced.
  `CREATE TABLE papers (
    agreement uuid NOT NULL,
    serial integer NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL CHECK (kind = 'signature-page'),
    party text NOT NULL REFERENCES parties,
    digest text NOT NULL UNIQUE,
    level text NOT NULL,
    trusted boolean NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, serial),
    UNIQUE (agreement, number, kind, party),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TRIGGER papers_are_kept BEFORE UPDATE OR DELETE ON papers
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  "REVOKE UPDATE ON papers FROM depositary_api",
  "ALTER TABLE papers ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE papers FORCE ROW LEVEL SECURITY",
  "CREATE POLICY of_owner ON papers TO CURRENT_USER USING (true)",
  `CREATE POLICY of_askers ON papers TO depositary_api USING (${seen})`,
  `CREATE POLICY of_service ON papers AS RESTRICTIVE FOR INSERT TO depositary_api
    WITH CHECK ((SELECT asks_for('service')))`,
  `CREATE VIEW register.papers AS SELECT t.* FROM public.papers t
    WHERE EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)`,
  "GRANT SELECT ON register.papers TO depositary_public",
  // From the opening the period for signature runs.
  `CREATE VIEW register.openings AS SELECT t.agreement, t.number, t.at FROM public.openings t
    WHERE EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)`,
  "GRANT SELECT ON register.openings TO depositary_public",
  `CREATE OR REPLACE FUNCTION facts_of_opening(a agreements) RETURNS jsonb LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN (${ofOpening}); END $$`,
];

/** Texts that stay open for signature after the first seal, and the papers that are sealed later. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
