import { X509Certificate } from "node:crypto";
import { sequence, unsigned } from "./der.ts";

const coordinates: Record<string, number> = {
  prime256v1: 32,
  brainpoolP256r1: 32,
  secp384r1: 48,
  brainpoolP384r1: 48,
  brainpoolP512r1: 64,
  secp521r1: 66,
};

/**
 * Converts an ECDSA signature to a DER pair (RFC 3279, 2.2.3): cards and tokens return the two numbers side by side
 * (PKCS #11, IEEE P1363). Returns anything that is no such pair for the certificate's curve unchanged.
 */
export function ecdsaPair(signature: Uint8Array, certificate: Uint8Array): Uint8Array {
  const { asymmetricKeyDetails } = new X509Certificate(certificate).publicKey;
  const length = coordinates[asymmetricKeyDetails?.namedCurve ?? ""] ?? 0;
  if (signature.length !== 2 * length) return signature;
  return sequence(unsigned(signature.subarray(0, length)), unsigned(signature.subarray(length)));
}
