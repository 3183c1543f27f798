import { generateKeyPairSync, type KeyObject } from "node:crypto";
import type { SealKeyPems } from "../seal-key.ts";
import { issueCertificate, pemOf } from "./issue-certificate.ts";

/** How the demonstration authority signs its name, also on screens and in certificates. */
export const demonstrationAuthority = "Depositary demonstration authority – not a trusted seal";

/**
 * Makes a small authority and one seal key under it, for demonstrations. ECDSA on P-256, because one
 * signature takes 0.04 ms where RSA-3072 takes 1 ms. The authority's own key is dropped, so nothing else
 * can ever be issued in its name. `authority` is what others give as the root of trust (`trust.pem`).
 */
export function makeSealKey(options: {
  /** The certificates are valid from an hour before, until `days` after. */
  now: Date;
  days: number;
  commonName?: string;
}): SealKeyPems {
  const authority = newKeyPair();
  const seal = newKeyPair();
  // An hour early, for machines whose clocks are slow.
  const from = new Date(options.now.getTime() - 3_600_000);
  const until = new Date(options.now.getTime() + options.days * 86_400_000);
  const issuer = {
    name: demonstrationAuthority,
    privateKey: authority.privateKey,
    publicKey: authority.publicKey,
  };
  const root = issueCertificate({
    issuer,
    from,
    until,
    subject: demonstrationAuthority,
    publicKey: authority.publicKey,
    isAuthority: true,
  });
  const leaf = issueCertificate({
    issuer,
    from,
    until,
    subject: options.commonName ?? "Depositary demonstration seal – not a trusted seal",
    publicKey: seal.publicKey,
    isAuthority: false,
  });
  return {
    key: seal.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificate: pemOf(leaf),
    authority: pemOf(root),
  };
}

function newKeyPair(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync("ec", { namedCurve: "P-256" });
}
