const sumOf = (certificates: readonly Uint8Array[], start: number) =>
  certificates.reduce((sum, der) => sum + der.length, start);

/**
 * How many bytes a seal reserves for its CMS: a fixed number for these certificates, and for those in its timestamp if
 * it has one. The signature's range excludes these bytes but covers their number, so no one can remove a certificate
 * unnoticed.
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

/** Reserved for every timestamp until 29 November 2026, when nothing bound the data around a token. */
export const olderRoomForToken = 16_384;
const olderRoomInSeal = 12_288;
const olderRooms = [olderRoomForToken, olderRoomInSeal];

/** What a seal reserved until then. */
export function olderRoomFor(certificates: readonly Uint8Array[], isStamped: boolean): number {
  return sumOf(certificates, isStamped ? 2048 + olderRoomInSeal : 2048);
}
