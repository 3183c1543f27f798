import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";

export const powerStates = ["pending", "verified", "rejected", "revoked"] as const;

export type GeneralPowers = {
  id: string;
  party: string;
  person: { id: string; names: Worded };
  acts: string[];
  issuedBy: string;
  signedBy: string;
  place: string;
  issuedOn: string;
  validFrom: string;
  validUntil: string | null;
  restrictions: string | null;
  form: "original" | "copy";
  state: (typeof powerStates)[number];
  lodgedBy: string;
  verifiedBy: string[];
  /** Why they were rejected or revoked. */
  reason: string | null;
  lodgedAt: string;
};

const maxRows = 500;

/** The general full powers that the asker may see, newest first, at most 500; of one party if asked. One query. */
export async function listGeneralPowers(db: Db, party: string | null): Promise<GeneralPowers[]> {
  const { rows } = await sql<GeneralPowers & { at: Date }>`
    SELECT g.id, g.party, jsonb_build_object('id', p.id, 'names', p.names) AS person, g.acts,
      g.issued_by AS "issuedBy", g.signed_by AS "signedBy", g.place, g.issued_on AS "issuedOn",
      g.valid_from AS "validFrom", g.valid_until AS "validUntil", g.restrictions, g.form,
      g.lodged_by AS "lodgedBy", g.at, e.reason,
      coalesce(e.act, CASE WHEN cardinality(v.people) > 1 THEN 'verified' ELSE 'pending' END) AS state,
      v.people AS "verifiedBy"
    FROM general_powers g JOIN people p ON p.id = g.person,
      LATERAL (SELECT coalesce(array_agg(x.person::text ORDER BY x.at), '{}') AS people
        FROM general_power_acts x WHERE x.power = g.id AND x.act = 'verified') AS v
      LEFT JOIN LATERAL (SELECT x.act, x.reason FROM general_power_acts x
        WHERE x.power = g.id AND x.act <> 'verified' LIMIT 1) AS e ON true
    WHERE (${party}::text IS NULL OR g.party = ${party})
    ORDER BY g.at DESC, g.id LIMIT ${maxRows}`.execute(db);
  return rows.map(({ at, ...row }) => ({ ...row, lodgedAt: at.toISOString() }));
}
