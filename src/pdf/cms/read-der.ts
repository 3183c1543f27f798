/** One element of a DER encoding: its tag, its contents and all of its bytes. */
export type Der = { tag: number; content: Uint8Array; whole: Uint8Array };

/** The bytes are not DER: we cannot trust such a certificate or CMS to have only one meaning. */
export class NotDer extends Error {}

/**
 * Reads one element that fills `bytes` (ITU-T X.690). Refuses indefinite and overlong lengths, so that one content has
 * one encoding.
 *
 * @throws NotDer
 */
export function readDer(bytes: Uint8Array): Der {
  const [first, ...rest] = readAll(bytes);
  if (!first || rest.length > 0) throw new NotDer("One element is expected.");
  return first;
}

/**
 * The elements inside a constructed one.
 *
 * @throws NotDer
 */
export function membersOf(der: Der | undefined, tag: number): Der[] {
  return readAll(contentOf(der, tag));
}

/** @throws NotDer if the tag is another */
export function contentOf(der: Der | undefined, tag: number): Uint8Array {
  if (der?.tag !== tag) throw new NotDer(`An element with tag ${tag} is missing.`);
  return der.content;
}

/** The object identifier in dotted form; an arc is at most as large as a UUID (ITU-T X.667). */
export function objectIdOf(der: Der | undefined): string {
  const arcs: bigint[] = [];
  let arc = 0n;
  let isWithin = false;
  for (const byte of contentOf(der, 0x06)) {
    if (!isWithin && byte === 0x80) throw new NotDer("An identifier has needless zeros.");
    isWithin = (byte & 0x80) !== 0;
    arc = arc * 128n + BigInt(byte & 0x7f);
    if (arc >= 1n << 128n) throw new NotDer("An identifier is too long.");
    if (byte & 0x80) continue;
    arcs.push(arc);
    arc = 0n;
  }
  if (isWithin || arcs.length === 0) throw new NotDer("An identifier is cut off.");
  const [first = 0n, ...rest] = arcs;
  const top = first < 80n ? first / 40n : 2n;
  return [top, first - top * 40n, ...rest].join(".");
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** The length of the first element of `bytes` according to its header, or -1. */
export function lengthOfFirst(bytes: Uint8Array): number {
  return readHeader(bytes, 0).end;
}

function readAll(bytes: Uint8Array): Der[] {
  const out: Der[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { tag, start, end } = readHeader(bytes, at);
    out.push({ tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) });
    if (out.length > 10_000) throw new NotDer("There are too many elements.");
    at = end;
  }
  return out;
}

function readHeader(bytes: Uint8Array, at: number): { tag: number; start: number; end: number } {
  const tag = bytes[at] ?? 0;
  if ((tag & 0x1f) === 0x1f) throw new NotDer("A tag is longer than one byte.");
  const first = bytes[at + 1] ?? 0xff;
  const count = first < 0x80 ? 0 : first - 0x80;
  if (first === 0x80 || count > 4) throw new NotDer("A length is not definite.");
  let length = count === 0 ? first : 0;
  for (let i = 0; i < count; i++) length = length * 256 + (bytes[at + 2 + i] ?? 0);
  if (count > 0 && (length < 0x80 || length < 256 ** (count - 1))) {
    throw new NotDer("A length is longer than it needs to be.");
  }
  const start = at + 2 + count;
  if (start + length > bytes.length) throw new NotDer("An element is cut off.");
  return { tag, start, end: start + length };
}
