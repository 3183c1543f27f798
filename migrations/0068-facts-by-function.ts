import { type Kysely, sql } from "kysely";

const archived = "('sign.sealing', 'sign.sealFailed', 'publish')";

/** Facts about the current text. Acts on an earlier text no longer count. */
const ofText = `SELECT jsonb_build_object(
    'languages', a.languages,
    'terms', a.terms,
    'respondBy', extract(epoch FROM a.respond_by) * 1000,
    'parties', p.codes,
    'states', p.states,
    'standing', p.standing,
    'signatories', p.signatories,
    'digest', (SELECT digest FROM versions WHERE agreement = a.id AND number = a.text_version),
    'circulated', (SELECT digest FROM versions
      WHERE agreement = a.id AND number = a.circulated_version),
    'written', t.languages,
    'drafters', t.drafters,
    'approvedBy', (SELECT coalesce(jsonb_agg(party), '[]') FROM approvals
      WHERE agreement = a.id AND number = a.text_version),
    'certified', (SELECT coalesce(jsonb_agg(language), '[]') FROM concordances
      WHERE agreement = a.id AND number = a.text_version),
    'authenticatedBy', (SELECT coalesce(jsonb_agg(person), '[]') FROM authentications
      WHERE agreement = a.id AND number = a.text_version),
    'withdrawnBy', (SELECT coalesce(jsonb_agg(person), '[]') FROM withdrawals
      WHERE agreement = a.id AND number = a.text_version))
  FROM (SELECT coalesce(jsonb_agg(ap.party ORDER BY ap.position), '[]') AS codes,
      coalesce(jsonb_agg(ap.party) FILTER (WHERE k.kind = 'state'), '[]') AS states,
      coalesce(jsonb_object_agg(ap.party, ap.standing), '{}') AS standing,
      coalesce(jsonb_object_agg(ap.party, ap.signatory) FILTER (WHERE EXISTS (
          SELECT FROM people d WHERE d.id = ap.signatory AND d.party = ap.party
            AND d.state <> 'suspended' AND 'representative' = ANY (d.roles))
        OR EXISTS (SELECT FROM signatures g WHERE g.agreement = ap.agreement
          AND g.number = a.text_version AND g.party = ap.party)), '{}') AS signatories
    FROM agreement_parties ap JOIN parties k ON k.code = ap.party WHERE ap.agreement = a.id) AS p,
    (SELECT coalesce(jsonb_agg(language), '[]') AS languages,
      coalesce(jsonb_object_agg(language, drafter), '{}') AS drafters
    FROM version_texts WHERE agreement = a.id AND number = a.text_version) AS t`;

/** Facts from circulation on: authority, initials, originals, signatures. Proposals are for the office only. */
const ofSigning = `SELECT jsonb_build_object(
    'original', (SELECT CASE WHEN bool_and(original = 'common') THEN min(digest)
        ELSE encode(sha256(convert_to(string_agg(original || ':' || digest || E'\\n', ''
          ORDER BY original COLLATE "C"), 'UTF8')), 'hex') END
      FROM originals WHERE agreement = a.id AND number = a.text_version),
    'openedBy', o.people,
    'openedOn', o.on_day,
    'lastDays', (SELECT coalesce(jsonb_object_agg(party, days), '{}') FROM (
      SELECT party, jsonb_object_agg(act, on_day) AS days FROM (
        SELECT DISTINCT ON (party, act) party, act, on_day FROM party_acts
        WHERE agreement = a.id ORDER BY party, act, seq DESC) AS last GROUP BY party) AS each),
    'proposals', CASE WHEN office THEN (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'by', p.person, 'expiresAt', extract(epoch FROM p.expires_at) * 1000)
        ORDER BY p.at), '[]')
      FROM proposals p WHERE p.agreement = a.id AND NOT EXISTS (
        SELECT FROM proposal_endings e WHERE e.proposal = p.id)) ELSE '[]' END,
    'signedBy', (SELECT coalesce(jsonb_agg(party), '[]') FROM signatures
      WHERE agreement = a.id AND number = a.text_version),
    'agreedToWithdrawal', (SELECT coalesce(jsonb_agg(party), '[]') FROM withdrawal_agreements
      WHERE agreement = a.id AND number = a.text_version),
    'credentials', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', c.id, 'party', c.party, 'kind', c.kind, 'person', c.person, 'acts', c.acts,
        'from', c.valid_from, 'until', c.valid_until, 'presentedBy', c.presented_by,
        'verifiedBy', (SELECT coalesce(jsonb_agg(v.person), '[]')
          FROM credential_verifications v WHERE v.credential = c.id),
        'void', EXISTS (SELECT FROM credential_endings e WHERE e.credential = c.id)
      ) ORDER BY c.at), '[]') FROM credentials c WHERE c.agreement = a.id),
    'cleared', l.cleared,
    'initialledBy', l.initialled,
    'paper', (SELECT coalesce(jsonb_agg(
        jsonb_build_object('party', party, 'by', person, 'key', key)), '[]')
      FROM paper_signatures WHERE agreement = a.id AND number = a.text_version),
    'consents', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'party', party, 'act', act, 'as', "as", 'on', on_day) ORDER BY at), '[]') FROM (
      SELECT party, 'signature' AS act, signed_as AS "as",
        coalesce(signed_on, (at AT TIME ZONE 'UTC')::date) AS on_day, at
      FROM signatures WHERE agreement = a.id AND number = a.text_version
      UNION ALL
      SELECT party, CASE act WHEN 'confirm' THEN 'confirmation' WHEN 'accede' THEN 'accession'
        WHEN 'notify-completion' THEN 'notification' ELSE act END, NULL, on_day, at
      FROM party_acts WHERE agreement = a.id AND number = a.text_version
        AND act IN ('confirm', 'deposit', 'accede', 'notify-completion')) AS consenting),
    'reservations', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', r.id, 'party', r.party, 'kind', r.kind,
        'signedAs', (SELECT g.signed_as FROM signatures g WHERE g.agreement = r.agreement
          AND g.party = r.party AND g.number = a.text_version
          AND r.standing <> 'contracting' AND g.at = r.at),
        'madeOn', r.made_on,
        'confirmedOn', (SELECT min(x.on_day) FROM reservation_acts x
          WHERE x.reservation = r.id AND x.act = 'confirmation'),
        'withdrawn', EXISTS (
          SELECT FROM reservation_acts x WHERE x.reservation = r.id AND x.act = 'withdrawal'),
        'notified', (SELECT coalesce(jsonb_object_agg(n.party, jsonb_build_object(
            'circulatedOn', n.circulated_on, 'notifiedOn', n.notified_on)), '{}')
          FROM reservation_notifications n WHERE n.reservation = r.id),
        'answeredBy', (SELECT coalesce(jsonb_agg(x.party), '[]') FROM reservation_acts x
          WHERE x.reservation = r.id AND x.act IN ('acceptance', 'objection'))
      ) ORDER BY r.at), '[]') FROM reservations r WHERE r.agreement = a.id))
    || coalesce((SELECT jsonb_build_object('closesAt', extract(epoch FROM closes_at) * 1000,
        'groups', groups, 'quorum', quorum)
      FROM openings WHERE agreement = a.id AND number = a.text_version ORDER BY at LIMIT 1), '{}')
  FROM (SELECT coalesce(jsonb_agg(person), '[]') AS people,
      (max(at) AT TIME ZONE (a.terms ->> 'zone'))::date AS on_day
    FROM openings WHERE agreement = a.id AND number = a.text_version) AS o,
    (SELECT coalesce(jsonb_agg(party) FILTER (WHERE act = 'clear-signature'), '[]') AS cleared,
      coalesce(jsonb_agg(party) FILTER (WHERE act = 'initial'), '[]') AS initialled
    FROM party_acts WHERE agreement = a.id AND number = a.text_version
      AND act IN ('clear-signature', 'initial')) AS l`;

