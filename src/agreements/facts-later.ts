import { sql } from "kysely";
import type { Facts } from "#workflows/facts.ts";

/** The facts about an agreement `a` after its seal: entry into force, notices, its end, corrections. */
export const laterFacts = sql<Partial<Facts>>`jsonb_build_object(
      'provisionalBy', (SELECT coalesce(jsonb_agg(party), '[]') FROM (
        SELECT DISTINCT ON (party) party, act FROM party_acts
        WHERE agreement = a.id AND act IN ('apply-provisionally', 'end-provisional')
        ORDER BY party, seq DESC) AS last WHERE act = 'apply-provisionally'),
      'entry', jsonb_build_object(
        'instrument', (SELECT on_day FROM entry_dates WHERE agreement = a.id AND party = ''),
        'parties', (SELECT coalesce(jsonb_object_agg(party, on_day), '{}') FROM entry_dates
          WHERE agreement = a.id AND party <> '')),
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
        WHERE c.agreement = a.id ORDER BY c.at DESC LIMIT 1)
    )`;
