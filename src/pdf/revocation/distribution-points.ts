import type { X509Certificate } from "node:crypto";
import { oids } from "../cms/oids.ts";
import { readCertificate } from "../cms/read-certificate.ts";
import { membersOf, readDer } from "../cms/read-der.ts";
import { pointNames } from "./list-scope.ts";

/**
 * The HTTP addresses at which a certificate says its issuer's list is published (RFC 5280, 4.2.1.13); null if it names
 * no distribution point at all. An unreadable point has no address.
 */
export function distributionPoints(certificate: X509Certificate): { urls: URL[] } | null {
  const { extensions, issuer } = readCertificate(certificate.raw);
  const value = extensions.get(oids.crlDistributionPoints)?.value;
  if (!value) return null;
  try {
    const names = membersOf(readDer(value), 0x30).flatMap((point) => pointNames(point, issuer));
    const urls = names
      .map((name) => readDer(name))
      .filter(({ tag }) => tag === 0x86)
      .map(({ content }) => URL.parse(new TextDecoder("latin1").decode(content)))
      .filter((url) => url !== null && ["http:", "https:"].includes(url.protocol));
    return { urls: urls as URL[] };
  } catch {
    return { urls: [] };
  }
}
