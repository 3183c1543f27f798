/**
 * A minimal ICC profile (version 2.1, display, RGB to XYZ) of the colour space sRGB, IEC 61966-2-1. Made from its
 * published primaries and transfer curve, so that we need not ship anyone else's profile.
 */
export function srgbProfile(): Uint8Array {
  profile ??= build();
  return profile;
}

let profile: Uint8Array | undefined;

function build(): Uint8Array {
  const curve = curveTag();
  const tags: [string, Uint8Array][] = [
    ["desc", descriptionTag("sRGB IEC61966-2.1")],
    ["cprt", textTag("No copyright, use freely")],
    ["wtpt", xyzTag(0.9505, 1, 1.0891)],
    // The primaries adapted to D50 by the Bradford transform.
    ["rXYZ", xyzTag(0.43607, 0.22249, 0.01392)],
    ["gXYZ", xyzTag(0.38515, 0.71687, 0.09708)],
    ["bXYZ", xyzTag(0.14307, 0.06061, 0.7141)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const table = 128 + 4 + tags.length * 12;
  const places = new Map<Uint8Array, number>();
  let size = table;
  for (const [, data] of tags) {
    if (places.has(data)) continue;
    places.set(data, size);
    size += Math.ceil(data.length / 4) * 4;
  }
  const bytes = new Uint8Array(size);
  writeHeader(new DataView(bytes.buffer), size);
  const view = new DataView(bytes.buffer);
  view.setUint32(128, tags.length);
  for (const [index, [name, data]] of tags.entries()) {
    const at = 132 + index * 12;
    writeText(view, at, name);
    view.setUint32(at + 4, places.get(data) ?? 0);
    view.setUint32(at + 8, data.length);
    bytes.set(data, places.get(data) ?? 0);
  }
  return bytes;
}

function writeHeader(view: DataView, size: number): void {
  view.setUint32(0, size);
  view.setUint32(8, 0x02100000);
  writeText(view, 12, "mntrRGB XYZ ");
  // A fixed date, 2026-01-01T00:00:00Z: the profile is the same in every build.
  for (const [index, value] of [2026, 1, 1, 0, 0, 0].entries())
    view.setUint16(24 + index * 2, value);
  writeText(view, 36, "acsp");
  // The illuminant of the profile connection space, D50.
  writeXyz(view, 68, 0.9642, 1, 0.8249);
}

function xyzTag(x: number, y: number, z: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(20));
  writeText(view, 0, "XYZ ");
  writeXyz(view, 8, x, y, z);
  return new Uint8Array(view.buffer);
}

/** The transfer curve at 1024 points. */
function curveTag(): Uint8Array {
  const points = 1024;
  const view = new DataView(new ArrayBuffer(12 + points * 2));
  writeText(view, 0, "curv");
  view.setUint32(8, points);
  for (let i = 0; i < points; i++) {
    const v = i / (points - 1);
    const linear = v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    view.setUint16(12 + i * 2, Math.round(linear * 65_535));
  }
  return new Uint8Array(view.buffer);
}

function textTag(text: string): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 + text.length + 1));
  writeText(view, 0, "text");
  writeText(view, 8, text);
  return new Uint8Array(view.buffer);
}

function descriptionTag(text: string): Uint8Array {
  // Type, length, ASCII with its end, then an empty Unicode and an empty Macintosh description.
  const view = new DataView(new ArrayBuffer(12 + text.length + 1 + 8 + 70));
  writeText(view, 0, "desc");
  view.setUint32(8, text.length + 1);
  writeText(view, 12, text);
  return new Uint8Array(view.buffer);
}

function writeXyz(view: DataView, at: number, ...values: number[]): void {
  for (const [index, value] of values.entries()) {
    view.setInt32(at + index * 4, Math.round(value * 65_536));
  }
}

function writeText(view: DataView, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) view.setUint8(at + i, text.charCodeAt(i));
}
