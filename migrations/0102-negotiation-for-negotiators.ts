import { type Kysely, sql } from "kysely";

const own = "(SELECT nullif(current_setting('app.party', true), ''))";

const statements = [
  // As its owner: the rows that it reads have policies of their own.
  `CREATE FUNCTION took_no_part(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM agreement_parties
      WHERE agreement = asked AND party = nullif(current_setting('app.party', true), '')
        AND NOT negotiated) $$`,
  // Restrictive: beside the policies that say whose agreement it is. Comments and resolutions follow their thread.
  ...["threads", "change_requests"].map(
    (table) => `CREATE POLICY of_negotiators ON ${table} AS RESTRICTIVE FOR SELECT
      TO depositary_api USING (${own} IS NULL OR NOT took_no_part(agreement))`,
  ),
  `CREATE POLICY of_negotiators ON version_texts AS RESTRICTIVE FOR SELECT TO depositary_api
    USING (${own} IS NULL OR number = (SELECT a.text_version FROM agreements a WHERE a.id = agreement)
      OR NOT took_no_part(agreement))`,
];

/**
 * A State to which a text is open, or that joined later, took no part in its negotiation: the database too keeps from it
 * what was said and asked, and the earlier texts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
