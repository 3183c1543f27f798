import { Bits } from "./bits.ts";
import { type Codes, codesOf, writeLengths } from "./huffman.ts";

/**
 * Compresses bytes as a zlib stream (RFC 1950 and 1951). Uses only integers, so every machine gives the same bytes,
 * which Node's compressor does not guarantee. Made for the streams of a PDF: quick rather than thorough.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  out.clear();
  // 32 KB window, no dictionary; the two bytes are a multiple of 31.
  out.write(0x78 | (0x9c << 8), 16);
  head.fill(-1);
  let from = 0;
  do {
    const to = readBlock(bytes, from);
    writeBlock(to === bytes.length);
    from = to;
  } while (from < bytes.length);
  out.align();
  const sum = adler32(bytes);
  for (const shift of [24, 16, 8, 0]) out.write((sum >>> shift) & 0xff, 8);
  return out.taken();
}

const out = new Bits(1 << 17);
const hashBits = 15;
const window = 32_768;
const longest = 258;
const shortest = 4;
/** How many earlier positions to try, and the length that ends the search. */
const tries = 6;
const goodEnough = 32;

const head = new Int32Array(1 << hashBits);
const earlier = new Int32Array(window);
/** The symbols of one block: a literal's byte, or a length and a distance. */
const tokens = new Uint32Array(32_768);
let tokenCount = 0;
const literals = new Uint32Array(286);
const distances = new Uint32Array(30);

/** Finds repetitions from `from` until the block is full, and counts its symbols. Returns the end position. */
function readBlock(bytes: Uint8Array, from: number): number {
  literals.fill(0);
  distances.fill(0);
  tokenCount = 0;
  const end = bytes.length;
  const lastStart = end - shortest;
  let at = from;
  while (at < end && tokenCount < tokens.length) {
    let length = 0;
    let distance = 0;
    if (at <= lastStart) {
      const hash = hashAt(bytes, at);
      let place = head[hash]!;
      head[hash] = at;
      earlier[at & (window - 1)] = place;
      const most = Math.min(longest, end - at);
      for (let i = 0; i < tries && place >= 0 && at - place <= window - 1; i++) {
        if (bytes[place + length] === bytes[at + length] && bytes[place] === bytes[at]) {
          let same = 0;
          while (same < most && bytes[place + same] === bytes[at + same]) same++;
          if (same > length) {
            length = same;
            distance = at - place;
            if (same >= goodEnough || same === most) break;
          }
        }
        place = earlier[place & (window - 1)]!;
      }
    }
    if (length < shortest) {
      const byte = bytes[at++]!;
      literals[byte]!++;
      tokens[tokenCount++] = byte;
      continue;
    }
    literals[257 + lengthCodes[length]!]!++;
    distances[distanceCode(distance)]!++;
    tokens[tokenCount++] = (length << 16) | distance;
    const stop = Math.min(at + length, lastStart + 1);
    for (let i = at + 1; i < stop; i++) {
      const hash = hashAt(bytes, i);
      earlier[i & (window - 1)] = head[hash]!;
      head[hash] = i;
    }
    at += length;
  }
  return at;
}

function hashAt(bytes: Uint8Array, at: number): number {
  const four = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  return Math.imul(four, 0x9e3779b1) >>> (32 - hashBits);
}

/** One block with its own codes (RFC 1951, 3.2.7). */
function writeBlock(last: boolean): void {
  literals[256] = 1;
  const literal = codesOf(literals, 15);
  const distance = codesOf(distances, 15);
  out.write((last ? 1 : 0) | (2 << 1), 3);
  writeLengths(out, literal.lengths, distance.lengths);
  writeTokens(literal, distance);
  out.write(literal.codes[256]!, literal.lengths[256]!);
}

/** The same as `write` for each part of each token, inlined because it is most of the work. */
function writeTokens(literal: Codes, distance: Codes): void {
  out.makeRoom(tokenCount * 6);
  const { bytes } = out;
  let { at, held, count } = out;
  for (let i = 0; i < tokenCount; i++) {
    const token = tokens[i]!;
    if (token < 0x1_0000) {
      held |= literal.codes[token]! << count;
      count += literal.lengths[token]!;
    } else {
      const length = token >>> 16;
      const size = lengthCodes[length]!;
      held |= literal.codes[257 + size]! << count;
      count += literal.lengths[257 + size]!;
      // A code is at most 15 bits: after writing 16, the next part always fits.
      if (count >= 16) {
        bytes[at++] = held;
        bytes[at++] = held >>> 8;
        held >>>= 16;
        count -= 16;
      }
      held |= (length - lengthBase[size]!) << count;
      count += lengthExtra[size]!;
      if (count >= 16) {
        bytes[at++] = held;
        bytes[at++] = held >>> 8;
        held >>>= 16;
        count -= 16;
      }
      const back = token & 0xffff;
      const far = distanceCode(back);
      held |= distance.codes[far]! << count;
      count += distance.lengths[far]!;
      if (count >= 16) {
        bytes[at++] = held;
        bytes[at++] = held >>> 8;
        held >>>= 16;
        count -= 16;
      }
      held |= (back - distanceBase[far]!) << count;
      count += far < 4 ? 0 : (far >> 1) - 1;
    }
    if (count >= 16) {
      bytes[at++] = held;
      bytes[at++] = held >>> 8;
      held >>>= 16;
      count -= 16;
    }
  }
  Object.assign(out, { at, held, count });
}

const lengthExtra = Uint8Array.from({ length: 29 }, (_, code) =>
  code < 8 || code === 28 ? 0 : (code >> 2) - 1,
);
const lengthBase = new Uint16Array(29);
const lengthCodes = new Uint8Array(longest + 1);
for (let code = 0, length = 3; code < 28; code++) {
  lengthBase[code] = length;
  for (let i = 0; i < 1 << lengthExtra[code]!; i++) lengthCodes[length++] = code;
}
lengthBase[28] = longest;
lengthCodes[longest] = 28;

const distanceBase = new Uint16Array(30);
for (let code = 0, distance = 1; code < 30; code++) {
  distanceBase[code] = distance;
  distance += 1 << (code < 4 ? 0 : (code >> 1) - 1);
}

function distanceCode(distance: number): number {
  if (distance <= 4) return distance - 1;
  const power = 31 - Math.clz32(distance - 1);
  return power * 2 + (((distance - 1) >>> (power - 1)) & 1);
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let at = 0; at < bytes.length; ) {
    // This many additions stay below 2³².
    const end = Math.min(at + 3800, bytes.length);
    for (; at < end; at++) {
      a += bytes[at]!;
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return ((b << 16) | a) >>> 0;
}
