import { createHash, verify, X509Certificate } from "node:crypto";
import { oids } from "../cms/oids.ts";
import { readCertificate } from "../cms/read-certificate.ts";
import { contentOf, membersOf, NotDer, objectIdOf, sameBytes } from "../cms/read-der.ts";
import { concat } from "../revisions/concat.ts";
import { describeKey, digestNames, isAccepted, isStrongKey } from "./algorithms.ts";
import type { Claim } from "./find-claims.ts";
import { type Finding, finding } from "./findings.ts";
import { type Cms, readCms } from "./read-cms.ts";

export type CheckedSignature = {
  digestOk: boolean;
  /** The CMS is whole and made by the key of the certificate in it. */
  cmsOk: boolean;
  subject: string;
  algorithm: string;
  signer: X509Certificate | null;
  certificates: X509Certificate[];
  findings: Finding[];
};

/**
 * Checks the cryptography of one signature, by node:crypto: the digest of what it covers, its attributes
 * (ETSI EN 319 142-1, 6.3) and the key's signature over them. Who stands behind the key is not asked here.
 */
export function checkSignature(bytes: Uint8Array, claim: Claim, label: string): CheckedSignature {
  const checked = emptyResult();
  const hex = new TextDecoder("latin1").decode(
    bytes.subarray(claim.contents.start + 1, claim.contents.end - 1),
  );
  try {
    const cms = readCms(hex);
    checked.certificates = cms.certificates.map((der) => new X509Certificate(der));
    checkDigest(checked, bytes, claim, cms, label);
    checkSigner(checked, cms, label);
  } catch (error) {
    // What no X.509 parser reads is as broken as what is no DER.
    const sentence = error instanceof NotDer ? error.message : "holds what is no certificate.";
    checked.findings.push(finding("broken-signature", `${label} ${sentence}`));
  }
  checked.cmsOk = checked.signer !== null && checked.findings.every(isAboutDigest);
  return checked;
}

function emptyResult(): CheckedSignature {
  return {
    digestOk: false,
    cmsOk: false,
    subject: "",
    algorithm: "",
    signer: null,
    certificates: [],
    findings: [],
  };
}

function isAboutDigest({ code }: Finding): boolean {
  return code === "digest-mismatch";
}

function checkDigest(
  checked: CheckedSignature,
  bytes: Uint8Array,
  { end, contents }: Claim,
  cms: Cms,
  label: string,
): void {
  const name = digestNames[cms.digestAlgorithm];
  if (!name) {
    checked.findings.push(finding("weak-algorithm", `${label} uses an old or unknown digest`));
    return;
  }
  const covered = [bytes.subarray(0, contents.start), bytes.subarray(contents.end, end)];
  const hash = createHash(name);
  for (const part of covered) hash.update(part);
  const said = contentOf(cms.attribute.get(oids.messageDigest), 0x04);
  checked.digestOk = sameBytes(said, hash.digest());
  if (!checked.digestOk) checked.findings.push(finding("digest-mismatch", label));
}

function checkSigner(checked: CheckedSignature, cms: Cms, label: string): void {
  const signer = checked.certificates.find((certificate) => isNamed(certificate, cms.signer));
  if (!signer) throw new NotDer("does not hold its signer's certificate.");
  if (objectIdOf(cms.attribute.get(oids.contentType)) !== oids.data) {
    throw new NotDer("is over something else than a document.");
  }
  checked.signer = signer;
  checked.subject = signer.subject.replaceAll("\n", ", ");
  const digest = digestNames[cms.digestAlgorithm] ?? "unknown digest";
  checked.algorithm = describeKey(signer.publicKey, digest);
  if (!isSigningCertificate(signer, cms)) {
    checked.findings.push(finding("certificate-swapped", label));
  }
  if (!isStrongKey(signer.publicKey)) {
    checked.findings.push(finding("weak-algorithm", `${label} was made with a weak key`));
  }
  if (!isAccepted(cms.signatureAlgorithm, signer.publicKey, digest)) {
    checked.findings.push(finding("weak-algorithm", `${label} uses an old or unknown algorithm`));
  } else if (!verify(digest, cms.attributes, signer.publicKey, cms.signature)) {
    checked.findings.push(finding("signature-mismatch", label));
  }
}

function isNamed(certificate: X509Certificate, signer: Uint8Array): boolean {
  const { issuer, serial } = readCertificate(certificate.raw);
  return sameBytes(concat([issuer, serial]), signer);
}

/** RFC 5035, 3: the attribute binds the signature to this certificate and no other of the same name. */
function isSigningCertificate(signer: X509Certificate, cms: Cms): boolean {
  const ids = membersOf(cms.attribute.get(oids.signingCertificateV2), 0x30);
  const [first] = membersOf(ids[0], 0x30);
  const parts = membersOf(first, 0x30);
  // The hash algorithm is left out when it is SHA-256.
  const named =
    parts[0]?.tag === 0x30 ? objectIdOf(membersOf(parts.shift(), 0x30)[0]) : oids.sha256;
  const name = digestNames[named];
  if (!name) return false;
  return sameBytes(contentOf(parts[0], 0x04), createHash(name).update(signer.raw).digest());
}
