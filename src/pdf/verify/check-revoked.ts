import type { X509Certificate } from "node:crypto";
import { type Crl, covers, revocationIn } from "../revocation/read-crl.ts";
import type { Revocation } from "../revocation/scan-entries.ts";

/** When a revocation does harm. */
export type RevokedQuestion = {
  /** From a signer to a trusted authority. */
  chain: X509Certificate[];
  lists: Crl[];
  /** The time that the signature is shown to have been made, or that the timestamp says. */
  signedAt: Date;
  /** Whether a timestamp proves `signedAt`, or the signature is itself a timestamp. */
  isProven: boolean;
  /** Of a timestamp: the time at which a newer one of another key shows that it was there; null if none does. */
  seenAt: Date | null;
  purpose: "documents" | "timestamps";
};

/**
 * Whether a certificate on the way was revoked in a way that counts. With a proven time only a revocation before it
 * does; without one, any. A timestamp's own key in other hands can write any time, so what counts then is when another
 * authority saw it (RFC 3161, 4).
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

/** On hold (RFC 5280, 5.3.1): the one reason that a later list may take back. */
const onHold = 6;

/** What the lists together say. An entry stays until the certificate ends, unless it was on hold. */
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

/** The key may have been in other hands before it was revoked; the entry says since when. */
function effective({ at, invalidSince }: Revocation): Date {
  return invalidSince && invalidSince < at ? invalidSince : at;
}

/** No reason, unspecified, or a key in other hands: the certificate's, its authority's or that of attributes. */
function isCompromise({ reason }: Revocation): boolean {
  return reason === null || [0, 1, 2, 10].includes(reason);
}

/**
 * Whether a list of its issuer speaks of each certificate on the way, and is fresh for the time that is to be proven: the
 * next list was not due yet, and the certificate had not ended when the list was made, after which it may be left out.
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
