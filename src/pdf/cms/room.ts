/** Kept free in a seal for a timestamp with its authority's certificates, in bytes. */
const forTimestamp = 12_288;

/**
 * The bytes that a seal keeps free for its CMS: exactly so many for these certificates. The range of the signature
 * leaves them out but covers their number, so no certificate can be taken out of the CMS unseen.
 */
export function roomFor(certificates: readonly Uint8Array[], isStamped: boolean): number {
  const own = certificates.reduce((sum, der) => sum + der.length, 2048);
  return isStamped ? own + forTimestamp : own;
}
