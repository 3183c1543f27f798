import { X509Certificate } from "node:crypto";
import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { namesInAgreement } from "#src/db/names-of-party.ts";

/** How a consent was given, with the details that its method needs. */
type Method =
  | { kind: "passkey" | "account" }
  | { kind: "certificate"; holder: string }
  | { kind: "code" | "key"; reason: string }
  | { kind: "wet-ink"; scan: string };

type Office =
  | "head-of-state"
  | "head-of-government"
  | "foreign-minister"
  | "ambassador"
  | "delegate"
  | "head-of-body"
  | "executive-head";

/** The authority for the consent; null if none is on record. */
type Authority =
  | { kind: "full-powers"; issuedBy: string; signedBy: string; on: string }
  | { kind: "ex-officio"; office: Office }
  | { kind: "dispensed" }
  | null;

export type SignatureOnRecord = {
  party: Worded;
  person: Worded;
  title: Worded;
  as: "definitive" | "ad-referendum" | "subject-to-ratification";
  authority: Authority;
  method: Method;
  /** The day of the signature, in the instrument's zone. */
  on: string;
  at: string;
};

type Of = { id: string; number: number; terms: { authority: string } };

/** The parties' signatures of one version in the order of signing, each with its authority. */
export async function readSignatures(db: Db, { id, number, terms }: Of) {
  const rows = await db
    .selectFrom("signatures as s")
    .innerJoin("people", "people.id", "s.person")
    .select([
      namesInAgreement(sql`${id}::uuid`, sql.ref("s.party")).as("party"),
      "people.names as person",
      "people.titles as title",
      "s.signed_as as as",
      "s.method",
      "s.reason",
      "s.scan",
      "s.at",
      // Without a day it is older than terms, and the instrument's zone was UTC.
      sql<string>`coalesce(s.signed_on, (s.at AT TIME ZONE 'UTC')::date)::text`.as("on"),
      sql<Row["credential"]>`coalesce((
        SELECT jsonb_build_object('kind', c.kind, 'office', c.office, 'issuedBy', c.issued_by,
          'signedBy', c.signed_by, 'on', c.issued_on)
        FROM credentials c
        WHERE c.agreement = s.agreement AND c.party = s.party AND c.person = s.person
          AND (SELECT count(*) FROM credential_verifications v WHERE v.credential = c.id) >= 2
          AND NOT EXISTS (SELECT FROM credential_endings e WHERE e.credential = c.id AND e.at <= s.at)
        ORDER BY c.at DESC LIMIT 1), (
        SELECT jsonb_build_object('kind', 'full-powers', 'office', null, 'issuedBy', g.issued_by,
          'signedBy', g.signed_by, 'on', g.issued_on)
        FROM general_powers g WHERE g.party = s.party AND g.person = s.person
          AND (SELECT count(*) FROM general_power_acts x WHERE x.power = g.id
            AND x.act = 'verified' AND x.at <= s.at) >= 2
          AND NOT EXISTS (SELECT FROM general_power_acts x WHERE x.power = g.id
            AND x.act <> 'verified' AND x.at <= s.at)
        ORDER BY g.at DESC LIMIT 1))`.as("credential"),
      sql<Buffer | null>`(
        SELECT o.certificate FROM certificate_signatures o
        WHERE o.agreement = s.agreement AND o.number = s.number AND o.party = s.party
        LIMIT 1)`.as("certificate"),
    ])
    .where("s.agreement", "=", id)
    .where("s.number", "=", number)
    .orderBy(
      sql`(SELECT max(e.seq) FROM evidence e
        WHERE e.agreement = s.agreement AND e.party = s.party AND e.at = s.at)`,
    )
    .orderBy("s.at")
    .execute();
  return rows.map(
    ({ party, person, title, as, on, at, ...row }): SignatureOnRecord => ({
      party,
      person,
      title,
      as,
      authority: authorityOf(row.credential, terms),
      method: methodOf(row),
      on,
      at: at.toISOString(),
    }),
  );
}

type Row = {
  method: string;
  reason: string | null;
  scan: string | null;
  certificate: Buffer | null;
  credential: {
    kind: "full-powers" | "ex-officio";
    office: Office | null;
    issuedBy: string;
    signedBy: string;
    on: string;
  } | null;
};

function authorityOf(credential: Row["credential"], { authority }: Of["terms"]): Authority {
  if (!credential) return authority === "dispensed" ? { kind: "dispensed" } : null;
  const { kind, office, issuedBy, signedBy, on } = credential;
  if (kind === "ex-officio") return office ? { kind, office } : null;
  return { kind, issuedBy, signedBy, on };
}

function methodOf({ method, reason, scan, certificate }: Omit<Row, "credential">): Method {
  switch (method) {
    case "passkey":
      return { kind: "passkey" };
    case "certificate": {
      const { subject = "" } = certificate ? new X509Certificate(certificate) : {};
      return { kind: "certificate", holder: subject.split("\n").join(", ") };
    }
    case "code":
    case "key":
      return { kind: method, reason: reason ?? "–" };
    case "wet-ink":
      return { kind: "wet-ink", scan: scan ?? "–" };
    default:
      return { kind: "account" };
  }
}
