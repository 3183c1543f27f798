import { type RawBuilder, sql } from "kysely";

export type CredentialView = {
  id: string;
  kind: "full-powers" | "ex-officio";
  /** Whether they were lodged once for all instruments. */
  general: boolean;
  office: string | null;
  person: string;
  issuedBy: string;
  signedBy: string;
  acts: string[];
  issuedOn: string;
  validFrom: string;
  validUntil: string | null;
  /** Every party sees it: a restriction counts only if the others know it (VCLT article 47). */
  restrictions: string | null;
  form: "original" | "copy";
  verifiedBy: string[];
  ending: { verdict: string; reason: string } | null;
};

/**
 * The credentials of the row `p` of `agreement_parties`, as JSON: those presented for the agreement, then its general full
 * powers.
 */
export function credentialsOf(agreement: string): RawBuilder<CredentialView[]> {
  return sql`(SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'kind', c.kind, 'general', false, 'office', c.office, 'person', c.person,
      'issuedBy', c.issued_by, 'signedBy', c.signed_by, 'acts', c.acts,
      'issuedOn', c.issued_on, 'validFrom', c.valid_from, 'validUntil', c.valid_until,
      'restrictions', c.restrictions, 'form', c.form,
      'verifiedBy', (SELECT coalesce(jsonb_agg(v.person), '[]')
        FROM credential_verifications v WHERE v.credential = c.id),
      'ending', (SELECT jsonb_build_object('verdict', e.verdict, 'reason', e.reason)
        FROM credential_endings e WHERE e.credential = c.id)) ORDER BY c.at), '[]')
    FROM credentials c WHERE c.agreement = ${agreement} AND c.party = p.party)
  || (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', g.id, 'kind', 'full-powers', 'general', true, 'office', null, 'person', g.person,
      'issuedBy', g.issued_by, 'signedBy', g.signed_by, 'acts', g.acts,
      'issuedOn', g.issued_on, 'validFrom', g.valid_from, 'validUntil', g.valid_until,
      'restrictions', g.restrictions, 'form', g.form,
      'verifiedBy', (SELECT coalesce(jsonb_agg(x.person), '[]')
        FROM general_power_acts x WHERE x.power = g.id AND x.act = 'verified'),
      'ending', (SELECT jsonb_build_object('verdict', x.act, 'reason', x.reason)
        FROM general_power_acts x WHERE x.power = g.id AND x.act <> 'verified' LIMIT 1))
      ORDER BY g.at), '[]')
    FROM general_powers g WHERE g.party = p.party)`;
}
