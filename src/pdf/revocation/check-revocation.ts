import { createHash, type X509Certificate } from "node:crypto";
import type { RevocationSource } from "./find-lists.ts";
import { type Crl, revocationIn } from "./read-crl.ts";

/**
 * What happens if no list says whether a certificate was revoked. `required`: it is refused. `preferred`: it is
 * accepted, and the record says so. `none`: no list is consulted, and the record says so.
 */
export type RevocationPolicy = "required" | "preferred" | "none";

export const revocationPolicies = ["required", "preferred", "none"] as const;

export type RevocationQuestion = {
  revocation: RevocationSource;
  /** Null: required for certificates that should have a list, preferred for all others. */
  policy: RevocationPolicy | null;
};

/** The record of a revocation check. */
export type RevocationRecord = {
  policy: RevocationPolicy;
  /** Whether a current list covered every certificate on the path, and none was on it. */
  checked: boolean;
  /** The lists used: times in RFC 3339, digest in hex. */
  lists: { issuer: string; from: string; until: string; sha256: string }[];
  /** Sentences: which certificate's state is unknown, and why. */
  warnings: string[];
};

export type RevocationOutcome = {
  record: RevocationRecord;
  /** The first revoked certificate on the path. */
  revoked: X509Certificate | null;
  /** Whether the policy requires something that is unknown. */
  isRefused: boolean;
};

/**
 * Checks each certificate from a signer to its trusted authority for revocation. An unusable list never counts as proof
 * that a certificate is not revoked.
 */
export async function checkRevocation(
  chain: X509Certificate[],
  { revocation, policy }: RevocationQuestion,
): Promise<RevocationOutcome> {
  const record: RevocationRecord = {
    policy: policy ?? "preferred",
    checked: true,
    lists: [],
    warnings: [],
  };
  const below = chain.slice(0, -1);
  if (policy === "none") {
    const warnings =
      below.length > 0 ? ["Nobody was asked whether a certificate was revoked."] : [];
    return { record: { ...record, checked: false, warnings }, revoked: null, isRefused: false };
  }
  let isRefused = false;
  for (const [depth, certificate] of below.entries()) {
    const issuer = chain[depth + 1]!;
    const { list, isExpected, why } = await revocation.listFor(certificate, issuer);
    if (policy === null && isExpected) record.policy = "required";
    if (list) {
      record.lists.push(describeList(list, issuer));
      if (revocationIn(list, certificate))
        return { record, revoked: certificate, isRefused: false };
      continue;
    }
    record.checked = false;
    record.warnings.push([unknownOf(certificate), ...why].join(" "));
    isRefused ||= policy === "required" || (policy === null && isExpected);
  }
  return { record, revoked: null, isRefused };
}

/** The sentence for a certificate that no list covers. */
function unknownOf(certificate: X509Certificate): string {
  return `It is not known whether the certificate of ${oneLine(certificate.subject)} was revoked: there is no usable list of ${oneLine(certificate.issuer)}.`;
}

function describeList({ der, from, until }: Crl, issuer: X509Certificate) {
  return {
    issuer: oneLine(issuer.subject),
    from: from.toISOString(),
    until: until.toISOString(),
    sha256: createHash("sha256").update(der).digest("hex"),
  };
}

const oneLine = (name: string) => name.replaceAll("\n", ", ");
