import type { X509Certificate } from "node:crypto";

/** From a signer to a trusted certificate, each issued by the next. */
export type Path = X509Certificate[];

const longestPath = 9;
/** Bounds the work for a signature full of certificates that issue each other. */
const maxSteps = 300;
const maxPaths = 60;

/**
 * Every path from the signer to a trusted certificate over the given certificates, in any order: renewed and
 * cross-signed authorities give several (RFC 4158). Omits dead ends. The work is bounded.
 */
export function buildPaths(
  signer: X509Certificate,
  { certificates, trust }: { certificates: X509Certificate[]; trust: X509Certificate[] },
): Path[] {
  const pool = distinct([...trust, ...certificates]);
  const trusted = new Set(trust.map(idOf));
  const issuers = new Map<string, X509Certificate[]>();
  const issuersOf = (certificate: X509Certificate) => {
    const known = issuers.get(idOf(certificate));
    if (known) return known;
    const found = pool.filter((candidate) => isIssuerOf(candidate, certificate));
    issuers.set(idOf(certificate), found);
    return found;
  };
  const paths: Path[] = [];
  let steps = 0;
  const climb = (path: Path) => {
    const top = path.at(-1)!;
    if (trusted.has(idOf(top))) {
      paths.push(path);
      return;
    }
    if (path.length >= longestPath) return;
    for (const next of issuersOf(top)) {
      if (++steps > maxSteps || paths.length >= maxPaths) return;
      if (!path.some((one) => idOf(one) === idOf(next))) climb([...path, next]);
    }
  };
  climb([signer]);
  return paths;
}

/** By name, key identifier and key usage, and by its signature. */
export function isIssuerOf(candidate: X509Certificate, certificate: X509Certificate): boolean {
  try {
    return certificate.checkIssued(candidate) && certificate.verify(candidate.publicKey);
  } catch {
    // An unknown kind of key has signed nothing.
    return false;
  }
}

function distinct(all: X509Certificate[]): X509Certificate[] {
  return [...new Map(all.map((one) => [idOf(one), one])).values()];
}

const ids = new WeakMap<X509Certificate, string>();

function idOf(certificate: X509Certificate): string {
  const id = ids.get(certificate) ?? certificate.fingerprint512;
  ids.set(certificate, id);
  return id;
}
