import { type Kysely, sql } from "kysely";

/** The acts of consent before a point of the record, counted as the facts list them. */
const consentsBefore = (at: string, seq: string) => `(SELECT count(*) FROM signatures s
    WHERE s.agreement = a.id AND s.number = a.text_version AND s.party = e.party AND s.at <= ${at})
  + (SELECT count(*) FROM party_acts x WHERE x.agreement = a.id AND x.number = a.text_version
    AND x.party = e.party AND x.seq < ${seq}
    AND x.act IN ('confirm', 'deposit', 'accede', 'notify-completion'))`;

const statements = [
  // A party that consents again after its withdrawal has a second day of entry into force.
  "ALTER TABLE entry_dates ADD COLUMN participation integer NOT NULL DEFAULT 1",
  "ALTER TABLE entry_dates DROP CONSTRAINT entry_dates_pkey",
  "ALTER TABLE entry_dates ADD PRIMARY KEY (agreement, party, participation)",
  `CREATE OR REPLACE VIEW register.entry_dates AS
    SELECT t.agreement, t.party, t.on_day, t.reason, t.derived_on, t.participation
    FROM public.entry_dates t
    WHERE EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)`,
  // What a depositary publishes of a party's acts: the kind and the day, never who recorded it.
  `CREATE VIEW register.party_acts AS
    SELECT t.agreement, t.seq, t.party, t.act, t.on_day, t.detail ->> 'kind' AS kind
    FROM public.party_acts t
    WHERE t.act IN ('confirm', 'deposit', 'accede', 'notify-completion', 'withdraw-consent')
      AND EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)`,
  "GRANT SELECT ON register.party_acts TO depositary_public",
  `CREATE VIEW register.ended_participations AS
    SELECT e.agreement, e.party, e.seq, (e.at AT TIME ZONE (a.terms ->> 'zone'))::date AS on_day
    FROM public.evidence e JOIN public.agreements a ON a.id = e.agreement
    WHERE e.act = 'end-participation'
      AND EXISTS (SELECT FROM public.publications p WHERE p.agreement = e.agreement)`,
  "GRANT SELECT ON register.ended_participations TO depositary_public",
  `CREATE OR REPLACE FUNCTION facts_of_standing(a agreements) RETURNS jsonb LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN (SELECT jsonb_build_object('undone', coalesce(jsonb_object_agg(u.party,
      jsonb_build_object(
        'undoings', u.undoings,
        'renewed', (SELECT count(*) FROM evidence e WHERE e.agreement = a.id AND e.party = u.party
          AND e.act = 'end-participation' AND EXISTS (SELECT FROM party_acts x
            WHERE x.agreement = a.id AND x.party = u.party AND x.act = 'accede'
              AND x.seq > e.seq)),
        'entry', (SELECT d.on_day FROM entry_dates d
          WHERE d.agreement = a.id AND d.party = u.party AND d.participation = 1 +
            (SELECT count(*) FROM evidence e WHERE e.agreement = a.id AND e.party = u.party
              AND e.act = 'end-participation')),
        'reservations', (SELECT coalesce(jsonb_agg(r.id), '[]') FROM reservations r
          WHERE r.agreement = a.id AND r.party = u.party AND r.at <= (SELECT max(e.at)
            FROM evidence e WHERE e.agreement = a.id AND e.party = u.party
              AND e.act = 'end-participation')))), '{}'))
      FROM (SELECT e.party, jsonb_agg(jsonb_build_object('act', e.act, 'on',
          coalesce((SELECT x.on_day FROM party_acts x WHERE x.agreement = a.id AND x.seq = e.seq),
            (e.at AT TIME ZONE (a.terms ->> 'zone'))::date),
          'after', ${consentsBefore("e.at", "e.seq")}) ORDER BY e.seq) AS undoings
        FROM evidence e WHERE e.agreement = a.id AND e.party IS NOT NULL
          AND e.act IN ('end-participation', 'withdraw-consent') GROUP BY e.party) AS u); END $$`,
];

/** Consents that parties took back, and participations after an earlier one has ended. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
