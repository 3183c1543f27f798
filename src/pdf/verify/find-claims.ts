import { hexDigit } from "../revisions/read-text.ts";

/** A signature as the raw bytes claim it: its range, and the place of its CMS. */
export type Claim = {
  /** The byte after the last covered one. */
  end: number;
  /** The Contents string with its angle brackets: the gap in the range. */
  contents: { start: number; end: number };
};

/**
 * Looks for signatures without trusting the file's structure, because a forged structure may hide them. Only ranges
 * that begin at the first byte and omit exactly one hexadecimal string are signatures.
 */
export function findClaims(bytes: Uint8Array): Claim[] {
  const buffer = bufferOf(bytes);
  const closes = new Map<number, number>();
  const claims = new Map<number, Claim>();
  let at = buffer.indexOf("/ByteRange");
  for (; at >= 0; at = buffer.indexOf("/ByteRange", at + 1)) {
    const claim = readClaim(buffer, at, closes);
    if (claim) claims.set(claim.contents.start, claim);
  }
  return [...claims.values()].sort((a, b) => a.end - b.end);
}

/** Whether anything in the file claims to be a signature's range. */
export function holdsRange(bytes: Uint8Array): boolean {
  return bufferOf(bytes).includes("/ByteRange");
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function readClaim(buffer: Buffer, at: number, closes: Map<number, number>): Claim | null {
  const text = buffer.toString("latin1", at, at + 120);
  const match =
    /^\/ByteRange\s{0,9}\[\s{0,9}0\s{1,9}(\d{1,9})\s{1,9}(\d{1,9})\s{1,9}(\d{1,9})/.exec(text);
  if (!match) return null;
  const [start = 0, second = 0, length = 0] = match.slice(1).map(Number);
  const end = second + length;
  if (end > buffer.length || second - start < 4) return null;
  // Cached, so that countless ranges over one string do not each read it again.
  const close = closes.get(start) ?? closeOfHexString(buffer, start);
  closes.set(start, close);
  return close === second ? { end, contents: { start, end: second } } : null;
}

/** The position after the string that begins at `start`, or -1 if there is none. */
function closeOfHexString(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== 0x3c) return -1;
  let at = start + 1;
  while (at < bytes.length && hexDigit(bytes[at]!) >= 0) at += 1;
  return bytes[at] === 0x3e ? at + 1 : -1;
}
