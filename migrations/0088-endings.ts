import { type Kysely, sql } from "kysely";

const statements = [
  `CREATE OR REPLACE FUNCTION facts_of_ending(a agreements) RETURNS jsonb LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN jsonb_build_object(
      'agreedToRenewal', (SELECT coalesce(jsonb_agg(DISTINCT party), '[]') FROM party_acts
        WHERE agreement = a.id AND act = 'agree-to-renewal' AND at > coalesce(
          (SELECT max(at) FROM periods WHERE agreement = a.id), '-infinity')),
      'agreedToResumption', (SELECT coalesce(jsonb_agg(DISTINCT party), '[]') FROM party_acts
        WHERE agreement = a.id AND act = 'agree-to-resumption' AND seq > coalesce(
          (SELECT max(seq) FROM evidence WHERE agreement = a.id
            AND act IN ('suspend', 'supersede')), 0)),
      'optedOut', (SELECT coalesce(jsonb_object_agg(party, until), '{}') FROM (
        SELECT DISTINCT ON (party) party, act, detail ->> 'takesEffectOn' AS until FROM party_acts
        WHERE agreement = a.id AND act IN ('opt-out-of-renewal', 'revoke-opt-out')
        ORDER BY party, seq DESC) AS last WHERE act = 'opt-out-of-renewal')); END $$`,
  "REVOKE EXECUTE ON FUNCTION facts_of_ending FROM PUBLIC",
];

/** Acts by which a participation ends: the register shows the day. */
const ending = ["give-notice", "revoke-notice", "opt-out-of-renewal", "revoke-opt-out"];

async function showEndings(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ source: string }>`
    SELECT pg_get_viewdef('register.party_acts'::regclass) AS source`.execute(db);
  const source = rows[0]?.source ?? "";
  const place = "ARRAY['confirm'::text";
  if (!source.includes(place)) throw new Error("register.party_acts does not read as expected.");
  const added = ending.map((act) => `'${act}'::text, `).join("");
  const changed = source.replace(place, `ARRAY[${added}'confirm'::text`);
  await sql.raw(`CREATE OR REPLACE VIEW register.party_acts AS ${changed}`).execute(db);
}

/** What parties agreed to and opted out of for the end of a period, among the facts; when parties leave, in the register. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await showEndings(db);
}
