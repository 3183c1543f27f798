import { X509Certificate } from "node:crypto";
import { readCertificate, readValidity } from "../cms/read-certificate.ts";
import { sameBytes } from "../cms/read-der.ts";
import type { Crl } from "../revocation/read-crl.ts";
import { isAccepted, isStrongKey } from "./algorithms.ts";
import { findRevoked } from "./check-revoked.ts";
import { type Finding, finding } from "./findings.ts";
import { buildPaths, isIssuerOf, type Path } from "./path/build-paths.ts";
import { keepsNames } from "./path/check-names.ts";
import { keepsPolicies } from "./path/check-policies.ts";
import { areMeantFor, type Purpose } from "./path/check-purpose.ts";

export type TrustQuestion = {
  signer: X509Certificate;
  /** The certificates in the signature, including the signer's. */
  certificates: X509Certificate[];
  trust: X509Certificate[];
  /** The time of signing: proven by a timestamp, else as the signature states it. */
  signedAt: Date;
  /** The time of verification, if it matters: without a timestamp an expired certificate proves nothing. */
  at: Date | null;
  /** Whether a timestamp proves `signedAt`: then a later revocation does no harm. */
  isProven: boolean;
  /** For a timestamp: when a newer one proves that it existed; null if none does. */
  seenAt: Date | null;
  /** The required purpose of the certificate. */
  purpose: Purpose;
  /** Available revocation lists, from the file and from the caller. */
  lists: Crl[];
  label: string;
};

/** The result of following a signer's certificates. */
export type Chain = {
  findings: Finding[];
  /** From the signer to the trusted authority; empty if there is no path. */
  chain: X509Certificate[];
};

/** Reads PEM texts, each with one or more certificates, and DER. Throws if one is neither. */
export function readTrust(trust: readonly (string | Uint8Array)[]): X509Certificate[] {
  const block = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
  return trust.flatMap((one) => {
    const pem = typeof one === "string" ? one : new TextDecoder("latin1").decode(one);
    const blocks: (string | Uint8Array)[] = pem.match(block) ?? [];
    return (blocks.length > 0 ? blocks : [one]).map((each) => new X509Certificate(each));
  });
}

/**
 * Follows the certificates from the signer up to a trusted one (RFC 5280, 6), over every possible path, and takes the
 * first without findings. If there is none, returns the best path's findings.
 */
export function checkTrust(question: TrustQuestion): Chain {
  const { signer, certificates, trust, label } = question;
  if (trust.length === 0) return { findings: [finding("no-authority")], chain: [] };
  const paths = buildPaths(signer, { certificates, trust });
  let best: Chain | null = null;
  for (const path of paths) {
    const findings = checkPath(path, question);
    if (!best || findings.length < best.findings.length) best = { findings, chain: path };
    if (findings.length === 0) break;
  }
  if (!best) return { findings: [finding("unknown-authority", label)], chain: [] };
  const isOwn = (one: X509Certificate) => isPlaced(one, paths, trust);
  if (certificates.every(isOwn)) return best;
  const stray = finding("broken-signature", `${label} carries a certificate that is not its own.`);
  return { ...best, findings: [...best.findings, stray] };
}

function checkPath(path: Path, question: TrustQuestion): Finding[] {
  const { label, purpose } = question;
  try {
    const parts = path.map(({ raw }) => readCertificate(raw));
    const found = path.flatMap((one, depth) => checkLink(one, path[depth + 1] ?? null, question));
    if (!areMeantFor(parts, purpose)) found.push(finding("wrong-purpose", label));
    else if (!keepsNames(parts) || !keepsPolicies(parts)) {
      found.push(finding("constraint-broken", label));
    }
    const revoked = findRevoked({ ...question, chain: path });
    if (revoked) found.push(finding(revoked, label));
    return found;
  } catch {
    // An unreadable certificate vouches for nothing.
    return [finding("wrong-purpose", label)];
  }
}

function checkLink(
  certificate: X509Certificate,
  issuer: X509Certificate | null,
  { label, signedAt, at }: TrustQuestion,
): Finding[] {
  const found: Finding[] = [];
  const { publicKey } = certificate;
  const validity = validityOf(certificate);
  const isWithin = validity && validity.from <= signedAt && signedAt <= validity.until;
  if (!isWithin) found.push(finding("expired", label));
  else if (at && at > validity.until) found.push(finding("expired-since", label));
  if (!isStrongKey(publicKey)) {
    found.push(finding("weak-algorithm", `${label} stands on a certificate with a weak key`));
  }
  const { signatureAlgorithm } = readCertificate(certificate.raw);
  if (issuer && !isAccepted(signatureAlgorithm, issuer.publicKey, null)) {
    found.push(finding("weak-algorithm", `${label} stands on a weakly signed certificate`));
  }
  return found;
}

/** Null for a certificate with a day that does not exist: it was never valid. */
function validityOf({ raw }: X509Certificate) {
  try {
    return readValidity(raw);
  } catch {
    return null;
  }
}

/**
 * Whether the certificate is on a path to a trusted authority, or is the renewed form of an authority on such a path.
 * No key signs the list of certificates in a CMS, so each must prove its place.
 */
function isPlaced(certificate: X509Certificate, paths: Path[], trust: X509Certificate[]): boolean {
  const isSame = (other: X509Certificate) => sameBytes(other.raw, certificate.raw);
  if (trust.some(isSame) || paths.some((path) => path.some(isSame))) return true;
  return (
    isIssuerOf(certificate, certificate) &&
    paths.some((path) => path.some((link) => isIssuerOf(certificate, link)))
  );
}
