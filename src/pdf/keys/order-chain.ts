import { X509Certificate } from "node:crypto";

/**
 * The issuers above a certificate, nearest first, from a heap in any order: each has issued and signed the previous
 * one. All are DER; omits unrelated certificates.
 */
export function orderChain(certificate: Uint8Array, heap: Uint8Array[]): Uint8Array[] {
  const left = heap.map((der) => new X509Certificate(der));
  const chain: Uint8Array[] = [];
  for (let below = new X509Certificate(certificate); ; ) {
    const at = left.findIndex(
      (above) =>
        !above.raw.equals(below.raw) && below.checkIssued(above) && below.verify(above.publicKey),
    );
    const [above] = at < 0 ? [] : left.splice(at, 1);
    if (!above) return chain;
    chain.push(new Uint8Array(above.raw));
    below = above;
  }
}

/** The same, followed by the unrelated certificates: other authorities that readers also get. */
export function sortChain(certificate: Uint8Array, heap: Uint8Array[]): Uint8Array[] {
  const chain = orderChain(certificate, heap);
  const isPlaced = (der: Uint8Array) =>
    [certificate, ...chain].some((one) => Buffer.compare(one, der) === 0);
  return [...chain, ...heap.filter((der) => !isPlaced(der))];
}
