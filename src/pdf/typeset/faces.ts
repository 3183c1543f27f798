import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Family, families, type Style } from "./fonts.ts";
import { put, type Shaper, shaper } from "./harfbuzz.ts";
import { readTables, tableOf } from "./sfnt.ts";

/** One font file, read once per thread. Metrics are in thousandths of the em. */
export type Face = {
  name: string;
  family: Family;
  style: Style;
  /** The tables of its file. */
  tables: Map<string, DataView>;
  /** The font's address in the shaper's memory. */
  font: number;
  /** Thousandths of the em per font unit. */
  unit: number;
  ascent: number;
  descent: number;
  capHeight: number;
  italicAngle: number;
  box: [number, number, number, number];
  /** The advance in the hmtx table, which the PDF's W array must repeat. */
  advance(glyph: number): number;
  covers(codePoint: number): boolean;
};

/** The face of a family in a style; the only function that reads font files. */
export function faceOf(family: Family, style: Style): Face {
  const path = family.files[style];
  const known = faces.get(path);
  if (known) return known;
  const face = readFace(family, style, path);
  faces.set(path, face);
  return face;
}

/**
 * The faces that may print a text in a style: the given family first, then those of its scripts, then the Latin one,
 * whose marks and figures serve all, then those of its signs. Reads no other font, because some are large.
 */
export function facesFor(first: Family, style: Style, text: string): Face[] {
  const scripts = families.filter(({ letters }) => letters.test(text));
  const ofSigns = families.filter(({ signs }) => signs?.test(text));
  const wanted = new Set([first, ...scripts, ...families.slice(0, 2), ...ofSigns]);
  return [...wanted].map((family) => faceOf(family, style));
}

const faces = new Map<string, Face>();

function readFace(family: Family, style: Style, path: string): Face {
  const bytes = new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(path)));
  const all = readTables(bytes);
  const tables = (tag: string) => tableOf(all, tag);
  const head = tables("head");
  const hhea = tables("hhea");
  const hmtx = tables("hmtx");
  const os2 = tables("OS/2");
  const unit = 1000 / head.getUint16(18);
  const longMetrics = hhea.getUint16(34);
  const module = shaper();
  const address = put(module, bytes);
  const inside = module.hb_face_create(module.hb_blob_create(address, bytes.length, 2, 0, 0), 0);
  const coverage = coverageOf(module, inside);
  const box = [36, 38, 40, 42].map((at) => Math.round(head.getInt16(at) * unit));
  return {
    name: path.slice(path.lastIndexOf("/") + 1, -".ttf".length).replace(/_\d*/g, "-"),
    family,
    style,
    tables: all,
    font: module.hb_font_create(inside),
    unit,
    ascent: Math.round(hhea.getInt16(4) * unit),
    descent: Math.round(hhea.getInt16(6) * unit),
    // sCapHeight came with version 2 of the table.
    capHeight: Math.round((os2.getUint16(0) >= 2 ? os2.getInt16(88) : hhea.getInt16(4)) * unit),
    italicAngle: tables("post").getInt32(4) / 65_536,
    box: [box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0],
    advance: (glyph) => hmtx.getUint16(Math.min(glyph, longMetrics - 1) * 4) * unit,
    covers: (codePoint) => ((coverage[codePoint >> 3] ?? 0) & (1 << (codePoint & 7))) !== 0,
  };
}

/** One bit per code point. */
function coverageOf(module: Shaper, face: number): Uint8Array {
  const set = module.hb_set_create();
  module.hb_face_collect_unicodes(face, set);
  const size = module.hb_set_get_population(set);
  const address = module.malloc(size * 4);
  module.hb_set_next_many(set, -1, address, size);
  const bits = new Uint8Array(0x11_0000 >> 3);
  for (const codePoint of new Uint32Array(module.memory.buffer, address, size)) {
    bits[codePoint >> 3]! |= 1 << (codePoint & 7);
  }
  module.free(address);
  module.hb_set_destroy(set);
  return bits;
}
