import type { X509Certificate } from "node:crypto";
import { oids } from "../cms/oids.ts";
import { type Algorithm, readAlgorithm } from "../cms/read-algorithm.ts";
import { readCertificate, readExtensions } from "../cms/read-certificate.ts";
import { contentOf, membersOf, NotDer, readDer, sameBytes } from "../cms/read-der.ts";
import { readTime } from "../cms/read-time.ts";
import { isSignedBy } from "../verify/algorithms.ts";
import { everything, isInScope, type ListScope, readScope } from "./list-scope.ts";
import { checkEntries, findEntry, type Revocation } from "./scan-entries.ts";
import { UnusableList } from "./unusable-list.ts";

/** A list of revoked certificates (RFC 5280, 5.1). Its entries stay bytes; each query scans them. */
export type Crl = {
  der: Uint8Array;
  /** DER */
  issuer: Uint8Array;
  from: Date;
  /** When the next list is due. */
  until: Date;
  /** The number of entries, and their DER one after another. */
  count: number;
  entries: Uint8Array;
  /** Which of the issuer's certificates it covers. */
  scope: ListScope;
  signed: { bytes: Uint8Array; signature: Uint8Array; algorithm: Algorithm };
};

/**
 * Reads a list from DER. Refuses, with its reason, a list of only changes, of other authorities' certificates or of
 * some reasons, because it says nothing about those it leaves out.
 *
 * @throws UnusableList, NotDer
 */
export function readCrl(der: Uint8Array): Crl {
  const [body, algorithm, signature, ...more] = membersOf(readDer(der), 0x30);
  const members = membersOf(body, 0x30);
  if (members[0]?.tag === 0x02) members.shift();
  const [inside, issuer, from, ...rest] = members;
  const until = rest.shift();
  if (until?.tag !== 0x17 && until?.tag !== 0x18) {
    throw new UnusableList("does not say when the next one is due");
  }
  const entries = rest[0]?.tag === 0x30 ? contentOf(rest.shift(), 0x30) : new Uint8Array();
  const [extensions, ...others] = rest;
  const sameAlgorithm = inside && algorithm && sameBytes(inside.whole, algorithm.whole);
  if (more.length + others.length > 0 || !sameAlgorithm) throw new NotDer("This is no list.");
  contentOf(issuer, 0x30);
  const bits = contentOf(signature, 0x03);
  if (bits[0] !== 0) throw new NotDer("A list ends in something else.");
  return {
    der,
    issuer: issuer!.whole,
    from: readTime(from),
    until: readTime(until),
    scope: extensions ? scopeIn(contentOf(extensions, 0xa0), issuer!.whole) : everything,
    count: checkEntries(entries),
    entries,
    signed: {
      bytes: body!.whole,
      signature: bits.subarray(1),
      algorithm: readAlgorithm(algorithm),
    },
  };
}

/**
 * The same for DER or PEM, as lists are published.
 *
 * @throws UnusableList, NotDer
 */
export function readPublishedCrl(bytes: Uint8Array): Crl {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  if (!head.includes("-----BEGIN X509 CRL-----")) return readCrl(bytes);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const begin = text.indexOf("-----BEGIN X509 CRL-----") + "-----BEGIN X509 CRL-----".length;
  const end = text.indexOf("-----END X509 CRL-----");
  if (end < begin || text.includes("-----BEGIN", begin)) {
    throw new UnusableList("holds no whole list in PEM, or more than one");
  }
  return readCrl(new Uint8Array(Buffer.from(text.slice(begin, end), "base64")));
}

/** Cached results of `isIssuedBy`: checks the signature over a long list once for each key. */
const proven = new WeakMap<Crl, Map<string, boolean>>();

/** Whether this authority, which may sign lists, issued the list (RFC 5280, 6.3.3). */
export function isIssuedBy(crl: Crl, authority: X509Certificate): boolean {
  const known = proven.get(crl) ?? new Map<string, boolean>();
  proven.set(crl, known);
  const id = authority.fingerprint512;
  const answer = known.get(id) ?? isSignedByIssuer(crl, authority);
  known.set(id, answer);
  return answer;
}

function isSignedByIssuer(crl: Crl, authority: X509Certificate): boolean {
  const { subject, extensions } = readCertificate(authority.raw);
  if (!sameBytes(crl.issuer, subject)) return false;
  const usage = extensions.get(oids.keyUsage)?.value;
  const bits = usage ? (contentOf(readDer(usage), 0x03)[1] ?? 0) : 0xff;
  return (
    (bits & 0b0000_0010) !== 0 && isSignedBy(authority.publicKey, { ...crl.signed, digest: null })
  );
}

/** Whether the list is from the certificate's issuer and covers certificates like this one. */
export function covers(crl: Crl, certificate: X509Certificate, issuer: X509Certificate): boolean {
  return isIssuedBy(crl, issuer) && isInScope(crl.scope, certificate);
}

/** The list's entry for the certificate; null if it is not listed. The list must cover it. */
export function revocationIn(crl: Crl, certificate: X509Certificate): Revocation | null {
  return findEntry(crl.entries, contentOf(readDer(readCertificate(certificate.raw).serial), 0x02));
}

/** Extensions that we understand, or that do not matter here. */
const known = new Set<string>([
  oids.authorityKeyIdentifier,
  oids.crlNumber,
  oids.issuingDistributionPoint,
]);

function scopeIn(der: Uint8Array, issuer: Uint8Array): ListScope {
  const extensions = readExtensions(der);
  if (extensions.has(oids.deltaCrlIndicator)) {
    throw new UnusableList("is a delta list, of changes only; name the complete list");
  }
  for (const [id, { critical }] of extensions) {
    if (critical && !known.has(id)) {
      throw new UnusableList(`has a critical extension that is unknown here (${id})`);
    }
  }
  const point = extensions.get(oids.issuingDistributionPoint)?.value;
  return point ? readScope(point, issuer) : everything;
}
