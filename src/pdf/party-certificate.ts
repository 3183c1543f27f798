import { X509Certificate } from "node:crypto";
import { Refusal, type RefusalCode } from "#src/errors.ts";
import {
  checkRevocation,
  type RevocationQuestion,
  type RevocationRecord,
} from "./revocation/check-revocation.ts";
import { isStrongKey } from "./verify/algorithms.ts";
import { checkTrust, readTrust } from "./verify/check-trust.ts";
import type { Finding, FindingCode } from "./verify/findings.ts";

export type OfferedCertificate = {
  /** DER */
  certificate: Uint8Array;
  /** DER; its issuers, in any order. */
  chain: Uint8Array[];
};

export type PartyTrust = RevocationQuestion & {
  /** PEM; the authorities that vouch for this party's signatories. */
  trust: readonly string[];
  at: Date;
};

/** The name of a certificate's holder. */
export function holderName({ subject }: X509Certificate): string {
  return /^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll("\n", ", ");
}

/** The holder of a certificate: its common name, distinguished names on one line, numbers in hex, times in RFC 3339. */
export type Holder = Record<
  "name" | "subject" | "issuer" | "serial" | "sha256" | "validTo",
  string
>;

export type CheckedCertificate = {
  /** DER; from the certificate's issuer to the party's authority. */
  chain: Uint8Array[];
  holder: Holder;
  /** What was known about revocations, for the record. */
  revocation: RevocationRecord;
};

/**
 * Checks a certificate that a party wants to sign with. It must lead to an authority of that party, be valid on the
 * day, meant for documents and strong, and not be revoked, as far as the party's policy requires.
 *
 * @throws Refusal `certificate-…`
 */
export async function checkPartyCertificate(
  offered: OfferedCertificate,
  { trust, at, ...question }: PartyTrust,
): Promise<CheckedCertificate> {
  const { signer, certificates } = readOffered(offered);
  if (!isStrongKey(signer.publicKey)) throw refusalFor("weak-algorithm");
  const { findings, chain } = checkTrust({
    signer,
    certificates,
    trust: readTrust(trust),
    signedAt: at,
    at,
    isProven: false,
    seenAt: null,
    purpose: "documents",
    lists: [],
    label: "",
  });
  const [first] = findings.filter(({ code }) => code !== "broken-signature");
  if (first) throw refusalFor(first.code);
  const { record, revoked, isRefused } = await checkRevocation(chain, question);
  if (revoked) throw refusalFor("revoked");
  if (isRefused) throw unknownRevocation(record.warnings);
  return {
    chain: chain.slice(1).map(({ raw }) => new Uint8Array(raw)),
    holder: describe(signer),
    revocation: record,
  };
}

function unknownRevocation(warnings: string[]): Refusal {
  return new Refusal(
    "certificate-revocation-unknown",
    "It is not known whether the certificate was revoked, and the party's policy asks for it. Nothing was signed.",
    { errors: warnings.map((detail) => ({ pointer: "/certificate", detail })) },
  );
}

function describe(certificate: X509Certificate): Holder {
  const { subject, issuer, serialNumber, fingerprint256, validTo } = certificate;
  return {
    name: holderName(certificate),
    subject: subject.replaceAll("\n", ", "),
    issuer: issuer.replaceAll("\n", ", "),
    serial: serialNumber.toLowerCase(),
    sha256: fingerprint256.replaceAll(":", "").toLowerCase(),
    validTo: new Date(validTo).toISOString(),
  };
}

/** The refusal, before the signature is made, of what the verifier would find in the file. */
export function refusalFor(code: FindingCode): Refusal {
  const [refusal, sentence] = refusals[code] ?? refusals["broken-signature"]!;
  return new Refusal(refusal, sentence);
}

/** The most serious finding against a signature, as a refusal. */
export function refusalOf(findings: Finding[]): Refusal | null {
  const order = Object.keys(refusals);
  const [first] = findings.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
  return first ? refusalFor(first.code) : null;
}

const refusals: Partial<Record<FindingCode, [RefusalCode, string]>> = {
  "certificate-swapped": [
    "signature-of-another-certificate",
    "The signature was made with another certificate than the one announced.",
  ],
  "digest-mismatch": [
    "signature-over-another-digest",
    "The signature is over another digest than the one given out.",
  ],
  "signature-mismatch": [
    "signature-does-not-hold",
    "The signature was not made with the key of the certificate.",
  ],
  "weak-algorithm": [
    "certificate-is-weak",
    "The key or algorithm can be forged or is not accepted: RSA from 2048 bits or a curve from 256, with SHA-2.",
  ],
  revoked: ["certificate-is-revoked", "The certificate, or one above it, has been revoked."],
  expired: ["certificate-is-not-valid", "The certificate is not valid on this day."],
  "expired-since": ["certificate-is-not-valid", "The certificate is not valid on this day."],
  "no-authority": [
    "certificate-is-not-trusted",
    "No authority is on record whose certificates may sign for the party.",
  ],
  "unknown-authority": [
    "certificate-is-not-trusted",
    "The certificate does not lead to an authority that is on record for the party.",
  ],
  "wrong-purpose": [
    "certificate-is-for-another-use",
    "The certificate, or one above it, is not meant for signing documents.",
  ],
  "constraint-broken": [
    "certificate-is-for-another-use",
    "The certificate has a name or a policy that an authority above it may not give.",
  ],
  "broken-signature": [
    "signature-is-no-pades",
    "The signature is not written as PAdES asks (ETSI EN 319 142-1, 6.3).",
  ],
};

function readOffered({ certificate, chain }: OfferedCertificate) {
  try {
    const all = [certificate, ...chain].map((der) => new X509Certificate(der));
    if (all.some(({ raw }, i) => raw.length !== [certificate, ...chain][i]!.length)) throw null;
    return { signer: all[0]!, certificates: all };
  } catch {
    throw new Refusal("malformed-request", "A certificate cannot be read as DER.", {
      errors: [{ pointer: "/certificate", detail: "is not an X.509 certificate in DER" }],
    });
  }
}
