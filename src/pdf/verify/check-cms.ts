import { createHash, X509Certificate } from "node:crypto";
import { tagged } from "../cms/der.ts";
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
  /** The type of the signed content (RFC 5652, 11.1). */
  contentType: string;
  /** The digest of the signed content, by the digest's name in node:crypto. */
  digestOf(name: string): Uint8Array;
  label: string;
  /** Whether the older attribute, with SHA-1, may name the signer's certificate: many timestamp authorities write it. */
  allowsSigningCertificateV1?: boolean;
};

/**
 * Checks a CMS with node:crypto: its attributes (ETSI EN 319 142-1, 6.3), the digest of the signed content, and the
 * key's signature. Does not check who is behind the key.
 *
 * @throws Unfit, NotDer, and whatever node:crypto throws at broken certificates
 */
export function checkCms(cms: Cms, question: CmsQuestion): CheckedCms {
  const { contentType, digestOf, label, allowsSigningCertificateV1 = false } = question;
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
  if (!isSigningCertificate(signer, cms, allowsSigningCertificateV1))
    find("certificate-swapped", label);
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

/**
 * RFC 5035, 3: the attribute binds the signature to this certificate, and to no other with the same name, by its digest
 * and, if given, by issuer and number. The older form (RFC 2634, 5.4) has SHA-1; if both are present, both must match.
 */
function isSigningCertificate(signer: X509Certificate, cms: Cms, allowsV1: boolean): boolean {
  const older = cms.attribute.get(oids.signingCertificate);
  const newer =
    allowsV1 && older
      ? cms.attribute.get(oids.signingCertificateV2)
      : required(cms, oids.signingCertificateV2);
  const isNamedIn = (attribute: Der, isOlder: boolean) => {
    const [ids] = membersOf(attribute, 0x30);
    const parts = membersOf(membersOf(ids, 0x30)[0], 0x30);
    const digest = isOlder ? "sha1" : digestIn(parts);
    const [hash, issuerSerial] = parts;
    if (
      !digest ||
      !sameBytes(contentOf(hash, 0x04), createHash(digest).update(signer.raw).digest())
    ) {
      return false;
    }
    return !issuerSerial || isIssuerAndSerial(signer, issuerSerial);
  };
  return (!newer || isNamedIn(newer, false)) && (!older || isNamedIn(older, true));
}

/** Removes the digest's name, which is omitted if it is SHA-256, from the parts of an ESSCertIDv2. */
function digestIn(parts: Der[]): string | undefined {
  const isNamed = parts[0]?.tag === 0x30 && parts[1]?.tag === 0x04;
  const name = isNamed ? objectIdOf(membersOf(parts.shift(), 0x30)[0]) : oids.sha256;
  return Object.hasOwn(digestNames, name) ? digestNames[name] : undefined;
}

/** IssuerSerial: one directory name, which is the issuer's, and the number. */
function isIssuerAndSerial(signer: X509Certificate, der: Der): boolean {
  const { issuer, serial } = readCertificate(signer.raw);
  const [names, number, ...more] = membersOf(der, 0x30);
  const isOne = sameBytes(contentOf(names, 0x30), tagged(4, issuer));
  return isOne && more.length === 0 && number !== undefined && sameBytes(number.whole, serial);
}
