import { type Kysely, sql } from "kysely";

const archived = "('sign.sealing', 'sign.sealFailed', 'publish')";

/**
 * Acts that change the parties, the terms, the scope or the application of a registered treaty (Regulations, article 2).
 * A correction has a notice of its own (VCLT article 79(5)).
 */
const later = [
  "confirm",
  "deposit",
  "accede",
  "notify-completion",
  "succeed",
  "declare-continuity",
  "declare-territory",
  "declare-under-article",
  "withdraw-consent",
  "apply-provisionally",
  "end-provisional",
  "enter-into-force",
  "give-notice",
  "revoke-notice",
  "end-participation",
  "withdraw-reservation",
  "change-reservation",
  "answer-reservation",
  "withdraw-objection",
  "settle-reservations",
  "record-organ-decision",
  "terminate",
  "expire",
  "suspend",
  "resume",
  "renew",
  "supersede",
];

const ofRegistration = `SELECT jsonb_build_object('registration', jsonb_build_object(
    'submitted', (SELECT coalesce(jsonb_agg(s.action ORDER BY s.action), '[]')
      FROM un_submissions s WHERE s.agreement = a.id),
    'registered', (SELECT coalesce(jsonb_agg(r.action ORDER BY r.action), '[]')
      FROM un_registrations r WHERE r.agreement = a.id),
    'later', (SELECT coalesce(jsonb_agg(e.seq ORDER BY e.seq), '[]') FROM un_submissions s
      JOIN evidence e ON e.agreement = s.agreement AND e.seq > s.seq
        AND e.act IN (${later.map((act) => `'${act}'`).join(", ")})
      WHERE s.agreement = a.id AND s.action = 0),
    'unSystem', (SELECT coalesce(jsonb_agg(p.code), '[]') FROM agreement_parties ap
      JOIN parties p ON p.code = ap.party WHERE ap.agreement = a.id AND p.un_system)))`;

const tables = ["un_submissions", "un_registrations"];
const published = "EXISTS (SELECT FROM public.publications p WHERE p.agreement = t.agreement)";

const statements = [
  // What was sent to the Secretariat of the United Nations: action 0 is the treaty itself, another one the entry of the
  // evidence that changed it.
  `CREATE TABLE un_submissions (
    agreement uuid NOT NULL REFERENCES agreements,
    action integer NOT NULL CHECK (action >= 0),
    seq integer NOT NULL,
    route text NOT NULL CHECK (route IN ('registration', 'filing')),
    basis text NOT NULL CHECK (basis IN ('in-force', 'provisional')),
    sent_by text REFERENCES parties,
    on_day date NOT NULL,
    reason text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, action)
  )`,
  `CREATE TABLE un_registrations (
    agreement uuid NOT NULL,
    action integer NOT NULL,
    number text NOT NULL,
    on_day date,
    volume text NOT NULL,
    certificate text,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, action),
    FOREIGN KEY (agreement, action) REFERENCES un_submissions
  )`,
  // Those that were sent before this release have no row; the archive's acts are their record.
  `INSERT INTO un_submissions SELECT e.agreement, 0, e.seq, 'registration', 'in-force', NULL,
      (e.at AT TIME ZONE coalesce(a.terms ->> 'zone', 'UTC'))::date,
      coalesce(e.detail ->> 'reason', ''), e.person, e.at
    FROM evidence e JOIN agreements a ON a.id = e.agreement WHERE e.act = 'submit-to-un'
    ORDER BY e.seq ON CONFLICT DO NOTHING`,
  `INSERT INTO un_registrations SELECT e.agreement, 0, coalesce(e.detail ->> 'number', ''), NULL, '',
      NULL, e.person, e.at
    FROM evidence e JOIN un_submissions s ON s.agreement = e.agreement
    WHERE e.act = 'register-with-un' ORDER BY e.seq ON CONFLICT DO NOTHING`,
  ...tables.flatMap((table) => [
    `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `REVOKE UPDATE ON ${table} FROM depositary_api`,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
    `CREATE POLICY of_askers ON ${table} TO depositary_api
      USING (EXISTS (SELECT FROM agreements a WHERE a.id = agreement))`,
    `CREATE POLICY of_archive ON ${table} AS RESTRICTIVE FOR INSERT TO depositary_api
      WITH CHECK ((SELECT asks_for('archivist', 'service')))`,
  ]),
  `CREATE VIEW register.un_registrations AS SELECT t.agreement, t.action, t.number, t.on_day, t.volume
    FROM public.un_registrations t WHERE ${published}`,
  "GRANT SELECT ON register.un_registrations TO depositary_public",
  `CREATE FUNCTION facts_of_registration(a agreements) RETURNS jsonb LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN (${ofRegistration}); END $$`,
  "REVOKE EXECUTE ON FUNCTION facts_of_registration FROM PUBLIC",
  // A correction of what was registered as it then read is notified; one made before was sent with the text.
  `CREATE OR REPLACE FUNCTION facts_of_corrections(a agreements) RETURNS jsonb LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN (SELECT jsonb_build_object(
      'correction', (SELECT jsonb_build_object('id', c.id, 'until', c.until,
          'open', NOT EXISTS (SELECT FROM correction_acts x WHERE x.correction = c.id
            AND x.act IN ('objection', 'withdrawal', 'correction')),
          'agreed', (SELECT coalesce(jsonb_agg(x.party), '[]') FROM correction_acts x
            WHERE x.correction = c.id AND x.act = 'agreement'))
        FROM corrections c WHERE c.agreement = a.id ORDER BY c.at DESC LIMIT 1),
      'correctionsToNotify', (SELECT coalesce(jsonb_agg(c.id ORDER BY x.at), '[]')
        FROM corrections c JOIN correction_acts x ON x.correction = c.id AND x.act = 'correction'
        JOIN un_submissions s ON s.agreement = c.agreement AND s.action = 0
        JOIN un_registrations r ON r.agreement = c.agreement AND r.action = 0
        WHERE c.agreement = a.id AND x.at > s.at
          AND NOT EXISTS (SELECT FROM correction_acts u
            WHERE u.correction = c.id AND u.act = 'un-notice')),
      'copies', (SELECT count(*) FROM certified_copies x WHERE x.agreement = a.id))); END $$`,
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
        facts := facts_of_text(a) || facts_of_parties(a);
        IF a.stage ? 'draft' OR a.stage ? 'review' THEN
          facts := facts || facts_of_differences(a);
        END IF;
        IF NOT a.stage ? 'draft' THEN
          facts := facts || facts_of_signing(a, office) || facts_of_opening(a);
        END IF;
        IF a.stage ? 'sign' OR a.stage ? 'publish' THEN
          facts := facts || facts_of_standing(a) || facts_of_reservations(a);
        END IF;
        IF a.stage ? 'publish' THEN
          facts := facts || facts_of_force(a) || facts_of_amendments(a)
            || facts_of_corrections(a) || facts_of_ending(a) || facts_of_registration(a);
        END IF;
        RETURN NEXT;
      END LOOP;
    END $$`,
];

/** Registration with the United Nations: what was sent, and what was registered, for the treaty and each later action. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
