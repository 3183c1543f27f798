import { type Kysely, sql } from "kysely";

const isPublished = (agreement: string) =>
  `EXISTS (SELECT FROM public.publications p WHERE p.agreement = ${agreement})`;
const ofPublished = `EXISTS (SELECT FROM public.reservations r
  WHERE r.id = t.reservation AND ${isPublished("r.agreement")})`;

/** What a depositary publishes of reservations: never who recorded it. */
const views = {
  reservations: `SELECT t.id, t.agreement, t.party, t.kind, t.language, t.text, t.articles, t.made_on,
      t.at FROM public.reservations t WHERE ${isPublished("t.agreement")}`,
  reservation_acts: `SELECT t.reservation, t.party, t.act, t.reason, t.on_day, t.at, t.excludes,
      t.ground FROM public.reservation_acts t WHERE ${ofPublished}`,
  reservation_changes: `SELECT t.id, t.reservation, t.language, t.text, t.articles, t.on_day, t.at
      FROM public.reservation_changes t WHERE ${ofPublished}`,
  reservation_decisions: `SELECT t.reservation, t.accepted, t.organ, t.reference, t.on_day
      FROM public.reservation_decisions t WHERE ${ofPublished}`,
};

const statements = [
  ...Object.entries(views).flatMap(([name, query]) => [
    `CREATE VIEW register.${name} AS ${query}`,
    `GRANT SELECT ON register.${name} TO depositary_public`,
  ]),
  // What the effects of reservations follow from: who consented when, and what was said, without people and credentials.
  `CREATE FUNCTION register.reservation_facts(asked uuid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      a agreements;
      known jsonb;
    BEGIN
      SELECT x.* INTO a FROM agreements x JOIN publications p ON p.agreement = x.id WHERE x.id = asked;
      IF a.id IS NULL THEN RETURN NULL; END IF;
      known := facts_of_text(a) || facts_of_parties(a) || facts_of_signing(a, false)
        || facts_of_opening(a) || facts_of_standing(a) || facts_of_reservations(a)
        || facts_of_force(a);
      RETURN (SELECT jsonb_object_agg(key, value) FROM jsonb_each(known)
        WHERE key IN ('terms', 'parties', 'entitled', 'negotiating', 'states', 'standing', 'consents',
          'undone', 'entry', 'notices', 'reservations'));
    END $$`,
  "REVOKE EXECUTE ON FUNCTION register.reservation_facts(uuid) FROM PUBLIC",
  "GRANT EXECUTE ON FUNCTION register.reservation_facts(uuid) TO depositary_public",
];

/** The public register shows reservations and declarations, what others said, and their effect. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
