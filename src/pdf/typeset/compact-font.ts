import {
  components,
  compositeGlyph,
  type GlyphPart,
  int16,
  remapComponents,
  sizeOf,
  uint16,
} from "./composite-glyph.ts";
import type { Face } from "./faces.ts";
import { plainGlyph } from "./plain-glyph.ts";
import { tableOf, writeTables } from "./sfnt.ts";

/** What one code prints: glyphs at positions, and the advance of the pen. Font units. */
export type Outline = { parts: GlyphPart[]; advance: number };

/** The content of a font program: the font's own glyphs, in increasing order, and composites of them. */
export type Program = { bases: number[]; made: Outline[] };

/**
 * Determines which glyphs print these outlines. A cluster of several glyphs, or one that the shaper moved, becomes a
 * composite glyph with the advance of the whole. So the PDF shows one code per cluster, each beginning where the last
 * one ended. Readers that look for gaps find none inside a word, and no text is lost on a mark.
 *
 * The program depends on the printed text, not on its order.
 *
 * @returns the program, its key, and the glyph of each outline
 */
export function programOf(
  face: Face,
  outlines: Outline[],
): { program: Program; key: string; glyphs: number[] } {
  const source = sourceOf(face);
  const wanted = new Set<number>([0]);
  const made = new Map<string, Outline>();
  const keys = outlines.map((outline) => {
    for (const { glyph } of outline.parts) wanted.add(glyph);
    const key = keyOf(source, outline);
    if (key !== "") made.set(key, outline);
    return key;
  });
  // The set grows during the loop, because a composite adds its components.
  for (const glyph of wanted) for (const one of source.componentsOf(glyph)) wanted.add(one);
  const bases = [...wanted].sort((a, b) => a - b);
  const sorted = [...made.keys()].sort();
  const numbers = new Map(bases.map((glyph, index) => [glyph, index]));
  const places = new Map(sorted.map((key, index) => [key, bases.length + index]));
  return {
    program: { bases, made: sorted.map((key) => made.get(key)!) },
    key: `${face.name} ${bases.join(" ")};${sorted.join(";")}`,
    glyphs: keys.map((key, index) =>
      key === "" ? numbers.get(outlines[index]!.parts[0]!.glyph)! : places.get(key)!,
    ),
  };
}

/** Empty if the outline is an unchanged glyph of the font. */
function keyOf(source: Source, { parts, advance }: Outline): string {
  const [first] = parts;
  const plain = parts.length === 1 && first?.x === 0 && first.y === 0;
  if (plain && source.advance(first.glyph) === advance) return "";
  return `${advance} ${parts.map(({ glyph, x, y }) => `${glyph},${x},${y}`).join(" ")}`;
}

/** The TrueType file that contains only this program. */
export function compactFont(face: Face, { bases, made }: Program): Uint8Array {
  const source = sourceOf(face);
  const numbers = new Map(bases.map((glyph, index) => [glyph, index]));
  const numberOf = (glyph: number) => numbers.get(glyph) ?? 0;
  const glyphs = bases.map((glyph) => ({
    data: remapComponents(source.outline(glyph), numberOf),
    advance: source.advance(glyph),
  }));
  for (const { parts, advance } of made) {
    const own = parts.map((part) => ({ ...part, glyph: numberOf(part.glyph) }));
    glyphs.push({ data: compositeGlyph(own, (glyph) => glyphs[glyph]!.data), advance });
  }
  return assemble(face.tables, glyphs);
}

type Source = {
  outline: (glyph: number) => Uint8Array;
  componentsOf: (glyph: number) => number[];
  advance: (glyph: number) => number;
};

const sources = new Map<Face, Source>();

function sourceOf(face: Face): Source {
  const known = sources.get(face);
  if (known) return known;
  const source = readSource(face.tables);
  sources.set(face, source);
  return source;
}

function readSource(tables: Map<string, DataView>): Source {
  const glyf = tableOf(tables, "glyf");
  const loca = tableOf(tables, "loca");
  const hmtx = tableOf(tables, "hmtx");
  const long = tableOf(tables, "head").getInt16(50) === 1;
  const metrics = tableOf(tables, "hhea").getUint16(34);
  const place = (glyph: number) =>
    long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
  const known = new Map<number, Uint8Array>();
  const outline = (glyph: number) => {
    let data = known.get(glyph);
    if (!data) {
      const from = place(glyph);
      data = plainGlyph(
        new Uint8Array(glyf.buffer, glyf.byteOffset + from, place(glyph + 1) - from),
      );
      known.set(glyph, data);
    }
    return data;
  };
  return {
    outline,
    componentsOf: (glyph) => {
      const data = outline(glyph);
      if (data.length === 0 || int16(data, 0) >= 0) return [];
      return components(data).map((at) => uint16(data, at + 2));
    },
    advance: (glyph) => hmtx.getUint16(Math.min(glyph, metrics - 1) * 4),
  };
}

/** Only the tables that a PDF needs of a TrueType font program (ISO 32000-1, 9.9). */
function assemble(
  tables: Map<string, DataView>,
  glyphs: { data: Uint8Array; advance: number }[],
): Uint8Array {
  const length = glyphs.reduce((sum, { data }) => sum + even(data.length), 0);
  const glyf = new Uint8Array(length);
  const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * 4));
  const hmtx = new DataView(new ArrayBuffer(glyphs.length * 4));
  let at = 0;
  for (const [index, { data, advance }] of glyphs.entries()) {
    glyf.set(data, at);
    at += even(data.length);
    loca.setUint32((index + 1) * 4, at);
    hmtx.setUint16(index * 4, advance);
    // The left side bearing is the glyph's xMin, copied as its two bytes.
    if (data.length > 0) hmtx.setUint16(index * 4 + 2, (data[2]! << 8) | data[3]!);
  }
  const head = copyOf(tableOf(tables, "head"));
  const hhea = copyOf(tableOf(tables, "hhea"));
  const maxp = copyOf(tableOf(tables, "maxp"));
  head.setInt16(50, 1);
  hhea.setUint16(34, glyphs.length);
  hhea.setUint16(10, Math.max(...glyphs.map(({ advance }) => advance)));
  maxp.setUint16(4, glyphs.length);
  const sizes = glyphs.map(({ data }) => sizeOf(data, (glyph) => glyphs[glyph]!.data));
  const most = (at: number, values: number[]) => maxp.setUint16(at, Math.max(...values));
  const composite = sizes.filter(({ depth }) => depth > 0);
  const simple = sizes.filter(({ depth }) => depth === 0);
  most(
    6,
    simple.map(({ points }) => points),
  );
  most(
    8,
    simple.map(({ contours }) => contours),
  );
  most(10, [0, ...composite.map(({ points }) => points)]);
  most(12, [0, ...composite.map(({ contours }) => contours)]);
  // There are no instructions, and no data for them.
  for (let at = 14; at < 28; at += 2) maxp.setUint16(at, at === 14 ? 1 : 0);
  most(
    28,
    sizes.map(({ parts }) => parts),
  );
  most(
    30,
    sizes.map(({ depth }) => depth),
  );
  const views = { head, hhea, hmtx, loca, maxp };
  const made = new Map<string, Uint8Array>([["glyf", glyf]]);
  for (const [tag, { buffer }] of Object.entries(views)) made.set(tag, new Uint8Array(buffer));
  return writeTables(made);
}

function even(length: number): number {
  return length + (length % 2);
}

function copyOf(view: DataView): DataView<ArrayBuffer> {
  return new DataView(new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice().buffer);
}
