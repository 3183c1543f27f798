import type { X509Certificate } from "node:crypto";
import { sameBytes } from "../cms/read-der.ts";
import { type Crl, covers } from "../revocation/read-crl.ts";
import { isIssuerOf } from "./path/build-paths.ts";

type Kept = { certificates: X509Certificate[]; lists: Crl[] };

/**
 * Whether the document security store has only what the signatures need (ADR 0101). A certificate is needed if it is a
 * signer's or has issued a needed one, and if a trusted authority vouches for its bytes. A list is needed if it covers
 * one. Otherwise anyone with access to the timestamp authority could archive their own texts.
 */
export function holdsOnlyNeeded(
  store: Kept,
  { signers, trust }: { signers: X509Certificate[]; trust: X509Certificate[] },
): boolean {
  const { needed, issuers } = issuersAbove(signers, [...store.certificates, ...trust]);
  const vouched = vouchedFor([...needed, ...trust], trust, issuers);
  const isNeeded = (one: X509Certificate) => isAmong(one, needed) && isAmong(one, vouched);
  const isListNeeded = (list: Crl) =>
    needed.some((one) => issuersOf(one, issuers).some((above) => covers(list, one, above)));
  return store.certificates.every(isNeeded) && store.lists.every(isListNeeded);
}

type Issuers = Map<string, X509Certificate[]>;

const idOf = (certificate: X509Certificate) => certificate.fingerprint512;
const issuersOf = (certificate: X509Certificate, issuers: Issuers) =>
  issuers.get(idOf(certificate)) ?? [];

/** The signers and all their issuers in the pool. */
function issuersAbove(signers: X509Certificate[], pool: X509Certificate[]) {
  const issuers: Issuers = new Map();
  const needed: X509Certificate[] = [];
  const queue = [...signers];
  for (let one = queue.pop(); one; one = queue.pop()) {
    if (issuers.has(idOf(one))) continue;
    const below = one;
    const above = pool.filter((candidate) => isIssuerOf(candidate, below));
    issuers.set(idOf(one), above);
    needed.push(one);
    queue.push(...above);
  }
  return { needed, issuers };
}

/**
 * Certificates whose bytes a trusted key vouches for: the trusted ones, those that one of these has issued, and any
 * self-signed certificate that has issued one of these or was issued by one.
 */
function vouchedFor(
  all: X509Certificate[],
  trust: X509Certificate[],
  issuers: Issuers,
): X509Certificate[] {
  const vouched = [...trust];
  for (let before = -1; before !== vouched.length; ) {
    before = vouched.length;
    for (const one of all) {
      if (isAmong(one, vouched)) continue;
      const isBelow = issuersOf(one, issuers).some(
        (above) => !sameBytes(above.raw, one.raw) && isAmong(above, vouched),
      );
      const isTop =
        isIssuerOf(one, one) &&
        vouched.some((other) => isAmong(one, issuersOf(other, issuers)) || isIssuerOf(one, other));
      if (isBelow || isTop) vouched.push(one);
    }
  }
  return vouched;
}

function isAmong(certificate: X509Certificate, others: X509Certificate[]): boolean {
  return others.some((other) => sameBytes(other.raw, certificate.raw));
}
