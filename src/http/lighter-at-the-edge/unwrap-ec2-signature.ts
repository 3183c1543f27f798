import { readDerIntegers } from "./der-integers.ts";

/** Bytes of each integer, by the curve's number (RFC 9053, 7.1). */
const lengths: Record<number, number> = { 1: 32, 2: 48, 3: 66 };

/**
 * The Worker's form of a function of `@simplewebauthn/server`: an ECDSA signature as WebAuthn wraps it (RFC 3279,
 * 2.2.3), as WebCrypto takes it: both integers in as many bytes as the curve needs. The library has it read by a general
 * parser of ASN.1, a twelfth of the bundle.
 */
export function unwrapEC2Signature(signature: Uint8Array, curve: number): Uint8Array<ArrayBuffer> {
  const length = lengths[curve];
  if (!length) throw new Error(`Curve ${curve} is not known.`);
  const joined = new Uint8Array(2 * length);
  readDerIntegers(signature).forEach((integer, index) => {
    // DER puts a zero before an integer whose first bit is set.
    const isPadded = integer.length === length + 1 && integer[0] === 0 && (integer[1] ?? 0) >= 0x80;
    const bytes = isPadded ? integer.subarray(1) : integer;
    if (bytes.length > length) throw new Error("An integer of the signature is too long.");
    joined.set(bytes, (index + 1) * length - bytes.length);
  });
  return joined;
}
