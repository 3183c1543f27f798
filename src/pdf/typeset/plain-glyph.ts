import { components, int16, uint16 } from "./composite-glyph.ts";

/**
 * A glyph without its hinting instructions and padding (OpenType, glyf). The font's hinting program is not included
 * either.
 */
export function plainGlyph(glyph: Uint8Array): Uint8Array {
  if (glyph.length === 0) return glyph;
  const contours = int16(glyph, 0);
  if (contours < 0) return plainComposite(glyph);
  const points = contours === 0 ? 0 : uint16(glyph, 10 + (contours - 1) * 2) + 1;
  const head = 10 + contours * 2;
  const from = head + 2 + uint16(glyph, head);
  const to = endOfPoints(glyph, from, points);
  const plain = new Uint8Array(head + 2 + to - from);
  plain.set(glyph.subarray(0, head));
  plain.set(glyph.subarray(from, to), head + 2);
  return plain;
}

function endOfPoints(glyph: Uint8Array, from: number, points: number): number {
  let at = from;
  let coordinates = 0;
  for (let point = 0; point < points; ) {
    const flags = glyph[at++]!;
    const times = flags & repeated ? glyph[at++]! + 1 : 1;
    const x = flags & shortX ? 1 : flags & sameX ? 0 : 2;
    const y = flags & shortY ? 1 : flags & sameY ? 0 : 2;
    coordinates += (x + y) * times;
    point += times;
  }
  return at + coordinates;
}

const shortX = 0x2;
const shortY = 0x4;
const repeated = 0x8;
const sameX = 0x10;
const sameY = 0x20;

const haveInstructions = 0x100;

function plainComposite(glyph: Uint8Array): Uint8Array {
  let end = 10;
  const starts = components(glyph, (last) => {
    end = last;
  });
  const plain = glyph.slice(0, end);
  for (const at of starts) plain[at] = plain[at]! & ~(haveInstructions >> 8);
  return plain;
}
