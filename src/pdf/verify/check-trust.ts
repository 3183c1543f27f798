import { X509Certificate } from "node:crypto";
import { oids } from "../cms/oids.ts";
import { readCertificate } from "../cms/read-certificate.ts";
import { contentOf, membersOf, objectIdOf, readDer, sameBytes } from "../cms/read-der.ts";
import { type Crl, isIssuedBy, revokedAt } from "../revocation/read-crl.ts";
import { isAccepted, isStrongKey } from "./algorithms.ts";
import { type Finding, finding } from "./findings.ts";

export type TrustQuestion = {
  signer: X509Certificate;
  /** Those in the signature, the signer's among them. */
  certificates: X509Certificate[];
  trust: X509Certificate[];
  /** The day of signing: as a timestamp proves it, else as the signature says it. */
  signedAt: Date;
  /** The day of asking, where it matters: without a timestamp an expired certificate proves nothing. */
  at: Date | null;
  /** Whether `signedAt` is proven by a timestamp: what is revoked later does no harm then. */
  isProven: boolean;
  /** What the certificate must be meant for. */
  purpose: "documents" | "timestamps";
  /** Revocation lists at hand, from the file and from who asks. */
  lists: Crl[];
  label: string;
};

/** Where a signer's certificates lead. */
export type Chain = {
  findings: Finding[];
  /** From the signer to the trusted authority; empty where there is no way. */
  chain: X509Certificate[];
};

/** Reads PEM texts, each with one or more certificates, and DER. Throws where one is neither. */
export function readTrust(trust: readonly (string | Uint8Array)[]): X509Certificate[] {
  const block = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
  return trust.flatMap((one) => {
    const pem = typeof one === "string" ? one : new TextDecoder("latin1").decode(one);
    const blocks: (string | Uint8Array)[] = pem.match(block) ?? [];
    return (blocks.length > 0 ? blocks : [one]).map((each) => new X509Certificate(each));
  });
}

/** Follows the certificates from the signer up to a trusted one (RFC 5280, 6) and says what is amiss. */
export function checkTrust(question: TrustQuestion): Chain {
  if (question.trust.length === 0) return { findings: [finding("no-authority")], chain: [] };
  try {
    return followChain(question);
  } catch {
    // A certificate that cannot be read vouches for nothing.
    return { findings: [finding("wrong-purpose", question.label)], chain: [] };
  }
}

function followChain(question: TrustQuestion): Chain {
  const { signer, certificates, trust, label } = question;
  const chain = [signer];
  while (!isAmong(chain.at(-1)!, trust)) {
    const next = issuerOf(chain.at(-1)!, [...trust, ...certificates]);
    if (!next || isAmong(next, chain) || chain.length > 8) {
      return { findings: [finding("unknown-authority", label)], chain: [] };
    }
    chain.push(next);
  }
  const found = chain.flatMap((certificate, depth) => checkLink(certificate, depth, question));
  if (isRevoked(chain, question)) found.push(finding("revoked", label));
  if (!certificates.every((one) => isProven(one, chain, trust))) {
    found.push(finding("broken-signature", `${label} carries a certificate that is not its own.`));
  }
  return { findings: found, chain };
}

/** With a proven time only a revocation before it counts; without one, any does. */
function isRevoked(
  chain: X509Certificate[],
  { lists, signedAt, isProven }: TrustQuestion,
): boolean {
  return chain.slice(0, -1).some((certificate, depth) =>
    lists
      .filter((list) => isIssuedBy(list, chain[depth + 1]!))
      .some((list) => {
        const at = revokedAt(list, certificate);
        return at !== null && (!isProven || at <= signedAt);
      }),
  );
}

function isAmong(certificate: X509Certificate, others: X509Certificate[]): boolean {
  return others.some((other) => sameBytes(other.raw, certificate.raw));
}

function issuerOf(certificate: X509Certificate, candidates: X509Certificate[]) {
  return candidates.find(
    (candidate) => certificate.checkIssued(candidate) && certificate.verify(candidate.publicKey),
  );
}

