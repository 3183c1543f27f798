import type { X509Certificate } from "node:crypto";
import { type Crl, covers, revocationIn } from "../revocation/read-crl.ts";
import type { Revocation } from "../revocation/scan-entries.ts";

/** The question whether a revocation matters. */
export type RevokedQuestion = {
  /** From a signer to a trusted authority. */
  chain: X509Certificate[];
  lists: Crl[];
  /** The proven time of the signature, or the time in the timestamp. */
  signedAt: Date;
  /** Whether a timestamp proves `signedAt`, or the signature is itself a timestamp. */
  isProven: boolean;
  /** For a timestamp: the time at which a newer one with another key proves that it existed; null if none does. */
  seenAt: Date | null;
  purpose: "documents" | "timestamps";
};

/**
 * Whether a certificate on the path has a revocation that matters. With a proven time only an earlier revocation does;
 * without one, any. A compromised timestamp key can write any time, so the time that matters is when another authority
 * saw the timestamp (RFC 3161, 4).
 */
export function findRevoked(question: RevokedQuestion): "revoked" | "clock-compromised" | null {
  const { chain, signedAt, isProven, seenAt, purpose } = question;
  for (const [depth, certificate] of chain.slice(0, -1).entries()) {
    const revocation = revocationOf(certificate, chain[depth + 1]!, question.lists);
    if (!revocation) continue;
    const since = effective(revocation);
    if (!isProven || since <= signedAt) return "revoked";
    if (purpose === "timestamps" && isCompromise(revocation) && !(seenAt && seenAt < since)) {
      return "clock-compromised";
    }
  }
  return null;
}

/** On hold (RFC 5280, 5.3.1): the only reason that a later list may withdraw. */
const onHold = 6;

/** The combined result of the lists. An entry stays until the certificate expires, unless it was on hold. */
function revocationOf(
  certificate: X509Certificate,
  issuer: X509Certificate,
  lists: Crl[],
): Revocation | null {
  const own = lists
    .filter((list) => covers(list, certificate, issuer))
    .sort((a, b) => b.from.getTime() - a.from.getTime());
  const said = own.map((list) => revocationIn(list, certificate));
  const [newest = null] = said;
  if (newest) return newest;
  return said.find((one) => one && one.reason !== onHold) ?? null;
}

/** The key may have been compromised before it was revoked; the entry says since when. */
function effective({ at, invalidSince }: Revocation): Date {
  return invalidSince && invalidSince < at ? invalidSince : at;
}

/** No reason, unspecified, or a compromised key: the certificate's, its authority's or that of attributes. */
function isCompromise({ reason }: Revocation): boolean {
  return reason === null || [0, 1, 2, 10].includes(reason);
}

/**
 * Whether a list from its issuer covers each certificate on the path and is fresh for the time to be proven: the next
 * one was not due. The certificate must not have expired when the list was made: lists may omit expired ones.
 */
export function isKnownNotRevoked(chain: X509Certificate[], lists: Crl[], at: Date): boolean {
  return chain
    .slice(0, -1)
    .every((certificate, depth) =>
      lists.some(
        (list) =>
          at <= list.until &&
          list.from <= certificate.validToDate &&
          covers(list, certificate, chain[depth + 1]!),
      ),
    );
}
