import { type Kysely, sql } from "kysely";

const archived = "('sign.sealing', 'sign.sealFailed', 'publish')";

const forced = (table: string) => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
  `CREATE POLICY of_service ON ${table} TO depositary_api USING ((SELECT asks_for('service')))`,
];

const marking = (name: string, body: string) => `CREATE FUNCTION ${name}() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    ${body}
    RETURN NULL;
  END $$`;

const statements = [
  // Which act waits for which party. Party '' is the office. "only" lists the people it waits for; NULL means everyone.
  // No foreign keys: they would lock the agreement, and an act must never wait for the keeper nor it for an act.
  `CREATE TABLE awaited_acts (
    agreement uuid NOT NULL,
    party text NOT NULL,
    act text NOT NULL,
    stage text NOT NULL,
    "only" uuid[],
    except_for uuid[] NOT NULL,
    since timestamptz NOT NULL,
    due timestamptz,
    PRIMARY KEY (agreement, party, act)
  )`,
  "CREATE INDEX awaited_acts_in_order ON awaited_acts (party, act, due, since, agreement)",
  // What waits in the agreement is to be judged again from this time on. Rows are only added and removed.
  `CREATE TABLE awaited_marks (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agreement uuid NOT NULL,
    at timestamptz NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
  )`,
  "CREATE INDEX awaited_marks_in_order ON awaited_marks (at, id)",
  "CREATE INDEX awaited_marks_by_agreement ON awaited_marks (agreement)",
  // Every act sets the agreement's version, so no act can forget the mark.
  marking(
    "mark_awaited",
    "INSERT INTO awaited_marks (agreement, at) VALUES (NEW.id, '-infinity');",
  ),
  `CREATE TRIGGER agreements_are_judged_again AFTER INSERT OR UPDATE OF version, stage, stage_name
    ON agreements FOR EACH ROW EXECUTE FUNCTION mark_awaited()`,
  // A signatory who is suspended or leaves the party can no longer sign for it.
  "CREATE INDEX agreement_parties_by_signatory ON agreement_parties (signatory) WHERE signatory IS NOT NULL",
  marking(
    "mark_awaited_of_signatory",
    `INSERT INTO awaited_marks (agreement, at)
      SELECT agreement, '-infinity' FROM agreement_parties WHERE signatory = NEW.id;`,
  ),
  `CREATE TRIGGER signatories_are_judged_again AFTER UPDATE OF state, roles, party ON people
    FOR EACH ROW WHEN ((OLD.state, OLD.roles, OLD.party) IS DISTINCT FROM (NEW.state, NEW.roles, NEW.party))
    EXECUTE FUNCTION mark_awaited_of_signatory()`,
  ...forced("awaited_acts"),
  ...forced("awaited_marks"),
  `CREATE POLICY of_askers ON awaited_acts FOR SELECT TO depositary_api USING (
    (SELECT asks_for('legal-officer', 'secretariat')) OR party = (SELECT asking_party())
    OR ((SELECT asks_for('archivist')) AND stage IN ${archived}))`,
  // Looks through some marks that are due: a row with their number, and the agreements of which the principal may see.
  // As the owner, because the planner would read all agreements to decide by a policy which marks may be seen.
  `CREATE FUNCTION due_marks(until timestamptz, most integer)
    RETURNS TABLE (agreement uuid, marks integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH due AS MATERIALIZED (
      SELECT m.agreement FROM awaited_marks m WHERE m.at <= until ORDER BY m.at, m.id LIMIT most)
    SELECT NULL::uuid, count(*)::integer FROM due
    UNION ALL SELECT d.agreement, NULL FROM (SELECT DISTINCT due.agreement FROM due) AS d CROSS JOIN LATERAL (
      SELECT FROM agreements a WHERE a.id = d.agreement AND (
        (SELECT current_setting('role', true) = 'none'
          OR asks_for('legal-officer', 'secretariat', 'service'))
        OR ((SELECT asks_for('archivist')) AND a.stage_name IN ${archived})
        OR (a.stage_name <> 'draft.editing' AND (SELECT asking_party()) = ANY (a.party_codes)))
      OFFSET 0) AS seen $$`,
  "REVOKE EXECUTE ON FUNCTION due_marks(timestamptz, integer) FROM PUBLIC",
  "GRANT EXECUTE ON FUNCTION due_marks(timestamptz, integer) TO depositary_api",
  "GRANT DELETE ON awaited_acts, awaited_marks TO depositary_api",
  "INSERT INTO awaited_marks (agreement, at) SELECT id, '-infinity' FROM agreements",
];

/** Who is awaited for what, kept in rows, and marks of what must be judged again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
