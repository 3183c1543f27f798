/**
 * The two integers of a DER SEQUENCE, as big-endian bytes with their sign (X.690, 8.3 and 8.9). Throws if the bytes are
 * anything else, or more. Lengths of the long form are read too: a signature on P-521 has one.
 */
export function readDerIntegers(
  der: Uint8Array,
): [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>] {
  const bytes = new Uint8Array(der);
  let at = 0;
  const next = () => {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error("The signature ends too early.");
    return byte;
  };
  const lengthOf = (tag: number) => {
    if (next() !== tag) throw new Error("The signature is not a sequence of two integers.");
    const first = next();
    if (first < 0x80) return first;
    // One more byte is enough for 255, and no signature is longer.
    if (first !== 0x81) throw new Error("The signature is too long.");
    return next();
  };
  const integer = () => {
    const length = lengthOf(0x02);
    const value = bytes.slice(at, at + length);
    if (length === 0 || value.length < length) throw new Error("The signature ends too early.");
    at += length;
    return value;
  };
  const length = lengthOf(0x30);
  if (at + length !== bytes.length)
    throw new Error("The signature has another length than it says.");
  const found: [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>] = [integer(), integer()];
  if (at !== bytes.length) throw new Error("The signature has more than two integers.");
  return found;
}
