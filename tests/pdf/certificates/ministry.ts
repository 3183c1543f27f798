import { checkPartyCertificate } from "#src/pdf/party-certificate.ts";
import type { RevocationPolicy } from "#src/pdf/revocation/check-revocation.ts";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import {
  asPem,
  certificateOf,
  type Extension,
  type ForgedList,
  isAuthority,
  listedAt,
  listOf,
  newHolder,
  numbered,
  signsCertificates,
  signsDocuments,
} from "./forge.ts";

/** A ministry that issues a party's certificates and revocation lists. */
export const ministry = newHolder("Ministry");
export const ministryCertificate = certificateOf({
  subject: ministry,
  issuer: ministry,
  extensions: [isAuthority(), signsCertificates],
});
export const trust = [asPem(ministryCertificate, "CERTIFICATE")];
export const point = "http://lists.example/ministry.crl";
const serial = 0x4711;

export const now = () => new Date();
export const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

export function leafOf(...more: Extension[]): Uint8Array {
  const extensions = [signsDocuments, ...more];
  return certificateOf({ subject: newHolder("Serik"), issuer: ministry, serial, extensions });
}

/** A certificate that names the ministry's distribution point. */
export const leaf = leafOf(listedAt(point));

/** The entry for every certificate of `leafOf`: they all have one serial number. */
export const revoked = { serial, at: hours(-5) };

/** The ministry's list, with that entry unless `more` has others. */
export const list = (more: Partial<ForgedList> = {}) =>
  listOf({ issuer: ministry, entries: [revoked], extensions: [numbered], ...more });

/** A list by its name, and what openssl says of the certificate with it; null if openssl is not asked. */
export type Row = [name: string, list: () => Uint8Array, openssl: RegExp | null];

type Policy = RevocationPolicy | null;

/** What a party is told that offers this certificate while such lists are in REVOCATION_DIR. */
export async function offered(leaf: Uint8Array, lists: Uint8Array[], policy: Policy = null) {
  const revocation = findLists({ lists: async () => lists, isComplete: true, hosts: [], now });
  return heard(leaf, { revocation, policy });
}

/** What a party is told of its certificate: "accepted", or the code and the details of the refusal. */
export async function heard(
  certificate: Uint8Array,
  question: { revocation: ReturnType<typeof findLists>; policy: Policy },
) {
  return checkPartyCertificate({ certificate, chain: [] }, { trust, at: now(), ...question }).then(
    ({ revocation }) => ({ said: "accepted", revocation, detail: "" }),
    (error) => ({
      said: error.code as string,
      revocation: null,
      detail: (error.extra?.errors ?? []).map((one: { detail: string }) => one.detail).join(" "),
    }),
  );
}
