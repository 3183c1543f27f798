import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Cursor } from "#src/db/cursor.ts";
import type { Db } from "#src/db/db.ts";
import type { Person } from "#src/people/person.ts";
import { visibleTo } from "../scope.ts";

export const credentialStates = ["pending", "verified", "rejected", "revoked"] as const;

export type RegisteredCredential = {
  id: string;
  agreement: string;
  reference: string;
  party: string;
  person: { id: string; names: Worded };
  kind: "full-powers" | "ex-officio";
  office: string | null;
  state: (typeof credentialStates)[number];
  acts: string[];
  issuedOn: string;
  validFrom: string;
  validUntil: string | null;
  restrictions: string | null;
  /** The holder's name in the certificate, if it differs from every name on record. */
  holder: string | null;
  form: "original" | "copy";
  file: string | null;
  created_at: Date;
};

type Filter = {
  party?: string | undefined;
  agreement?: string | undefined;
  state?: RegisteredCredential["state"] | undefined;
};

/**
 * The register of full powers for every agreement that the person sees, newest first, at most `limit` rows. Credentials
 * count as verified once two people have verified them; a rejection or revocation overrides that. Only the secretariat,
 * the legal officers and the party itself see the scan's digest.
 */
export async function listCredentials(
  db: Db,
  person: Person,
  { party, agreement, state }: Filter,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<RegisteredCredential[]> {
  const seen = db.selectFrom("agreements").select("id").where(visibleTo(person));
  const all = person.roles.some((role) => role === "secretariat" || role === "legal-officer");
  const { rows } = await sql<RegisteredCredential>`SELECT * FROM (
      SELECT c.id, c.agreement, a.reference, c.party,
        jsonb_build_object('id', p.id, 'names', p.names) AS person, c.kind, c.office, c.acts,
        c.issued_on AS "issuedOn", c.valid_from AS "validFrom", c.valid_until AS "validUntil",
        c.restrictions, c.holder, c.form, c.at AS created_at,
        CASE WHEN ${all} OR c.party = ${person.party} THEN c.file END AS file,
        coalesce((SELECT e.verdict FROM credential_endings e WHERE e.credential = c.id),
          CASE WHEN (SELECT count(*) FROM credential_verifications v WHERE v.credential = c.id) > 1
            THEN 'verified' ELSE 'pending' END) AS state
      FROM credentials c JOIN agreements a ON a.id = c.agreement JOIN people p ON p.id = c.person
      WHERE c.agreement IN (${seen})
        AND (${party ?? null}::text IS NULL OR c.party = ${party ?? null})
        AND (${agreement ?? null}::uuid IS NULL OR c.agreement = ${agreement ?? null})) AS listed
    WHERE (${state ?? null}::text IS NULL OR state = ${state ?? null})
      AND (${cursor?.at ?? null}::timestamptz IS NULL
        OR (created_at, id) < (${cursor?.at ?? null}::timestamptz, ${cursor?.id ?? null}::uuid))
    ORDER BY created_at DESC, id DESC LIMIT ${limit}`.execute(db);
  return rows;
}
