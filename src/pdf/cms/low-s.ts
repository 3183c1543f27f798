import type { KeyObject } from "node:crypto";
import { sequence, unsigned } from "./der.ts";
import { contentOf, membersOf, readDer } from "./read-der.ts";

/** The orders of the accepted curves, in hex (SEC 2, 2.4 to 2.6; RFC 5639, 3). */
const orders: Record<string, string> = {
  prime256v1: "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
  secp384r1:
    "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973",
  secp521r1:
    "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409",
  brainpoolP256r1: "a9fb57dba1eea9bc3e660a909d838d718c397aa3b561a6f7901e0e82974856a7",
  brainpoolP384r1:
    "8cb91e82a3386d280f5d6f7e50e641df152f7109ed5456b31f166e6cac0425a7cf3ab6af6b7fc3103b883202e9046565",
  brainpoolP512r1:
    "aadd9db8dbe9c48b3fd4e6ae33c9fc07cb308db3b3c9d20ed6639cca70330870553e5c414ca92619418661197fac10471db1d381085ddaddb58796829ca90069",
};

/**
 * Normalizes an ECDSA signature to the form that we write: (r, n−s) is as valid as (r, s), and we take the smaller s.
 * Returns any other signature unchanged.
 *
 * @throws NotDer if it is no pair
 */
export function lowS(signature: Uint8Array, key: KeyObject): Uint8Array {
  const order = orders[key.asymmetricKeyDetails?.namedCurve ?? ""];
  if (key.asymmetricKeyType !== "ec" || !order) return signature;
  const [r, s] = membersOf(readDer(signature), 0x30).map((one) => contentOf(one, 0x02));
  const n = BigInt(`0x${order}`);
  const value = BigInt(`0x${Buffer.from(s ?? [0]).toString("hex")}`);
  const low = value * 2n > n ? n - value : value;
  const digits = low.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), "0"), "hex");
  return sequence(unsigned(r ?? new Uint8Array()), unsigned(bytes));
}
