import { type Algorithm, readAlgorithm } from "./read-algorithm.ts";
import { contentOf, membersOf, NotDer, objectIdOf, readDer } from "./read-der.ts";
import { readTime } from "./read-time.ts";

export type CertificateParts = {
  /** DER, as a CMS names the signer. */
  issuer: Uint8Array;
  serial: Uint8Array;
  /** DER */
  subject: Uint8Array;
  keyAlgorithm: string;
  signatureAlgorithm: Algorithm;
  extensions: Map<string, { critical: boolean; value: Uint8Array }>;
};

/**
 * The parts of an X.509 certificate (RFC 5280, 4.1) that a signature refers to.
 *
 * @throws NotDer
 */
export function readCertificate(der: Uint8Array): CertificateParts {
  const [body, algorithm, signature, ...more] = membersOf(readDer(der), 0x30);
  if (more.length > 0 || contentOf(signature, 0x03)[0] !== 0) {
    throw new NotDer("A certificate ends in something else.");
  }
  const members = membersOf(body, 0x30);
  if (members[0]?.tag === 0xa0) members.shift();
  const [serial, , issuer, , subject, key, ...rest] = members;
  contentOf(serial, 0x02);
  contentOf(issuer, 0x30);
  contentOf(subject, 0x30);
  const [keyAlgorithm] = membersOf(membersOf(key, 0x30)[0], 0x30);
  return {
    issuer: issuer!.whole,
    serial: serial!.whole,
    subject: subject!.whole,
    keyAlgorithm: objectIdOf(keyAlgorithm),
    signatureAlgorithm: readAlgorithm(algorithm),
    extensions: readExtensions(rest.find((member) => member.tag === 0xa3)?.content),
  };
}

/**
 * A certificate's validity period (RFC 5280, 4.1.2.5). node:crypto reads 31 February as 3 March.
 *
 * @throws NotDer if one is a day that does not exist
 */
export function readValidity(der: Uint8Array): { from: Date; until: Date } {
  const [body] = membersOf(readDer(der), 0x30);
  const members = membersOf(body, 0x30);
  if (members[0]?.tag === 0xa0) members.shift();
  const [from, until, ...more] = membersOf(members[3], 0x30);
  if (more.length > 0) throw new NotDer("A certificate has more than two days.");
  return { from: readTime(from), until: readTime(until) };
}

/** The extensions of a certificate or of a revocation list (RFC 5280, 4.2 and 5.2). */
export function readExtensions(content: Uint8Array | undefined): CertificateParts["extensions"] {
  const extensions: CertificateParts["extensions"] = new Map();
  if (!content) return extensions;
  for (const extension of membersOf(readDer(content), 0x30)) {
    const members = membersOf(extension, 0x30);
    const id = objectIdOf(members[0]);
    if (extensions.has(id)) throw new NotDer("A certificate says one thing twice.");
    const critical = members[1]?.tag === 0x01 && members[1].content[0] !== 0;
    extensions.set(id, { critical, value: contentOf(members.at(-1), 0x04) });
  }
  return extensions;
}
