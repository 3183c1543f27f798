const sumOf = (certificates: readonly Uint8Array[], start: number) =>
  certificates.reduce((sum, der) => sum + der.length, start);

/**
 * The bytes that a seal keeps free for its CMS: exactly so many for these certificates, and for those in its timestamp
 * if it has one. The range of the signature leaves them out but covers their number, so no certificate can be taken out
 * unseen.
 */
export function roomFor(
  certificates: readonly Uint8Array[],
  inTimestamp: readonly Uint8Array[] | null,
): number {
  return sumOf(certificates, 2050) + (inTimestamp ? roomForToken(inTimestamp) : 0);
}

/** The same for a document timestamp, by the certificates in its token. */
export function roomForToken(certificates: readonly Uint8Array[]): number {
  const room = sumOf(certificates, 6144);
  return olderRooms.includes(room) ? room + 1 : room;
}

/** Kept free for every timestamp until 29 November 2026, when nothing bound what stands beside a token. */
export const olderRoomForToken = 16_384;
const olderRoomInSeal = 12_288;
const olderRooms = [olderRoomForToken, olderRoomInSeal];

/** What a seal kept free until then. */
export function olderRoomFor(certificates: readonly Uint8Array[], isStamped: boolean): number {
  return sumOf(certificates, isStamped ? 2048 + olderRoomInSeal : 2048);
}
