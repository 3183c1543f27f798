/** A glyph and the position of its origin; font units. */
export type GlyphPart = { glyph: number; x: number; y: number };

type Data = (glyph: number) => Uint8Array;

/** A glyph made of others (OpenType, glyf, "Composite Glyph Description"); empty if all parts are. */
export function compositeGlyph(parts: GlyphPart[], data: Data): Uint8Array {
  const inked = parts.filter(({ glyph }) => data(glyph).length > 0);
  if (inked.length === 0) return new Uint8Array(0);
  const view = new DataView(new ArrayBuffer(10 + inked.length * 8));
  view.setInt16(0, -1);
  const boxes = inked.map(({ glyph, x, y }) => {
    const source = data(glyph);
    const at = (offset: number, shift: number) => int16(source, offset) + shift;
    return { left: at(2, x), bottom: at(4, y), right: at(6, x), top: at(8, y) };
  });
  view.setInt16(2, Math.min(...boxes.map(({ left }) => left)));
  view.setInt16(4, Math.min(...boxes.map(({ bottom }) => bottom)));
  view.setInt16(6, Math.max(...boxes.map(({ right }) => right)));
  view.setInt16(8, Math.max(...boxes.map(({ top }) => top)));
  for (const [index, { glyph, x, y }] of inked.entries()) {
    const at = 10 + index * 8;
    const more = index < inked.length - 1 ? moreComponents : 0;
    view.setUint16(at, wordArguments | argumentsAreOffsets | more);
    view.setUint16(at + 2, glyph);
    view.setInt16(at + 4, x);
    view.setInt16(at + 6, y);
  }
  return new Uint8Array(view.buffer);
}

/** A glyph with the numbers of its components changed; returns a simple glyph unchanged. */
export function remapComponents(glyph: Uint8Array, number: (old: number) => number): Uint8Array {
  if (glyph.length === 0 || int16(glyph, 0) >= 0) return glyph;
  const copy = glyph.slice();
  for (const at of components(copy)) {
    const made = number(uint16(copy, at + 2));
    copy[at + 2] = made >> 8;
    copy[at + 3] = made & 0xff;
  }
  return copy;
}

export type Size = { points: number; contours: number; parts: number; depth: number };

/** The counts for the maxp table, with components resolved. */
export function sizeOf(glyph: Uint8Array, data: Data): Size {
  if (glyph.length === 0) return { points: 0, contours: 0, parts: 0, depth: 0 };
  const contours = int16(glyph, 0);
  if (contours >= 0) {
    const points = contours === 0 ? 0 : uint16(glyph, 10 + (contours - 1) * 2) + 1;
    return { points, contours, parts: 0, depth: 0 };
  }
  const size = { points: 0, contours: 0, parts: 0, depth: 0 };
  for (const at of components(glyph)) {
    const part = sizeOf(data(uint16(glyph, at + 2)), data);
    size.points += part.points;
    size.contours += part.contours;
    size.parts++;
    size.depth = Math.max(size.depth, part.depth + 1);
  }
  return size;
}

const wordArguments = 0x1;
const argumentsAreOffsets = 0x2;
const moreComponents = 0x20;

/** The offsets of the component records of a composite glyph; `ended` receives the end of the last one. */
export function components(glyph: Uint8Array, ended?: (at: number) => void): number[] {
  const found: number[] = [];
  let at = 10;
  for (let flags = moreComponents; flags & moreComponents; ) {
    flags = uint16(glyph, at);
    found.push(at);
    at += 4 + (flags & wordArguments ? 4 : 2);
    // A scale, two scales, or a two-by-two matrix.
    if (flags & 0x8) at += 2;
    else if (flags & 0x40) at += 4;
    else if (flags & 0x80) at += 8;
  }
  ended?.(at);
  return found;
}

// A glyph is a dozen bytes; creating a DataView for each would cost more than the reading.
export function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!;
}

export function int16(bytes: Uint8Array, at: number): number {
  const value = uint16(bytes, at);
  return value < 0x8000 ? value : value - 0x1_0000;
}
