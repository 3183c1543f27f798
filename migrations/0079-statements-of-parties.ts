import { type Kysely, sql } from "kysely";

/** What a depositary publishes of a party's statement; never its file, nor the officer's reason. */
const published = [
  "predecessor",
  "succeededOn",
  "basis",
  "operatesOn",
  "formerName",
  "effect",
  "territories",
  "takesEffectOn",
  "id",
  "declarations",
  "article",
  "change",
  "language",
  "text",
  "name",
  "address",
  "contact",
  "from",
];

const list = (names: string[]) => names.map((name) => `'${name}'`).join(", ");
const statementActs = [
  "succeed",
  "declare-continuity",
  "declare-territory",
  "declare-under-article",
  "designate-authority",
];
const consentActs = ["confirm", "deposit", "accede", "notify-completion", "withdraw-consent"];

const statements = [
  `CREATE OR REPLACE VIEW register.party_acts AS
    SELECT t.agreement, t.seq, t.party, t.act, t.on_day, t.detail ->> 'kind' AS kind,
      (SELECT coalesce(jsonb_object_agg(d.key, d.value), '{}') FROM jsonb_each(t.detail) AS d
        WHERE d.key IN (${list(published)})) AS said
    FROM public.party_acts t
    WHERE t.act IN (${list([...consentActs, ...statementActs])})
      AND EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)`,
  "ALTER FUNCTION facts_of_standing RENAME TO facts_of_undone",
  `CREATE FUNCTION facts_of_standing(a agreements) RETURNS jsonb LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN facts_of_undone(a) || jsonb_build_object('statements', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('party', x.party, 'act', x.act, 'on', x.on_day,
          'detail', x.detail, 'ended', (SELECT jsonb_build_object('by', e.act,
              'on', (e.at AT TIME ZONE (a.terms ->> 'zone'))::date)
            FROM evidence e WHERE e.agreement = a.id AND e.party = x.party AND e.seq > x.seq
              AND e.act IN ('end-participation', 'withdraw-consent') ORDER BY e.seq LIMIT 1))
          ORDER BY x.seq), '[]')
      FROM party_acts x WHERE x.agreement = a.id AND (x.act IN (${list(statementActs)})
        OR x.act IN ('deposit', 'accede') AND x.detail ? 'declarations'))); END $$`,
  "REVOKE EXECUTE ON FUNCTION facts_of_standing FROM PUBLIC",
];

/** Succession, territorial application, declarations under articles and authorities: facts, and what is public. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
