import { type SqlBool, sql } from "kysely";
import type { Person, Role } from "#src/people/person.ts";
import { signatoryActs } from "../acting-signatory.ts";

/**
 * The agreements, rows of `agreements`, in which something may wait for one of the person's roles. Their stage has an
 * act of the role that is not clearly done already.
 */
export function waitsForRoles({ roles, party }: Person) {
  const each = roles.map((role) => sql`(${ofRole(role, party)})`);
  return sql<SqlBool>`(${sql.join([sql`false`, ...each], sql` OR `)})`;
}

function ofRole(role: Role, party: string | null) {
  if (role === "representative") return party === null ? sql`false` : ofParty(party);
  return conditions[role];
}

const proposed = sql`stage #>> '{publish,correction}' = 'proposed'`;

/** An act that waits for a second officer. */
const waitsForSecond = sql`EXISTS (SELECT FROM proposals p WHERE p.agreement = agreements.id
  AND NOT EXISTS (SELECT FROM proposal_endings e WHERE e.proposal = p.id))`;

/** A party whose signatory left before signing, while another can still be named. */
const lacksSignatory = sql`(stage_name IN ('sign.authenticated', 'sign.open')
  AND EXISTS (SELECT FROM agreement_parties ap WHERE ap.agreement = agreements.id
    AND NOT ${signatoryActs(sql`text_version`)}))`;

const conditions: Record<Exclude<Role, "representative">, ReturnType<typeof sql>> = {
  "legal-officer": sql`stage_name IN ('draft.editing', 'review.reconciling', 'review.concordance',
      'review.settled', 'sign.authenticated', 'sign.sealFailed')
    OR (stage_name = 'sign.open' AND EXISTS (SELECT FROM paper_signatures s
      WHERE s.agreement = agreements.id AND s.number = text_version))
    OR (stage_name IN ('review.circulated', 'sign.open') AND EXISTS (SELECT FROM withdrawals w
      WHERE w.agreement = agreements.id AND w.number = text_version))
    OR (stage_name = 'publish' AND (stage #>> '{publish,dissemination}' = 'withheld' OR ${proposed}))
    OR ${lacksSignatory} OR ${waitsForSecond}`,
  secretariat: sql`stage_name = 'sign.sealFailed' OR ${waitsForSecond}
    OR (stage_name ~ '^(review|sign)\\.' AND EXISTS (SELECT FROM credentials c
      WHERE c.agreement = agreements.id
        AND NOT EXISTS (SELECT FROM credential_endings e WHERE e.credential = c.id)
        AND (SELECT count(*) FROM credential_verifications v WHERE v.credential = c.id) < 2))
    OR (stage_name = 'publish' AND EXISTS (SELECT FROM agreement_parties p
      WHERE p.agreement = agreements.id AND p.standing IN ('signedDefinitive', 'contracting')
        AND NOT EXISTS (SELECT FROM entry_dates d
          WHERE d.agreement = p.agreement AND d.party = p.party)))`,
  archivist: sql`stage_name = 'publish' AND (
    stage #>> '{publish,custody}' IN ('sealed', 'ingested', 'fixityFailed')
    OR stage #>> '{publish,dissemination}' IN ('published', 'submittedToUN'))`,
  service: sql`false`,
};

/** What a party still owes an agreement: signatory, authority, answer, signature or confirmation. */
function ofParty(party: string) {
  return sql`EXISTS (SELECT FROM agreement_parties ap
    WHERE ap.agreement = agreements.id AND ap.party = ${party} AND (
      (stage_name ~ '^(review|sign\\.(authenticated|open))' AND (
        NOT ${signatoryActs(sql`text_version`)}
        OR (terms ->> 'authority' <> 'dispensed' AND ap.standing IN ('invited', 'credentials.rejected'))))
      OR (stage_name = 'review.circulated' AND NOT EXISTS (SELECT FROM approvals v
        WHERE v.agreement = agreements.id AND v.number = text_version AND v.party = ${party}))
      OR (stage_name = 'review.settled' AND terms ->> 'authentication' = 'initials')
      OR (stage_name IN ('review.settled', 'sign.authenticated', 'sign.open')
        AND terms ->> 'clearance' = 'true' AND NOT EXISTS (SELECT FROM party_acts c
          WHERE c.agreement = agreements.id AND c.number = text_version AND c.party = ${party}
            AND c.act = 'clear-signature'))
      OR (stage_name = 'sign.open' AND NOT EXISTS (SELECT FROM signatures g
        WHERE g.agreement = agreements.id AND g.number = text_version AND g.party = ${party}))
      OR ap.standing IN ('unauthorised', 'signedAdReferendum')
      OR (stage_name = 'publish' AND EXISTS (SELECT FROM reservations r
        WHERE r.agreement = agreements.id AND r.kind = 'reservation' AND r.party <> ${party}
          AND NOT EXISTS (SELECT FROM reservation_acts x WHERE x.reservation = r.id
            AND (x.act = 'withdrawal' OR (x.party = ${party}
              AND x.act IN ('acceptance', 'objection'))))))))`;
}
