import { type Kysely, sql } from "kysely";

const ofParties = `SELECT jsonb_build_object(
    'kinds', coalesce(jsonb_object_agg(ap.party, k.kind), '{}'),
    'behind', coalesce(jsonb_object_agg(ap.party, k.state) FILTER (WHERE k.state IS NOT NULL), '{}'),
    'governments', coalesce(jsonb_agg(ap.party) FILTER (WHERE ap.as_government), '[]'))
  FROM agreement_parties ap JOIN parties k ON k.code = ap.party WHERE ap.agreement = a.id`;

const statements = [
  "ALTER TABLE parties DROP CONSTRAINT parties_kind_check",
  `ALTER TABLE parties
    ADD CONSTRAINT parties_kind_check CHECK (kind IN ('state', 'ministry', 'agency', 'organization')),
    ADD COLUMN state text REFERENCES parties,
    ADD COLUMN forms jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN government jsonb,
    ADD CONSTRAINT bodies_have_a_state CHECK ((kind IN ('ministry', 'agency')) = (state IS NOT NULL))`,
  "ALTER TABLE agreement_parties ADD COLUMN as_government boolean NOT NULL DEFAULT false",
  `ALTER TABLE agreements ADD COLUMN party_order jsonb NOT NULL DEFAULT '{"by": "protocol"}'`,
  // A view keeps the columns of the day on which it was made.
  ...["parties", "agreement_parties"].map((table) => {
    const condition =
      table === "parties"
        ? "true"
        : "EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)";
    return `CREATE OR REPLACE VIEW register.${table} AS
      SELECT t.* FROM public.${table} t WHERE ${condition}`;
  }),
  `CREATE OR REPLACE FUNCTION facts_of_parties(a agreements) RETURNS jsonb LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN (${ofParties}); END $$`,
];

/**
 * Ministries and agencies with the State behind them, Governments as the form in which a State takes part, the forms of
 * names that sentences need, and the order of the parties for each instrument.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
