import type { X509Certificate } from "node:crypto";
import { oids } from "../cms/oids.ts";
import { readCertificate } from "../cms/read-certificate.ts";
import { type Der, membersOf, readDer } from "../cms/read-der.ts";
import { readAtMost } from "../timestamp/ask-authority.ts";
import { type Crl, isIssuedBy, readCrl } from "./read-crl.ts";

/** Where revocation lists come from. */
export type RevocationSource = {
  /** The current list of the authority that issued this certificate, or null where none can be had. */
  listFor(certificate: X509Certificate, issuer: X509Certificate): Promise<Crl | null>;
};

export type RevocationOptions = {
  /** Lists at hand, in DER. */
  lists: () => Promise<Uint8Array[]>;
  /** `host` or `host:port`: the only places that a certificate may send us to. */
  hosts: readonly string[];
  now(): Date;
  milliseconds?: number;
};

const largestList = 2 * 1024 * 1024;

/**
 * Looks among the lists at hand, then asks the certificate's distribution points by HTTP. A certificate says
 * where to ask, and a stranger may have written it: only the hosts that the operator has named are asked,
 * and no redirection is followed. A list that is not the issuer's, or whose time is over, is none.
 */
export function findLists({
  lists,
  hosts,
  now,
  milliseconds = 10_000,
}: RevocationOptions): RevocationSource {
  const current = (der: Uint8Array, issuer: X509Certificate) => {
    const list = read(der, issuer);
    return list && list.from <= now() && now() <= list.until ? list : null;
  };
  return {
    listFor: async (certificate, issuer) => {
      for (const der of await lists()) {
        const list = current(der, issuer);
        if (list) return list;
      }
      for (const url of distributionPoints(certificate)) {
        if (!hosts.includes(url.host)) continue;
        const der = await fetchList(url, milliseconds);
        const list = der && current(der, issuer);
        if (list) return list;
      }
      return null;
    },
  };
}

function read(der: Uint8Array, issuer: X509Certificate): Crl | null {
  try {
    const list = readCrl(der);
    return isIssuedBy(list, issuer) ? list : null;
  } catch {
    return null;
  }
}

async function fetchList(url: URL, milliseconds: number): Promise<Uint8Array | null> {
  try {
    const signal = AbortSignal.timeout(milliseconds);
    const response = await fetch(url, { redirect: "error", signal });
    return response.ok ? await readAtMost(response, largestList) : null;
  } catch {
    return null;
  }
}

/** The addresses by HTTP at which a certificate says its issuer's list lies (RFC 5280, 4.2.1.13). */
export function distributionPoints(certificate: X509Certificate): URL[] {
  try {
    const { extensions } = readCertificate(certificate.raw);
    const value = extensions.get(oids.crlDistributionPoints)?.value;
    const points = value ? membersOf(readDer(value), 0x30) : [];
    return points.flatMap((point) => namesOf(point)).filter((url) => url !== null);
  } catch {
    return [];
  }
}

function namesOf(point: Der): (URL | null)[] {
  const [place] = membersOf(point, 0x30);
  if (place?.tag !== 0xa0) return [];
  const [full] = membersOf(place, 0xa0);
  if (full?.tag !== 0xa0) return [];
  return membersOf(full, 0xa0)
    .filter((name) => name.tag === 0x86)
    .map((name) => URL.parse(new TextDecoder("latin1").decode(name.content)))
    .filter((url) => url?.protocol === "http:" || url?.protocol === "https:");
}
