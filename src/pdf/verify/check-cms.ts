import { createHash, X509Certificate } from "node:crypto";
import { oids } from "../cms/oids.ts";
import { readCertificate } from "../cms/read-certificate.ts";
import { contentOf, type Der, membersOf, objectIdOf, sameBytes } from "../cms/read-der.ts";
import { concat } from "../revisions/concat.ts";
import { describeKey, digestNames, isAccepted, isSignedBy, isStrongKey } from "./algorithms.ts";
import { type Finding, finding } from "./findings.ts";
import { type Cms, Unfit } from "./read-cms.ts";

export type CheckedCms = {
  digestOk: boolean;
  subject: string;
  issuer: string;
  algorithm: string;
  signer: X509Certificate;
  certificates: X509Certificate[];
  findings: Finding[];
};

export type CmsQuestion = {
  /** What the signature must be over (RFC 5652, 11.1). */
  contentType: string;
  /** The digest of what it is over, by the digest's name in node:crypto. */
  digestOf(name: string): Uint8Array;
  label: string;
};

/**
 * Checks a CMS by node:crypto: its attributes (ETSI EN 319 142-1, 6.3), the digest of what it is over, and
 * the key's signature. Who stands behind the key is not asked here.
 *
 * @throws Unfit, NotDer, and whatever node:crypto throws at broken certificates
 */
export function checkCms(cms: Cms, { contentType, digestOf, label }: CmsQuestion): CheckedCms {
  const certificates = cms.certificates.map((der) => new X509Certificate(der));
  const signer = certificates.find((certificate) => isNamed(certificate, cms.signer));
  if (!signer) throw new Unfit("does not hold its signer's certificate.");
  const digest = Object.hasOwn(digestNames, cms.digestAlgorithm)
    ? digestNames[cms.digestAlgorithm]
    : undefined;
  const checked: CheckedCms = {
    digestOk: false,
    subject: signer.subject.replaceAll("\n", ", "),
    issuer: signer.issuer.replaceAll("\n", ", "),
    algorithm: describeKey(signer.publicKey, digest ?? "unknown digest"),
    signer,
    certificates,
    findings: [],
  };
  const find = (...row: Parameters<typeof finding>) => checked.findings.push(finding(...row));
  if (!digest) {
    find("weak-algorithm", `${label} uses an old or unknown digest`);
    return checked;
  }
  if (!isStrongKey(signer.publicKey)) find("weak-algorithm", `${label} was made with a weak key`);
  const accepted = isAccepted(cms.signatureAlgorithm, signer.publicKey, digest);
  if (!accepted) find("weak-algorithm", `${label} uses an old or unknown algorithm`);
  if (objectIdOf(required(cms, oids.contentType)) !== contentType) {
    throw new Unfit("is over something else than a document.");
  }
  const said = contentOf(required(cms, oids.messageDigest), 0x04);
  checked.digestOk = sameBytes(said, digestOf(digest));
  if (!checked.digestOk) find("digest-mismatch", label);
  if (!isSigningCertificate(signer, cms)) find("certificate-swapped", label);
  const made = { bytes: cms.attributes, signature: cms.signature, digest };
  const algorithm = cms.signatureAlgorithm;
  if (accepted && !isSignedBy(signer.publicKey, { ...made, algorithm })) {
    find("signature-mismatch", label);
  }
  return checked;
}

function required(cms: Cms, type: string): Der {
  const value = cms.attribute.get(type);
  if (!value) throw new Unfit("lacks a part that every signature of this kind has.");
  return value;
}

function isNamed(certificate: X509Certificate, signer: Uint8Array): boolean {
  const { issuer, serial } = readCertificate(certificate.raw);
  return sameBytes(concat([issuer, serial]), signer);
}

/** RFC 5035, 3: the attribute binds the signature to this certificate and no other of the same name. */
function isSigningCertificate(signer: X509Certificate, cms: Cms): boolean {
  const ids = membersOf(required(cms, oids.signingCertificateV2), 0x30);
  const [first] = membersOf(ids[0], 0x30);
  const parts = membersOf(first, 0x30);
  // The hash algorithm is left out when it is SHA-256.
  const named =
    parts[0]?.tag === 0x30 ? objectIdOf(membersOf(parts.shift(), 0x30)[0]) : oids.sha256;
  const name = Object.hasOwn(digestNames, named) ? digestNames[named] : undefined;
  if (!name) return false;
  return sameBytes(contentOf(parts[0], 0x04), createHash(name).update(signer.raw).digest());
}
