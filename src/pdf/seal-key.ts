import { createPrivateKey, type KeyObject, sign, X509Certificate } from "node:crypto";
import { sortChain } from "./keys/order-chain.ts";
import { isStrongKey } from "./verify/algorithms.ts";

/** The depositary's key, stored in a file, on a token or in a remote signer. */
export type SealKey = {
  /** DER */
  certificate: Uint8Array;
  /** DER; the issuers' certificates, nearest first. */
  chain: Uint8Array[];
  /**
   * Signs with SHA-256: PKCS #1 v1.5 for RSA, a DER pair for ECDSA. Throws KeyUnavailable if it cannot sign now; then
   * nothing is sealed, and the job retries.
   */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  /** False for a demonstration key: its seals state that they are not trusted. */
  trusted: boolean;
};

/**
 * PEM texts. The key is PKCS #8, stored so that only its owner can read it; `authority` holds one or more certificates,
 * in any order.
 */
export type SealKeyPems = {
  key: string;
  certificate: string;
  authority: string;
  /** If the key is encrypted. */
  password?: string | undefined;
};

/**
 * Opens a seal key stored in files.
 *
 * @throws Error if the key does not belong to the certificate, or verifiers would not accept it
 */
export function openSealKey(pems: SealKeyPems, trusted = false): SealKey {
  const key = createPrivateKey({ key: pems.key, passphrase: pems.password });
  const certificate = new X509Certificate(pems.certificate);
  if (!certificate.checkPrivateKey(key)) {
    throw new Error("The seal key does not belong to its certificate.");
  }
  if (!isStrongKey(certificate.publicKey)) {
    throw new Error(
      "The seal key is neither RSA of 2048 bits or more nor on a curve of 256 or more.",
    );
  }
  return {
    certificate: new Uint8Array(certificate.raw),
    chain: sortChain(new Uint8Array(certificate.raw), readCertificates(pems.authority)),
    sign: signWith(key),
    trusted,
  };
}

/** Signs with a local key. */
export function signWith(key: KeyObject): SealKey["sign"] {
  return async (bytes) => new Uint8Array(sign("sha256", bytes, key));
}

/** The certificates of a PEM text, in DER. */
export function readCertificates(pem: string): Uint8Array[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new Uint8Array(new X509Certificate(block).raw));
}
