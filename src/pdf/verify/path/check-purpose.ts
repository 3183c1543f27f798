import { oids } from "../../cms/oids.ts";
import type { CertificateParts } from "../../cms/read-certificate.ts";
import { contentOf, membersOf, objectIdOf, readDer } from "../../cms/read-der.ts";

export type Purpose = "documents" | "timestamps";

type Extensions = CertificateParts["extensions"];

/** Extensions that we understand; any other critical one is a fault. */
const known = new Set<string>([
  oids.keyUsage,
  oids.basicConstraints,
  oids.subjectAltName,
  oids.issuerAltName,
  oids.nameConstraints,
  oids.policyConstraints,
  oids.policyMappings,
  oids.inhibitAnyPolicy,
  oids.subjectKeyIdentifier,
  oids.authorityKeyIdentifier,
  oids.extendedKeyUsage,
  oids.certificatePolicies,
  oids.crlDistributionPoints,
]);

/**
 * Whether the certificates of a path, from the signer to the trusted authority, are meant for this purpose: the signer
 * to sign, the others to issue certificates that do.
 *
 * @throws NotDer
 */
export function areMeantFor(path: CertificateParts[], purpose: Purpose): boolean {
  const areKnown = path.every(({ extensions }) =>
    [...extensions].every(([id, { critical }]) => !critical || known.has(id)),
  );
  return areKnown && path.every(isFit(path, purpose)) && shareUse(path, purpose);
}

/** Bits from the left: digitalSignature, nonRepudiation, … keyCertSign (RFC 5280, 4.2.1.3). */
const isFit =
  (path: CertificateParts[], purpose: Purpose) =>
  ({ extensions }: CertificateParts, depth: number): boolean => {
    const usage = extensions.get(oids.keyUsage)?.value;
    const bits = usage ? (contentOf(readDer(usage), 0x03)[1] ?? 0) : 0xff;
    if (depth > 0) return (bits & 0b0000_0100) !== 0 && mayIssue(extensions, path, depth);
    return (bits & 0b1100_0000) !== 0 && (purpose === "documents" || signsTimestamps(extensions));
  };

/**
 * RFC 5280, 4.2.1.9: the length counts the authorities between this one and the signer, except those that renewed their
 * own certificate.
 */
function mayIssue(extensions: Extensions, path: CertificateParts[], depth: number): boolean {
  const constraints = extensions.get(oids.basicConstraints)?.value;
  if (!constraints) return false;
  const [authority, length] = membersOf(readDer(constraints), 0x30);
  if (authority?.tag !== 0x01 || authority.content[0] === 0) return false;
  if (!length) return true;
  const between = path
    .slice(1, depth)
    .filter(({ issuer, subject }) => Buffer.compare(issuer, subject) !== 0);
  const most = contentOf(length, 0x02);
  return most.length > 1 || between.length <= (most[0] ?? 0);
}

/** That and nothing else, and critical (RFC 3161, 2.3). */
function signsTimestamps(extensions: Extensions): boolean {
  const uses = extensions.get(oids.extendedKeyUsage);
  const ids = uses ? membersOf(readDer(uses.value), 0x30).map(objectIdOf) : [];
  return uses?.critical === true && ids.length === 1 && ids[0] === oids.timeStamping;
}

/**
 * Every certificate of the path that lists its uses must allow one common use: an authority for servers issues no
 * certificate for signing documents, whatever that certificate says.
 */
function shareUse(path: CertificateParts[], purpose: Purpose): boolean {
  let open = purpose === "documents" ? signingUses : [oids.timeStamping];
  for (const { extensions } of path) {
    const value = extensions.get(oids.extendedKeyUsage)?.value;
    const uses = value ? membersOf(readDer(value), 0x30).map(objectIdOf) : [anyUse];
    if (!uses.includes(anyUse)) open = open.filter((use) => uses.includes(use));
  }
  return open.length > 0;
}

const anyUse = "2.5.29.37.0";

/** Uses for signing documents, or messages by a person. */
const signingUses: string[] = [
  "1.3.6.1.5.5.7.3.2", // client authentication, in many national cards
  "1.3.6.1.5.5.7.3.4", // e-mail protection
  "1.3.6.1.5.5.7.3.36", // document signing (RFC 9336)
  "1.3.6.1.4.1.311.10.3.12",
  "1.2.840.113583.1.1.5",
];
