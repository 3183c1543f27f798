import { sql } from "kysely";
import type { Facts } from "#workflows/facts.ts";
import { storedOriginalsDigest } from "./originals-digest.ts";

/** The facts about an agreement `a` from circulation on: authority, initials, originals, signatures. */
export const factsOfSignature = sql<Partial<Facts>>`jsonb_build_object(
      'original', ${storedOriginalsDigest},
      'openedBy', (SELECT coalesce(jsonb_agg(person), '[]') FROM openings
        WHERE agreement = a.id AND number = a.text_version),
      'openedOn', (SELECT (max(at) AT TIME ZONE (a.terms ->> 'zone'))::date FROM openings
        WHERE agreement = a.id AND number = a.text_version),
      'lastDays', (SELECT coalesce(jsonb_object_agg(party, days), '{}') FROM (
        SELECT party, jsonb_object_agg(act, on_day) AS days FROM (
          SELECT DISTINCT ON (party, act) party, act, on_day FROM party_acts
          WHERE agreement = a.id ORDER BY party, act, seq DESC) AS last GROUP BY party) AS each),
      'proposals', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'by', p.person,
          'expiresAt', extract(epoch FROM p.expires_at) * 1000) ORDER BY p.at), '[]')
        FROM proposals p WHERE p.agreement = a.id AND NOT EXISTS (
          SELECT FROM proposal_endings e WHERE e.proposal = p.id)),
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
      'cleared', (SELECT coalesce(jsonb_agg(party), '[]') FROM party_acts
        WHERE agreement = a.id AND number = a.text_version AND act = 'clear-signature'),
      'initialledBy', (SELECT coalesce(jsonb_agg(party), '[]') FROM party_acts
        WHERE agreement = a.id AND number = a.text_version AND act = 'initial'),
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
        ) ORDER BY r.at), '[]') FROM reservations r WHERE r.agreement = a.id)
    ) || coalesce((SELECT jsonb_build_object('closesAt', extract(epoch FROM closes_at) * 1000,
          'groups', groups, 'quorum', quorum)
        FROM openings WHERE agreement = a.id AND number = a.text_version ORDER BY at LIMIT 1), '{}')`;
