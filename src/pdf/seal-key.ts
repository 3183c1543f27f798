import { createPrivateKey, type KeyObject, sign, X509Certificate } from "node:crypto";
import { sortChain } from "./keys/order-chain.ts";
import { isStrongKey } from "./verify/algorithms.ts";

/** The depositary's key, wherever it is kept: a file, a token, a remote signer. */
export type SealKey = {
  /** DER */
  certificate: Uint8Array;
  /** DER; the certificates above it, nearest first. */
  chain: Uint8Array[];
  /**
   * Signs with SHA-256: PKCS #1 v1.5 for RSA, a DER pair for ECDSA. Throws KeyUnavailable where it cannot now;
   * nothing is sealed then, and the job is tried again.
   */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  /** False for a demonstration key: its seals say of themselves that they are not trusted. */
  trusted: boolean;
};

/**
 * PEM texts. The key is PKCS #8 and is stored readable by its owner alone; `authority` holds one
 * certificate or several, in any order.
 */
export type SealKeyPems = {
  key: string;
  certificate: string;
  authority: string;
  /** Where the key is encrypted. */
  password?: string | undefined;
};

/**
 * Opens a seal key that is kept in files.
 *
 * @throws Error where the key does not belong to the certificate, or is one that verifiers do not accept
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

/** Signatures of a key that is at hand. */
export function signWith(key: KeyObject): SealKey["sign"] {
  return async (bytes) => new Uint8Array(sign("sha256", bytes, key));
}

/** The certificates of a PEM text, in DER. */
export function readCertificates(pem: string): Uint8Array[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new Uint8Array(new X509Certificate(block).raw));
}
