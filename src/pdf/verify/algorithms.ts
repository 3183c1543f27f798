import type { KeyObject } from "node:crypto";
import { oids } from "../cms/oids.ts";

/** The digests that are accepted, as node:crypto names them; all others are weak or unknown. */
export const digestNames: Record<string, string> = {
  [oids.sha256]: "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

/** Signature algorithms by identifier: the kind of key, and the digest where the identifier says it. */
const signatureKinds: Record<string, { key: "rsa" | "ec"; digest: string | null }> = {
  [oids.rsaEncryption]: { key: "rsa", digest: null },
  [oids.sha256WithRsa]: { key: "rsa", digest: "sha256" },
  "1.2.840.113549.1.1.12": { key: "rsa", digest: "sha384" },
  "1.2.840.113549.1.1.13": { key: "rsa", digest: "sha512" },
  [oids.ecdsaWithSha256]: { key: "ec", digest: "sha256" },
  "1.2.840.10045.4.3.3": { key: "ec", digest: "sha384" },
  "1.2.840.10045.4.3.4": { key: "ec", digest: "sha512" },
};

const curves = new Set([
  "prime256v1",
  "secp384r1",
  "secp521r1",
  "brainpoolP256r1",
  "brainpoolP384r1",
  "brainpoolP512r1",
]);

/** RSA of 2048 bits and more, or a curve of 256 bits and more. */
export function isStrongKey(key: KeyObject): boolean {
  const details = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === "rsa") return (details.modulusLength ?? 0) >= 2048;
  return key.asymmetricKeyType === "ec" && curves.has(details.namedCurve ?? "");
}

/** Whether this algorithm goes with this key and, where it names one, with this digest. */
export function isAccepted(algorithm: string, key: KeyObject, digest: string | null): boolean {
  const kind = Object.hasOwn(signatureKinds, algorithm) ? signatureKinds[algorithm] : undefined;
  if (!kind || kind.key !== key.asymmetricKeyType) return false;
  return digest === null ? kind.digest !== null : (kind.digest ?? digest) === digest;
}

/** As a person reads it: `RSA 3072, sha256`. */
export function describeKey(key: KeyObject, digest: string): string {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === "rsa") return `RSA ${modulusLength}, ${digest}`;
  return `${key.asymmetricKeyType === "ec" ? `ECDSA ${namedCurve}` : key.asymmetricKeyType}, ${digest}`;
}
