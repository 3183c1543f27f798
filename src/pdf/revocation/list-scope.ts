import type { X509Certificate } from "node:crypto";
import { element } from "../cms/der.ts";
import { oids } from "../cms/oids.ts";
import { readCertificate } from "../cms/read-certificate.ts";
import { contentOf, type Der, membersOf, readDer, sameBytes } from "../cms/read-der.ts";
import { concat } from "../revisions/concat.ts";
import { UnusableList } from "./unusable-list.ts";

/** Which certificates of its issuer a list covers (IssuingDistributionPoint; RFC 5280, 5.2.5). */
export type ListScope = {
  only: "users" | "authorities" | null;
  /** Names of the distribution point, each the DER of a GeneralName; null if the list names none. */
  names: Uint8Array[] | null;
};

export const everything: ListScope = { only: null, names: null };

/**
 * Reads the scope. Refuses, with its reason, a list for other authorities' certificates, for only some reasons or for
 * attribute certificates.
 *
 * @throws UnusableList, NotDer
 */
export function readScope(value: Uint8Array, issuer: Uint8Array): ListScope {
  const scope: ListScope = { ...everything };
  for (const member of membersOf(readDer(value), 0x30)) {
    const isTrue = member.content.length === 1 && member.content[0] === 0xff;
    if (member.tag === 0xa0) scope.names = namesIn(member, issuer);
    else if (member.tag === 0x83) {
      throw new UnusableList(
        "lists some reasons for revocation only; name the list of all reasons",
      );
    } else if (member.tag === 0x84 && isTrue) {
      throw new UnusableList("is an indirect list: it speaks of other authorities' certificates");
    } else if (member.tag === 0x85 && isTrue) {
      throw new UnusableList("is of attribute certificates only");
    } else if ((member.tag === 0x81 || member.tag === 0x82) && isTrue && scope.only === null) {
      scope.only = member.tag === 0x81 ? "users" : "authorities";
    } else throw new UnusableList("says in no known way of which certificates it is");
  }
  return scope;
}

/**
 * Whether a list of this scope covers the certificate, which its issuer has issued (RFC 5280, 6.3.3 b). A list of a
 * distribution point covers the certificates that name this point, for all reasons and this issuer.
 */
export function isInScope({ only, names }: ListScope, certificate: X509Certificate): boolean {
  if (only !== null && certificate.ca !== (only === "authorities")) return false;
  if (names === null) return true;
  const { extensions, issuer } = readCertificate(certificate.raw);
  const value = extensions.get(oids.crlDistributionPoints)?.value;
  const own = value
    ? membersOf(readDer(value), 0x30).flatMap((one) => pointNames(one, issuer))
    : [];
  return own.some((name) => names.some((other) => sameBytes(name, other)));
}

/** Names of a distribution point for all reasons and the certificate's own issuer; else none. */
export function pointNames(point: Der, issuer: Uint8Array): Uint8Array[] {
  const members = membersOf(point, 0x30);
  if (members.some(({ tag }) => tag === 0x81 || tag === 0xa2)) return [];
  const place = members.find(({ tag }) => tag === 0xa0);
  return place ? namesIn(place, issuer) : [];
}

/** DistributionPointName: full names, or one relative to the issuer's. */
function namesIn(place: Der, issuer: Uint8Array): Uint8Array[] {
  const [name] = membersOf(place, 0xa0);
  if (name?.tag === 0xa0) return membersOf(name, 0xa0).map(({ whole }) => whole);
  const above = contentOf(readDer(issuer), 0x30);
  const relative = element(0x31, contentOf(name, 0xa1));
  return [element(0xa4, element(0x30, concat([above, relative])))];
}
