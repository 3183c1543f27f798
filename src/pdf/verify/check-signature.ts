import { createHash, verify, X509Certificate } from "node:crypto";
import { oids } from "../cms/oids.ts";
import { readCertificate } from "../cms/read-certificate.ts";
import { contentOf, type Der, membersOf, objectIdOf, sameBytes } from "../cms/read-der.ts";
import { concat } from "../revisions/concat.ts";
import { describeKey, digestNames, isAccepted, isStrongKey } from "./algorithms.ts";
import type { Claim } from "./find-claims.ts";
import { type Finding, finding } from "./findings.ts";
import { type Cms, readCms, Unfit } from "./read-cms.ts";

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
  const { start, end } = claim.contents;
  const hex = new TextDecoder("latin1").decode(bytes.subarray(start + 1, end - 1));
  try {
    const cms = readCms(hex);
    const signer = findSigner(checked, cms);
    const digest = digestNames[cms.digestAlgorithm];
    checked.algorithm = describeKey(signer.publicKey, digest ?? "unknown digest");
    if (digest) checkAll(checked, { bytes, claim, cms, signer, digest, label });
    else checked.findings.push(finding("weak-algorithm", `${label} uses an old or unknown digest`));
  } catch (error) {
    // Hostile bytes make parsers fail in many ways, and each means the same: this is no signature.
    const why = error instanceof Unfit ? error.message : "is not written as signatures are.";
    checked.findings.push(finding("broken-signature", `${label} ${why}`));
  }
  checked.cmsOk = checked.findings.every(({ code }) => code === "digest-mismatch");
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

function findSigner(checked: CheckedSignature, cms: Cms): X509Certificate {
  const certificates = cms.certificates.map((der) => new X509Certificate(der));
  const signer = certificates.find((certificate) => isNamed(certificate, cms.signer));
  if (!signer) throw new Unfit("does not hold its signer's certificate.");
  checked.certificates = certificates;
  checked.signer = signer;
  checked.subject = signer.subject.replaceAll("\n", ", ");
  return signer;
}

type Examination = {
  bytes: Uint8Array;
  claim: Claim;
  cms: Cms;
  signer: X509Certificate;
  digest: string;
  label: string;
};

function checkAll(checked: CheckedSignature, examination: Examination): void {
  const { bytes, claim, cms, signer, digest, label } = examination;
  const find = (...row: Parameters<typeof finding>) => checked.findings.push(finding(...row));
  if (!isStrongKey(signer.publicKey)) find("weak-algorithm", `${label} was made with a weak key`);
  const accepted = isAccepted(cms.signatureAlgorithm, signer.publicKey, digest);
  if (!accepted) find("weak-algorithm", `${label} uses an old or unknown algorithm`);
  if (objectIdOf(required(cms, oids.contentType)) !== oids.data) {
    throw new Unfit("is over something else than a document.");
  }
  const said = contentOf(required(cms, oids.messageDigest), 0x04);
  checked.digestOk = sameBytes(said, digestOf(bytes, claim, digest));
  if (!checked.digestOk) find("digest-mismatch", label);
  if (!isSigningCertificate(signer, cms)) find("certificate-swapped", label);
  if (accepted && !verify(digest, cms.attributes, signer.publicKey, cms.signature)) {
    find("signature-mismatch", label);
  }
}

function required(cms: Cms, type: string): Der {
  const value = cms.attribute.get(type);
  if (!value) throw new Unfit("lacks a part that every signature of this kind has.");
  return value;
}

function digestOf(bytes: Uint8Array, { contents, end }: Claim, digest: string): Uint8Array {
  const hash = createHash(digest);
  return hash
    .update(bytes.subarray(0, contents.start))
    .update(bytes.subarray(contents.end, end))
    .digest();
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
  const name = digestNames[named];
  if (!name) return false;
  return sameBytes(contentOf(parts[0], 0x04), createHash(name).update(signer.raw).digest());
}
