import type { X509Certificate } from "node:crypto";
import { oids } from "../cms/oids.ts";
import { type Algorithm, readAlgorithm } from "../cms/read-algorithm.ts";
import { readCertificate, readExtensions } from "../cms/read-certificate.ts";
import { contentOf, membersOf, NotDer, readDer, sameBytes } from "../cms/read-der.ts";
import { readTime } from "../cms/read-time.ts";
import { isSignedBy } from "../verify/algorithms.ts";

/** A list of revoked certificates (RFC 5280, 5.1). */
export type Crl = {
  der: Uint8Array;
  /** DER */
  issuer: Uint8Array;
  from: Date;
  /** When the next one is due. */
  until: Date;
  /** When each was revoked, by the serial number in hex. */
  revoked: Map<string, Date>;
  signed: { bytes: Uint8Array; signature: Uint8Array; algorithm: Algorithm };
};

/**
 * Reads a whole list: one of a part of the certificates, or of changes only, is refused, for it says nothing
 * of those it leaves out.
 *
 * @throws NotDer
 */
export function readCrl(der: Uint8Array): Crl {
  const [body, algorithm, signature, ...more] = membersOf(readDer(der), 0x30);
  const members = membersOf(body, 0x30);
  if (members[0]?.tag === 0x02) members.shift();
  const [inside, issuer, from, until, ...rest] = members;
  const list = rest[0]?.tag === 0x30 ? membersOf(rest.shift(), 0x30) : [];
  const [extensions, ...others] = rest;
  const sameAlgorithm = inside && algorithm && sameBytes(inside.whole, algorithm.whole);
  if (more.length + others.length > 0 || !sameAlgorithm) throw new NotDer("This is no list.");
  if (extensions) expectWhole(contentOf(extensions, 0xa0));
  contentOf(issuer, 0x30);
  const bits = contentOf(signature, 0x03);
  if (bits[0] !== 0) throw new NotDer("A list ends in something else.");
  return {
    der,
    issuer: issuer!.whole,
    from: readTime(from),
    until: readTime(until),
    revoked: new Map(
      list.map((entry) => {
        const [serial, at] = membersOf(entry, 0x30);
        return [hexOf(contentOf(serial, 0x02)), readTime(at)];
      }),
    ),
    signed: {
      bytes: body!.whole,
      signature: bits.subarray(1),
      algorithm: readAlgorithm(algorithm),
    },
  };
}

/** Whether the list is this authority's, which may sign lists (RFC 5280, 6.3.3). */
export function isIssuedBy(crl: Crl, authority: X509Certificate): boolean {
  const { subject, extensions } = readCertificate(authority.raw);
  const usage = extensions.get(oids.keyUsage)?.value;
  const bits = usage ? (contentOf(readDer(usage), 0x03)[1] ?? 0) : 0xff;
  return (
    sameBytes(crl.issuer, subject) &&
    (bits & 0b0000_0010) !== 0 &&
    isSignedBy(authority.publicKey, { ...crl.signed, digest: null })
  );
}

/** When the certificate was revoked, or null. The list must be of its issuer. */
export function revokedAt(crl: Crl, certificate: X509Certificate): Date | null {
  const serial = contentOf(readDer(readCertificate(certificate.raw).serial), 0x02);
  return crl.revoked.get(hexOf(serial)) ?? null;
}

/** A critical extension narrows what the list is about, and none is understood here. */
function expectWhole(der: Uint8Array): void {
  for (const { critical } of readExtensions(der).values()) {
    if (critical) throw new NotDer("The list is of a part of the certificates.");
  }
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