/** No key signs the list of certificates in a CMS, so each must be proven by another, or by itself. */
function isProven(
  certificate: X509Certificate,
  chain: X509Certificate[],
  trust: X509Certificate[],
): boolean {
  if (isAmong(certificate, [...chain, ...trust])) return true;
  const { publicKey } = certificate;
  return certificate.verify(publicKey) && chain.some((link) => link.verify(publicKey));
}

function checkLink(
  certificate: X509Certificate,
  depth: number,
  question: TrustQuestion,
): Finding[] {
  const { label, signedAt, at, trust } = question;
  const found: Finding[] = [];
  const parts = readCertificate(certificate.raw);
  const { validFromDate, validToDate, publicKey } = certificate;
  if (signedAt < validFromDate || signedAt > validToDate) found.push(finding("expired", label));
  else if (at && at > validToDate) found.push(finding("expired-since", label));
  if (!isMeantFor(parts, depth, question.purpose)) found.push(finding("wrong-purpose", label));
  if (!isStrongKey(publicKey)) {
    found.push(finding("weak-algorithm", `${label} stands on a certificate with a weak key`));
  }
  const issuer = isAmong(certificate, trust)
    ? null
    : issuerOf(certificate, [...trust, ...question.certificates]);
  if (issuer && !isAccepted(parts.signatureAlgorithm, issuer.publicKey, null)) {
    found.push(finding("weak-algorithm", `${label} stands on a weakly signed certificate`));
  }
  return found;
}

type Parts = ReturnType<typeof readCertificate>;

/** Extensions that are understood here; any other that calls itself critical is not overlooked. */
const known = new Set<string>([
  oids.keyUsage,
  oids.basicConstraints,
  oids.subjectKeyIdentifier,
  oids.authorityKeyIdentifier,
  oids.extendedKeyUsage,
  oids.certificatePolicies,
  oids.crlDistributionPoints,
]);

function isMeantFor(
  { extensions }: Parts,
  depth: number,
  purpose: TrustQuestion["purpose"],
): boolean {
  for (const [id, { critical }] of extensions) if (critical && !known.has(id)) return false;
  const usage = extensions.get(oids.keyUsage)?.value;
  const bits = usage ? (contentOf(readDer(usage), 0x03)[1] ?? 0) : 0xff;
  // Bits from the left: digitalSignature, nonRepudiation, … keyCertSign (RFC 5280, 4.2.1.3).
  if (depth === 0) {
    const fits = purpose === "documents" ? signsDocuments : signsTimestamps;
    return (bits & 0b1100_0000) !== 0 && fits(extensions);
  }
  return (bits & 0b0000_0100) !== 0 && mayIssue(extensions, depth);
}

/** RFC 5280, 4.2.1.9. `depth - 1` authorities stand between this one and the signer. */
function mayIssue(extensions: Parts["extensions"], depth: number): boolean {
  const constraints = extensions.get(oids.basicConstraints)?.value;
  if (!constraints) return false;
  const [authority, length] = membersOf(readDer(constraints), 0x30);
  if (authority?.tag !== 0x01 || authority.content[0] === 0) return false;
  return !length || depth - 1 <= (contentOf(length, 0x02)[0] ?? 0);
}

/** Where the certificate lists its uses, one must be the signing of documents or messages by a person. */
function signsDocuments(extensions: Parts["extensions"]): boolean {
  const uses = extensions.get(oids.extendedKeyUsage)?.value;
  return !uses || membersOf(readDer(uses), 0x30).some((use) => signingUses.has(objectIdOf(use)));
}

/** That and nothing else, and critical (RFC 3161, 2.3). */
function signsTimestamps(extensions: Parts["extensions"]): boolean {
  const uses = extensions.get(oids.extendedKeyUsage);
  const ids = uses ? membersOf(readDer(uses.value), 0x30).map(objectIdOf) : [];
  return uses?.critical === true && ids.length === 1 && ids[0] === oids.timeStamping;
}

const signingUses = new Set([
  "2.5.29.37.0", // any
  "1.3.6.1.5.5.7.3.2", // client authentication, in many national cards
  "1.3.6.1.5.5.7.3.4", // e-mail protection
  "1.3.6.1.5.5.7.3.36", // document signing (RFC 9336)
  "1.3.6.1.4.1.311.10.3.12",
  "1.2.840.113583.1.1.5",
]);
