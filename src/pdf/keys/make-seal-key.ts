import { generateKeyPairSync } from "node:crypto";
import type { SealKeyPems } from "../seal-key.ts";
import { issueCertificate, pemOf } from "./issue-certificate.ts";

/** The name of the demonstration authority, also on screens and in certificates. */
export const demonstrationAuthority = "Depositary demonstration authority – not a trusted seal";

/**
 * Creates a small authority and one seal key under it, for demonstrations. The seal is RSA-3072, because its PKCS #1
 * signatures depend only on the key and the content. A job that is killed and run again makes the same file, byte for
 * byte; ECDSA would make a different one. The authority's own key is discarded, so that it can never issue anything
 * else. `authority` is the root of trust for others (`trust.pem`).
 */
export function makeSealKey(options: {
  /** The certificates are valid from an hour before, until `days` after. */
  now: Date;
  days: number;
  commonName?: string;
}): SealKeyPems {
  const authority = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const seal = generateKeyPairSync("rsa", { modulusLength: 3072 });
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
