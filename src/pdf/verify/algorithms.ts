import { constants, type KeyObject, verify } from "node:crypto";
import { oids } from "../cms/oids.ts";
import type { Algorithm } from "../cms/read-algorithm.ts";

/** The accepted digests, by their node:crypto names; all others are weak or unknown. */
export const digestNames: Record<string, string> = {
  [oids.sha256]: "sha256",
  [oids.sha384]: "sha384",
  [oids.sha512]: "sha512",
};

/** Signature algorithms by identifier: the kind of key, and the digest if the identifier names it. */
const signatureKinds: Record<string, { key: "rsa" | "ec"; digest: string | null }> = {
  [oids.rsaEncryption]: { key: "rsa", digest: null },
  [oids.rsa.sha256]: { key: "rsa", digest: "sha256" },
  [oids.rsa.sha384]: { key: "rsa", digest: "sha384" },
  [oids.rsa.sha512]: { key: "rsa", digest: "sha512" },
  [oids.ecdsa.sha256]: { key: "ec", digest: "sha256" },
  [oids.ecdsa.sha384]: { key: "ec", digest: "sha384" },
  [oids.ecdsa.sha512]: { key: "ec", digest: "sha512" },
};

const curves = new Set([
  "prime256v1",
  "secp384r1",
  "secp521r1",
  "brainpoolP256r1",
  "brainpoolP384r1",
  "brainpoolP512r1",
]);

/** RSA of at least 2048 bits, or a curve of at least 256 bits. */
export function isStrongKey(key: KeyObject): boolean {
  const details = key.asymmetricKeyDetails ?? {};
  if (isRsa(key)) return (details.modulusLength ?? 0) >= 2048;
  return key.asymmetricKeyType === "ec" && curves.has(details.namedCurve ?? "");
}

/** Whether this algorithm fits this key and, if it names one, this digest. */
export function isAccepted(algorithm: Algorithm, key: KeyObject, digest: string | null): boolean {
  const { id, pss } = algorithm;
  if (pss) {
    const own = Object.hasOwn(digestNames, pss.digest) ? digestNames[pss.digest] : undefined;
    return isRsa(key) && own !== undefined && (digest ?? own) === own;
  }
  const kind = Object.hasOwn(signatureKinds, id) ? signatureKinds[id] : undefined;
  if (!kind || kind.key !== key.asymmetricKeyType) return false;
  return digest === null ? kind.digest !== null : (kind.digest ?? digest) === digest;
}

/** Whether the key made this signature with an accepted algorithm; `digest` if the algorithm names none. */
export function isSignedBy(
  key: KeyObject,
  { algorithm, digest, bytes, signature }: SignedBytes,
): boolean {
  if (!isAccepted(algorithm, key, digest)) return false;
  const { pss, id } = algorithm;
  if (!pss) return verify(digest ?? signatureKinds[id]!.digest!, bytes, key, signature);
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const { saltLength } = pss;
  return verify(digestNames[pss.digest]!, bytes, { key, padding, saltLength }, signature);
}

export type SignedBytes = {
  algorithm: Algorithm;
  digest: string | null;
  bytes: Uint8Array;
  signature: Uint8Array;
};

function isRsa(key: KeyObject): boolean {
  return key.asymmetricKeyType === "rsa" || key.asymmetricKeyType === "rsa-pss";
}

/** For people to read: `RSA 3072, sha256`. */
export function describeKey(key: KeyObject, digest: string): string {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (isRsa(key)) return `RSA ${modulusLength}, ${digest}`;
  return `${key.asymmetricKeyType === "ec" ? `ECDSA ${namedCurve}` : key.asymmetricKeyType}, ${digest}`;
}