/** Facts after the seal: entry into force, notices, the end, corrections. */
const ofForce = `SELECT jsonb_build_object(
    'provisionalBy', (SELECT coalesce(jsonb_agg(party), '[]') FROM (
      SELECT DISTINCT ON (party) party, act FROM party_acts
      WHERE agreement = a.id AND act IN ('apply-provisionally', 'end-provisional')
      ORDER BY party, seq DESC) AS last WHERE act = 'apply-provisionally'),
    'entry', (SELECT jsonb_build_object(
        'instrument', min(on_day) FILTER (WHERE party = ''),
        'parties', coalesce(jsonb_object_agg(party, on_day) FILTER (WHERE party <> ''), '{}'))
      FROM entry_dates WHERE agreement = a.id),
    'notices', (SELECT coalesce(jsonb_object_agg(party, until), '{}') FROM (
      SELECT DISTINCT ON (party) party, act, detail ->> 'takesEffectOn' AS until FROM party_acts
      WHERE agreement = a.id AND act IN ('give-notice', 'revoke-notice')
      ORDER BY party, seq DESC) AS last WHERE act = 'give-notice'),
    'agreedToSuspension', (SELECT coalesce(jsonb_agg(party), '[]') FROM party_acts
      WHERE agreement = a.id AND act = 'agree-to-suspension' AND seq > coalesce(
        (SELECT max(seq) FROM evidence WHERE agreement = a.id AND act = 'resume'), 0)),
    'agreedToTermination', (SELECT coalesce(jsonb_agg(party), '[]') FROM party_acts
      WHERE agreement = a.id AND act = 'agree-to-termination'),
    'expiresOn', (SELECT max(ends_on) FROM periods WHERE agreement = a.id),
    'correction', (SELECT jsonb_build_object('until', c.until) FROM corrections c
      WHERE c.agreement = a.id ORDER BY c.at DESC LIMIT 1))`;

/** A part of the facts; PL/pgSQL keeps its plan for the connection. Callable only from \`facts_of\`. */
const part = (name: string, parameters: string, query: string) => [
  `CREATE FUNCTION ${name}(${parameters}) RETURNS jsonb LANGUAGE plpgsql STABLE
    SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    BEGIN RETURN (${query}); END $$`,
  `REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`,
];

const statements = [
  ...part("facts_of_text", "a agreements", ofText),
  ...part("facts_of_signing", "a agreements, office boolean", ofSigning),
  ...part("facts_of_force", "a agreements", ofForce),
  // The policies of every table it reads come down to whether the agreement itself may be seen, which is checked once.
  `CREATE FUNCTION facts_of(asked uuid[]) RETURNS TABLE (agreement uuid, facts jsonb)
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
        facts := facts_of_text(a);
        IF NOT a.stage ? 'draft' THEN facts := facts || facts_of_signing(a, office); END IF;
        IF a.stage ? 'publish' THEN facts := facts || facts_of_force(a); END IF;
        RETURN NEXT;
      END LOOP;
    END $$`,
  "REVOKE EXECUTE ON FUNCTION facts_of FROM PUBLIC",
  "GRANT EXECUTE ON FUNCTION facts_of TO depositary_api",
];

/**
 * Reads the facts on record about agreements in one function, which checks once what the principal may see. Under the
 * policies of each table the same query took four times as long.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
